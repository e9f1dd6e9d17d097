import { FINDING_MAX, QUOTE_MAX } from '@/domain/claim/rules'
import { boundaryBefore, isBoundary } from '@/text/grapheme'
import { sourceUrl } from '@/text/sources'
import { wholeWords } from '@/text/word-edges'
import type { Incoming, Note } from '@/importing/incoming'
import { BYLINE_MAX, DATELINE_MAX, TITLE_MAX, URL_MAX } from './rules'

export type NoteClaim = {
  quote: string
  start: number
  finding: string
  sources: { title: string; url: string; stance: 'context' }[]
}

export type BroughtFields = {
  title: string
  byline: string
  dateline: string
  language: string
  canonicalUrl: string
}

const SOURCES_MAX = 100
const SOURCE_TITLE_MAX = 500

/** What a file or an address says about its article, in the fields of an article. */
export function fieldsOf(incoming: Incoming): BroughtFields {
  const address = incoming.canonicalUrl ?? ''
  return {
    title: cut(incoming.title.trim(), TITLE_MAX),
    byline: cut(incoming.byline.trim(), BYLINE_MAX),
    dateline: cut(incoming.dateline.trim(), DATELINE_MAX),
    language: incoming.language ?? '',
    canonicalUrl: address.length <= URL_MAX ? address : '',
  }
}

/** Whether a note marks words that a claim can stand on. */
export function hasWords(text: string, { start, end }: { start: number; end: number }): boolean {
  return start < end && /\S/.test(text.slice(start, end)) && isBoundary(text, start) && isBoundary(text, end)
}

/**
 * Turns comments and notes into claims on the words they are attached to, in the order of the text. A note without
 * words makes no claim. Notes on the same or overlapping words make one claim with all their texts. Words longer than a
 * claim may be are cut at the end of a word.
 */
export function claimsOfNotes(text: string, notes: readonly Note[]): NoteClaim[] {
  type Group = { start: number; end: number; notes: Note[] }
  const groups: Group[] = []
  const ordered = notes
    .filter((note) => hasWords(text, note))
    .map((note) => ({ note, ...wholeWords(text, { start: note.start, end: quoteEnd(text, note) }) }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  for (const { note, start, end } of ordered) {
    const open = groups.at(-1)
    const joined = open && start < open.end ? Math.max(open.end, end) : null
    if (open && joined !== null && joined - open.start <= QUOTE_MAX) {
      open.end = joined
      open.notes.push(note)
    } else groups.push({ start, end, notes: [note] })
  }
  return groups.map((group) => ({
    quote: text.slice(group.start, group.end),
    start: group.start,
    ...saidIn(group.notes),
  }))
}

/**
 * Moves notes to their spans in an edited text. Notes before or after all changes keep their words. Between two
 * changes, a note keeps words that occur there once. Notes whose words changed become null.
 */
export function notesAfterEdit(before: string, after: string, notes: readonly Note[]): (Note | null)[] {
  if (before === after) return [...notes]
  const shorter = Math.min(before.length, after.length)
  let same = 0
  while (same < shorter && before.charCodeAt(same) === after.charCodeAt(same)) same++
  let tail = 0
  while (
    tail < shorter - same &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++
  const shift = after.length - before.length
  return notes.map((note) => {
    if (note.end <= same) return note
    if (note.start >= before.length - tail)
      return { ...note, start: note.start + shift, end: note.end + shift }
    const words = before.slice(note.start, note.end)
    const at = words === '' ? -1 : after.indexOf(words)
    if (at === -1 || after.indexOf(words, at + 1) !== -1) return null
    return { ...note, start: at, end: at + words.length }
  })
}

type Given = Partial<BroughtFields> & { desk?: string }

/**
 * Turns what was read into input for `createArticle`. Given fields take precedence over what was read.
 * @param otherwise fills fields that neither supplies
 */
export function articleOfIncoming(
  incoming: Incoming,
  given: Given,
  options: { notes: 'claims' | 'none'; otherwise?: { title?: string; language?: string } },
) {
  const { title, byline, dateline, language, canonicalUrl } = fieldsOf(incoming)
  const { otherwise = {}, notes } = options
  return {
    title: given.title || title || cut(otherwise.title ?? '', TITLE_MAX),
    byline: given.byline ?? byline,
    dateline: given.dateline ?? dateline,
    language: given.language || language || otherwise.language || undefined,
    canonicalUrl: given.canonicalUrl || canonicalUrl || undefined,
    desk: given.desk || undefined,
    text: incoming.text,
    blocks: incoming.blocks,
    links: incoming.links,
    claims: notes === 'claims' ? claimsOfNotes(incoming.text, openNotes(incoming)) : [],
  }
}

/** The notes that still ask for something: all but the comments that their writers settled. */
export const openNotes = ({ notes }: Pick<Incoming, 'notes'>): Note[] =>
  notes.filter(({ settled }) => !settled)

/** A file's name without its extension, for files that give no title. */
export function titleOfName(name: string): string {
  return name.replace(/\.[a-z0-9]{1,8}$/i, '').trim() || name
}

function saidIn(notes: readonly Note[]): Pick<NoteClaim, 'finding' | 'sources'> {
  const urls = new Set<string>()
  const said = notes.map((note) => {
    const unusable: string[] = []
    for (const link of note.links) {
      const found = sourceUrl(link)
      if (found.ok && found.url.length <= URL_MAX && urls.size < SOURCES_MAX) urls.add(found.url)
      else if (!note.text.includes(link)) unusable.push(link)
    }
    const words = [note.text, ...unusable].filter((part) => part !== '').join('\n')
    return note.author === '' ? words : `${note.author}: ${words}`
  })
  return {
    finding: cut(said.join('\n\n'), FINDING_MAX),
    sources: [...urls].map((url) => ({ title: cut(url, SOURCE_TITLE_MAX), url, stance: 'context' as const })),
  }
}

function quoteEnd(text: string, { start, end }: Note): number {
  if (end - start <= QUOTE_MAX) return end
  const words = text.slice(start, start + QUOTE_MAX)
  const blank = /\s\S*$/.exec(words.slice(-200))
  return boundaryBefore(text, start + words.length - (blank?.[0].length ?? 0))
}

function cut(text: string, max: number): string {
  if (text.length <= max) return text
  return `${text.slice(0, boundaryBefore(text, max - 1))}…`
}
