import { withAccount } from '../account'
import { type Archive, openArchive } from '../archive'
import { ImportProblem, type Incoming, type Link, type Note } from '../incoming'
import { LanguageVote } from '../office/language'
import type { Finished } from '../office/manuscript'
import {
  type Span,
  commentNote,
  inOrder,
  linksWithSpans,
  otherAddresses,
  threads,
  trimmedSpan,
} from '../office/notes'
import { Tally } from '../office/tally'
import { notesAtMarks, type RaisedNotes } from '../form/notes'
import { finishedOf } from '../office/finished'
import { trackedOf } from '../office/tracked'
import { type XmlNode, child, descendants, elements, readXml, textOf } from '../office/xml'
import { readBlock } from './blocks'
import { NAMESPACES } from './names'
import { Numbering } from './numbering'
import { type Comment, Reading } from './reading'
import { Styles } from './styles'

const MIMETYPE = /^application\/vnd\.oasis\.opendocument\.text(?:-template|-master)?\s*$/

/**
 * Reads an OpenDocument text (.odt and its template) as if every tracked change were accepted. The title and byline
 * do not appear in the text again.
 *
 * @throws ImportProblem not_this_format, encrypted, empty, entities, and what `openArchive` throws
 */
export async function readOdt(file: Buffer): Promise<Incoming & { links: Link[] }> {
  const archive = await openArchive(file)
  const media = await mediaTypes(archive)
  const stylesPart = await part(archive, 'styles.xml')
  const styles = new Styles(stylesPart)
  const counting = () => ({
    numbering: new Numbering(stylesPart),
    tally: new Tally(),
    votes: new LanguageVote(),
  })
  const reading = new Reading({ styles, media, ...counting() })
  // What is left out and decided is told of the text itself, so the reading of the text before counts for itself.
  const before = new Reading({ styles, media, ...counting() }, 'rejected')
  const said = await readBody(archive, reading, before)
  const { manuscript } = reading
  const { tally, votes } = reading.shared
  if (manuscript.blocks.length === 0) throw new ImportProblem('empty')
  const property = await titleProperty(archive)
  const { heading, raised, finished } = finishedOf(manuscript, property)
  const { title, byline } = heading
  const tracked =
    reading.changes.any &&
    trackedOf(
      { finished: finishedOf(before.manuscript, property, heading).finished, borders: before.borders },
      { finished, borders: reading.borders },
    )
  const notes = notesOf(reading, raised, finished)
  countHeaders(stylesPart, tally)
  if (archive.names.some((name) => /^(?:Basic\/[^/]+|Scripts)\/.*[^/]$/.test(name)))
    tally.add('scripts', 'left_out')
  const incoming = {
    title,
    byline,
    dateline: '',
    language: votes.result(finished.text),
    canonicalUrl: null,
    text: finished.text,
    blocks: finished.blocks,
    notes,
    notices: [...tally.notices(), ...otherAddresses(manuscript.others, finished)],
    encoding: null,
    links: linksWithSpans(manuscript.links, finished),
    ...(tracked && { tracked }),
  }
  return withAccount(incoming, () => said.join(''))
}

async function part(archive: Archive, name: string): Promise<XmlNode | null> {
  const bytes = await archive.read(name)
  return bytes && readXml(bytes, NAMESPACES)
}

/** The media type of each path. An encrypted file states its encryption here, and nothing else in it can be read. */
async function mediaTypes(archive: Archive): Promise<Map<string, string>> {
  const mimetype = (await archive.read('mimetype'))?.toString('latin1')
  if (mimetype !== undefined && !MIMETYPE.test(mimetype)) throw new ImportProblem('not_this_format')
  const manifest = await part(archive, 'META-INF/manifest.xml')
  if (!manifest && mimetype === undefined) throw new ImportProblem('not_this_format')
  const types = new Map<string, string>()
  for (const node of manifest ? elements(manifest) : []) {
    if (child(node, 'manifest:encryption-data')) throw new ImportProblem('encrypted')
    const path = (node.attributes['manifest:full-path'] ?? '').replace(/\/$/, '')
    types.set(path, node.attributes['manifest:media-type'] ?? '')
  }
  return types
}

/** Reads the body as if all changes were accepted and, when there are some, as if they were rejected: `before`. */
async function readBody(archive: Archive, reading: Reading, before: Reading): Promise<string[]> {
  const bytes = await archive.read('content.xml')
  if (!bytes) throw new ImportProblem('not_this_format')
  const said: string[] = []
  const root = await readXml(bytes, NAMESPACES, {
    within: ['office:automatic-styles', 'office:text'],
    take: (node) => {
      if (node.name === 'text:list-style') {
        reading.shared.numbering.add(node)
        before.shared.numbering.add(node)
      } else if (node.name.startsWith('style:')) reading.shared.styles.add(node)
      else {
        said.push(textOf(node))
        readBlock(reading, node)
        if (reading.changes.any) readBlock(before, node)
      }
    },
  })
  if (!child(child(root, 'office:body'), 'office:text')) throw new ImportProblem('not_this_format')
  const scripts = child(root, 'office:scripts')
  if (scripts && elements(scripts).length > 0) reading.leaveOut('scripts')
  return said
}

async function titleProperty(archive: Archive): Promise<string> {
  const meta = child((await part(archive, 'meta.xml')) ?? undefined, 'office:meta')
  const title = child(meta, 'dc:title')
  return title ? textOf(title).trim() : ''
}

function notesOf(reading: Reading, raised: RaisedNotes, finished: Finished): Note[] {
  const { marks, comments, shared } = reading
  const { notes } = notesAtMarks(marks, raised, finished, shared.tally)
  const named = new Map(comments.flatMap((one) => (one.name === undefined ? [] : [[one.name, one]])))
  const commented = [...threads(comments, (one) => named.get(one.parent ?? ''))].flatMap(
    ([root, answers]) =>
      commentNote(
        root.note,
        answers.map(({ note }) => note),
        spanOf(root, finished),
      ) ?? [],
  )
  shared.tally.add('comments', 'left_out', commented.length)
  return inOrder([...notes, ...commented])
}

function spanOf({ start, end }: Comment, finished: Finished): Span {
  return trimmedSpan(finished.text, finished.at(start), finished.at(end ?? start))
}

/** Counts headers and footers that have words. */
function countHeaders(stylesPart: XmlNode | null, tally: Tally): void {
  const pages = child(stylesPart ?? undefined, 'office:master-styles')
  for (const page of pages ? descendants(pages, 'style:master-page') : []) {
    const said = elements(page).filter(
      (one) => /^style:(?:header|footer)/.test(one.name) && textOf(one).trim() !== '',
    )
    tally.add('headers', 'left_out', said.length)
  }
}
