import { languageTag } from '@/text/direction'
import { type DraftProblem, parseDraft } from '@/text/draft'
import { TEXT_BOUNDS } from '@/text/bounds'
import { withAccount } from './account'
import { assemble } from './assemble'
import { charsetOfMarkup } from './charset'
import { decodeDeclared, decodeText, withDecoding } from './decode'
import { readHtml } from './html'
import { ImportProblem, type Incoming } from './incoming'
import type { Encoding } from '@/text/encodings'
import { formatNamed } from './formats'
import { languageOf } from './language'
import { readMarkdown } from './markdown/markdown'
import { mainHeadings, oneLine, withoutTitle } from './title'

type WrittenFormat = 'text' | 'markdown' | 'html'

/** The format by the name's ending; plain text for any other ending. */
function writtenFormatOf(name: string): WrittenFormat {
  const named = formatNamed(name)
  return named === 'markdown' || named === 'html' ? named : 'text'
}

/**
 * Reads a file of text, Markdown or HTML; its name decides unless `format` is given.
 * @param as the reader's choice of encoding
 * @throws ImportProblem `empty`, `too_large`, `too_many_blocks`, `encoding`, `not_text`, `damaged` for broken front
 * matter
 */
export function readTextFile(
  name: string,
  bytes: Uint8Array,
  as?: Encoding,
  format: WrittenFormat = writtenFormatOf(name),
): Incoming {
  if (format === 'html') {
    const declared = charsetOfMarkup(bytes) ?? undefined
    const decoded = decodeDeclared(bytes, { declared, as })
    return withDecoding(readHtml(decoded.text, { kind: 'file' }), decoded)
  }
  const decoded = decodeText(bytes, { as })
  return withDecoding(readDraft(decoded.text, format), decoded)
}

/**
 * Reads plain text or Markdown with front matter. Without a title in the front matter, the first main heading of
 * Markdown is the title.
 */
export function readDraft(written: string, as: 'text' | 'markdown'): Incoming {
  if (as === 'markdown') return readMarkdown(written)
  const draft = parseDraft(written, as)
  if (draft.problem) throw problemOf(draft.problem)
  const pieces = draft.blocks.map((block) => ({ ...block, text: draft.text.slice(block.start, block.end) }))
  const title = oneLine(draft.title ?? mainHeadings(pieces)[0] ?? '')
  const kept = withoutTitle(pieces, title)
  const { text, blocks } = kept.length === pieces.length ? draft : assemble(kept)
  if (text.trim() === '') throw new ImportProblem('empty')
  const incoming: Incoming = {
    title,
    byline: draft.byline ?? '',
    dateline: draft.dateline ?? '',
    language: languageOf(languageTag(draft.language ?? ''), text),
    canonicalUrl: null,
    text,
    blocks,
    notes: [],
    notices: [],
    encoding: null,
  }
  return withAccount(incoming, () => written)
}

function problemOf(problem: DraftProblem): ImportProblem {
  switch (problem.code) {
    case 'empty':
      return new ImportProblem('empty')
    case 'too_long':
      return new ImportProblem('too_large', { units: TEXT_BOUNDS.units })
    case 'too_many_blocks':
      return new ImportProblem('too_many_blocks')
    case 'front_matter':
      return new ImportProblem('damaged', { detail: problem.message })
    default:
      return new ImportProblem('not_text')
  }
}
