import { ImportProblem, type Incoming, type Note } from '../incoming'
import { notesOfRaisedMarks, notesAtMarks } from '../form/notes'
import { addressesOf } from '../office/addresses'
import { inOrder, linksWithSpans, otherAddresses, trimmedSpan, commentNote } from '../office/notes'
import { headingOf } from '../office/title'
import { RtfReader } from './reader'
import { tokensOf } from './tokens'

/** Groups within groups; no program nests as many. */
const MAX_DEPTH = 1000

/**
 * Reads a Rich Text file as if every tracked change were accepted. Footnotes and comments become notes on their words.
 * @throws ImportProblem `not_this_format`, `damaged`, `empty`, `too_large`, `too_many_blocks`
 */
export function readRtf(bytes: Uint8Array): Incoming {
  if (!Buffer.from(bytes.subarray(0, 5)).equals(Buffer.from('{\\rtf')))
    throw new ImportProblem('not_this_format')
  const reader = new RtfReader()
  readWhole(bytes, reader)
  reader.finish()
  const { manuscript, tally } = reader
  if (manuscript.blocks.length === 0) throw new ImportProblem('empty')
  const { title, byline, omitted } = headingOf(manuscript, reader.values.get('title') ?? '')
  const raised = notesOfRaisedMarks(manuscript)
  const finished = manuscript.finish(new Set([...omitted, ...raised.omitted]), raised.cuts)
  if (finished.text === '') throw new ImportProblem('empty')
  const marked = reader.notes.footnotes.map(({ origin, text, links, point }) => {
    return { origin, note: { author: '', text, links: addressesOf(text, links) }, point }
  })
  const { notes } = notesAtMarks(marked, raised, finished, tally)
  const comments = reader.notes.comments.flatMap(({ author, text, links, start, end }): Note | Note[] => {
    const span = trimmedSpan(finished.text, finished.at(start ?? end), finished.at(end))
    return commentNote({ author, text, links: addressesOf(text, links) }, [], span) ?? []
  })
  tally.add('comments', 'left_out', comments.length)
  return {
    title,
    byline: byline || (reader.values.get('author') ?? ''),
    dateline: '',
    language: null,
    canonicalUrl: null,
    text: finished.text,
    blocks: finished.blocks,
    notes: inOrder([...notes, ...comments]),
    links: linksWithSpans(manuscript.links, finished),
    notices: [...tally.notices(), ...otherAddresses(manuscript.others, finished)],
    encoding: null,
  }
}

/** A file that ends inside a group, or goes on after its last one, has lost words. */
function readWhole(bytes: Uint8Array, reader: RtfReader): void {
  let depth = 0
  let ended = false
  for (const token of tokensOf(bytes)) {
    if (token.kind === 'open') depth++
    if (depth > MAX_DEPTH) throw new ImportProblem('damaged', { depth: MAX_DEPTH })
    if (!ended) reader.take(token)
    else if (token.kind !== 'close' && !(token.kind === 'byte' && token.byte <= 0x20))
      throw new ImportProblem('damaged', { said: 'words after the end' })
    if (token.kind === 'close') depth--
    ended ||= depth <= 0
  }
  if (!ended) throw new ImportProblem('damaged', { said: 'no end' })
}
