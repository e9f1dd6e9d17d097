import { saidIn, withAccount } from '../account'
import { ImportProblem, type Incoming, type Link, type Note } from '../incoming'
import { LanguageVote } from '../office/language'
import type { Finished } from '../office/manuscript'
import { type Span, commentNote, inOrder, linksWithSpans, otherAddresses, trimmedSpan } from '../office/notes'
import { Tally } from '../office/tally'
import { notesAtMarks, type RaisedNotes } from '../form/notes'
import { finishedOf } from '../office/finished'
import { trackedOf } from '../office/tracked'
import { type XmlNode, child, readXml, textOf } from '../office/xml'
import { BlockReader } from './blocks'
import { mayHaveChanges } from './changes'
import { NAMESPACES } from './names'
import { countHeaders, readComments, readFootnotes } from './notes'
import { Numbering } from './numbering'
import { type Package, openPackage } from './package'
import { Reading, type Shared } from './reading'
import { Styles } from './styles'

/**
 * Reads a Word file (.docx, .docm and their templates) as if every tracked change were accepted. The title and byline
 * do not appear in the text again.
 *
 * @throws ImportProblem not_this_format, empty, entities, and what `openArchive` throws
 */
export async function readDocx(file: Buffer): Promise<Incoming & { links: Link[] }> {
  const opened = await openPackage(file)
  const [styles] = await opened.related('styles')
  const [numbering] = await opened.related('numbering')
  const counting = () => ({
    numbering: new Numbering(numbering?.root ?? null),
    tally: new Tally(),
    votes: new LanguageVote(),
  })
  const shared: Shared = { styles: new Styles(styles?.root ?? null), ...counting() }
  // What is left out and decided is told of the text itself, so the reading of the text before counts for itself.
  const { reading, before, said } = await readBody(opened, shared, { ...shared, ...counting() })
  const { manuscript } = reading
  if (manuscript.blocks.length === 0) throw new ImportProblem('empty')
  const property = await titleProperty(opened)
  const { heading, raised, finished } = finishedOf(manuscript, property)
  const { title, byline } = heading
  const tracked =
    before &&
    trackedOf(
      { finished: finishedOf(before.manuscript, property, heading).finished, borders: before.borders },
      { finished, borders: reading.borders },
    )
  const notes = await readNotes(opened, reading, raised, finished)
  await countOthers(opened, reading)
  const incoming = {
    title,
    byline,
    dateline: '',
    language: shared.votes.result(finished.text),
    canonicalUrl: null,
    text: finished.text,
    blocks: finished.blocks,
    notes,
    notices: [...shared.tally.notices(), ...otherAddresses(manuscript.others, finished)],
    encoding: null,
    links: linksWithSpans(manuscript.links, finished),
    ...(tracked && { tracked }),
  }
  return withAccount(incoming, () => said.join(''))
}

/** Instructions of fields, which are never shown. */
const INSTRUCTIONS = new Set(['w:instrText', 'w:delInstrText'])

/** The body as if all changes were accepted and, when there may be some, as if they were rejected: `before`. */
async function readBody(
  opened: Package,
  shared: Shared,
  apart: Shared,
): Promise<{ reading: Reading; before: Reading | null; said: string[] }> {
  const reading = new Reading(shared, opened.relationships)
  const blocks = new BlockReader(reading)
  const bytes = await opened.archive.read(opened.mainPart)
  if (!bytes) throw new ImportProblem('damaged')
  const before = mayHaveChanges(bytes) ? new Reading(apart, opened.relationships, 'rejected') : null
  const blocksBefore = before && new BlockReader(before)
  const said: string[] = []
  const take = (node: XmlNode) => {
    said.push(saidIn(node, INSTRUCTIONS))
    blocks.read(node)
    blocksBefore?.read(node)
  }
  const root = await readXml(bytes, NAMESPACES, { within: ['w:body'], take })
  if (root.name !== 'w:document') throw new ImportProblem('not_this_format')
  blocks.end()
  blocksBefore?.end()
  const { named, to, from } = reading.moves
  shared.tally.add('moves', 'accepted', named.size || to || from)
  return { reading, before, said }
}

async function titleProperty(opened: Package): Promise<string> {
  const [core] = await opened.ofFile('core-properties')
  const title = child(core?.root, 'dc:title')
  return title ? textOf(title).trim() : ''
}

async function readNotes(
  opened: Package,
  reading: Reading,
  raised: RaisedNotes,
  finished: Finished,
): Promise<Note[]> {
  const { shared } = reading
  const written = {
    footnote: await readFootnotes(opened, 'footnotes', shared),
    endnote: await readFootnotes(opened, 'endnotes', shared),
  }
  const comments = await readComments(opened, shared)
  const marked = reading.marks.map(({ origin, id, point }) => ({
    origin,
    note: written[origin].get(id),
    point,
  }))
  const { notes, spans } = notesAtMarks(marked, raised, finished, shared.tally)
  const elsewhere = new Map<string, Span>()
  marked.forEach(({ note }, index) => {
    const span = spans[index]
    if (span) note?.commented.forEach((comment) => elsewhere.set(comment, span))
  })
  const commented = [...comments].flatMap(([id, comment]) => {
    const span = spanOfComment(reading, finished, id) ?? elsewhere.get(id) ?? { start: 0, end: 0 }
    return commentNote(comment, comment.replies, span) ?? []
  })
  shared.tally.add('comments', 'left_out', commented.length)
  return inOrder([...notes, ...commented])
}

function spanOfComment(reading: Reading, finished: Finished, id: string): Span | undefined {
  const { start, end, reference } = reading.comments.get(id) ?? {}
  const to = end ?? reference ?? start
  if (!to) return undefined
  return trimmedSpan(finished.text, finished.at(start ?? to), finished.at(to))
}

async function countOthers(opened: Package, { shared }: Reading): Promise<void> {
  await countHeaders(opened, shared.tally)
  const scripts = [...opened.relationships.values()].filter(({ type }) => type === 'vbaProject')
  shared.tally.add('scripts', 'left_out', scripts.length)
}
