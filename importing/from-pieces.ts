import { languageTag } from '@/text/direction'
import { TEXT_BOUNDS } from '@/text/bounds'
import { canonicalText } from '@/text/canonical'
import { assemble, type Piece } from './assemble'
import { ImportProblem, type Incoming, type Notice } from './incoming'
import { languageOf } from './language'
import { oneLine, withoutTitle } from './title'

type About = Partial<Pick<Incoming, 'title' | 'byline' | 'dateline' | 'canonicalUrl'>> & {
  /** As the file declares it. */
  language?: string
  notices?: Notice[]
}

const LINE_UNITS = 300

/**
 * A text without notes from its pieces, in order. Pieces without words and a heading that repeats the title go.
 * @throws ImportProblem `too_large`, `too_many_blocks`, `empty`
 */
export function incomingOf(written: readonly Piece[], about: About): Incoming {
  const title = oneLine(about.title ?? '')
  const worded = written.flatMap((piece) => {
    const text = canonicalText(piece.text.toWellFormed().replace(DROPPED, ''))
      .replace(/\n{2,}/g, '\n')
      .trim()
    return text === '' ? [] : [{ ...piece, text }]
  })
  if (worded.length > TEXT_BOUNDS.blocks) throw new ImportProblem('too_many_blocks')
  const { text, blocks } = assemble(withoutTitle(worded, title))
  if (text === '') throw new ImportProblem('empty')
  if (text.length > TEXT_BOUNDS.units) throw new ImportProblem('too_large', { units: TEXT_BOUNDS.units })
  return {
    title,
    byline: oneLine(about.byline ?? '', LINE_UNITS),
    dateline: oneLine(about.dateline ?? '', LINE_UNITS),
    language: languageOf(languageTag(about.language ?? ''), text),
    canonicalUrl: about.canonicalUrl ?? null,
    text,
    blocks,
    notes: [],
    notices: (about.notices ?? []).filter(({ count }) => count > 0),
    encoding: null,
  }
}

/** Controls, zero width space and byte order mark; the joiners U+200C and U+200D belong to letters. */
const DROPPED = /[\u200b\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g
