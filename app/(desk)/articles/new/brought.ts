import {
  claimsOfNotes,
  fieldsOf,
  hasWords,
  notesAfterEdit,
  type BroughtFields,
} from '@/domain/article/from-incoming'
import { momentTyped } from '@/components/form/moment'
import type { ShownNote } from '@/components/import/note-list'
import type { z } from 'zod'
import type { createArticleSchema } from '@/domain/article/schema'
import type { Block } from '@/text/blocks'
import { canonicalText } from '@/text/canonical'
import type { Incoming, Link, Note, Notice } from '@/importing/incoming'
import { takeBack, takeBackInEdited, type PageRead } from '@/importing/take-back'

export type Fields = BroughtFields & {
  desk: string
  deadline: string
  text: string
  markdown: boolean
}

export const EMPTY: Fields = {
  title: '',
  byline: '',
  dateline: '',
  language: '',
  desk: '',
  canonicalUrl: '',
  deadline: '',
  text: '',
  markdown: false,
}

/** Content imported into the form, unchanged. */
export type Brought = {
  /** The name of the file, or the address; empty for pasted content. */
  name: string
  filled: BroughtFields
  text: string
  blocks: Block[]
  notes: Note[]
  links?: Link[]
  notices: Notice[]
  encoding: Incoming['encoding']
  allKept?: true
  /** Indexes of the notes that are not ticked: those that their writers settled, and those that the reader unticked. */
  left: number[]
  /** For a web page: its text as read, and which of the pieces left out of it the reader took back. */
  page?: { read: PageRead; taken: number[] }
}

/** The part of the form that the browser keeps until it is saved. */
export type Form = { fields: Fields; brought: Brought | null }

const BROUGHT_FIELDS = ['title', 'byline', 'dateline', 'language', 'canonicalUrl'] as const

/** Puts imported content into the form. Typed text stays in the fields for which the import has nothing. */
export function withIncoming({ fields, brought }: Form, incoming: Incoming, name: string): Form {
  const filled = fieldsOf(incoming)
  const next: Fields = { ...fields, text: incoming.text, markdown: false }
  for (const field of BROUGHT_FIELDS) {
    const typed = fields[field] === brought?.filled[field] ? '' : fields[field]
    next[field] = filled[field] || typed
  }
  const { text, blocks, notes, links, notices, encoding, allKept, leftOut = [] } = incoming
  const page = leftOut.length > 0 && { page: { read: { text, blocks, notes, links, leftOut }, taken: [] } }
  const left = notes.flatMap((note, index) => (note.settled ? [index] : []))
  return {
    fields: next,
    brought: {
      ...{ name, filled, text, blocks, notes, links, notices, encoding, left },
      ...(allKept && { allKept }),
      ...page,
    },
  }
}

/** Takes back pieces that were left out of a page, or gives them up again; what was typed in the text stays. */
export function withTaken({ fields, brought }: Form, taken: number[]): Form {
  if (!brought?.page) return { fields, brought }
  const { read, taken: before } = brought.page
  const next = takeBack(read, taken)
  const untouched = fields.text === brought.text
  const text = untouched ? next.text : takeBackInEdited(fields.text, read, before, taken)
  return { fields: { ...fields, text }, brought: { ...brought, ...next, page: { read, taken } } }
}

/** Inserts pasted markup into the typed text: its words, with blank lines between its blocks. */
export function withInserted({ fields, brought }: Form, incoming: Incoming, from: number, to: number): Form {
  const heading = incoming.title === '' ? '' : `${incoming.title}\n\n`
  const text = `${fields.text.slice(0, from)}${heading}${incoming.text}${fields.text.slice(to)}`
  return { fields: { ...fields, text, language: fields.language || (incoming.language ?? '') }, brought }
}

/** Whether a new text would overwrite something typed. */
export function hasTyped({ fields, brought }: Form): boolean {
  return fields.text.trim() !== '' && fields.text !== brought?.text
}

/** The notes in their order, each with its outcome for the text as it is typed now. */
export function shownNotes(brought: Brought, typed: string): ShownNote[] {
  const left = new Set(brought.left)
  const text = canonicalText(typed)
  const edited = notesAfterEdit(brought.text, text, brought.notes)
  return brought.notes.map((note, index) => {
    const now = edited[index]
    const quote = brought.text.slice(note.start, note.end)
    if (!hasWords(brought.text, note)) return { note, index, quote, state: 'wordless' }
    if (!now || !hasWords(text, now)) return { note, index, quote, state: 'changed' }
    return { note: now, index, quote, state: left.has(index) ? 'unticked' : 'ticked' }
  })
}

/** The claims made from the ticked notes. */
export function claimsOf(notes: readonly ShownNote[], typed: string): ReturnType<typeof claimsOfNotes> {
  const ticked = notes.filter((shown) => shown.state === 'ticked')
  return claimsOfNotes(
    canonicalText(typed),
    ticked.map((shown) => shown.note),
  )
}

/** The input for creating the article. The deadline is typed on the clock of the zone. */
export function toInput(
  form: Form,
  { requestKey, zone }: { requestKey: string; zone: string },
): z.input<typeof createArticleSchema> {
  const { text, markdown, deadline, ...fields } = form.fields
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''))
  const { brought } = form
  return {
    ...given,
    ...(deadline && { deadline: momentTyped(deadline, zone) }),
    ...(markdown ? { markdown: text } : { text: brought ? canonicalText(text) : text }),
    ...(brought && !markdown && { claims: claimsOf(shownNotes(brought, text), text) }),
    ...(brought && !markdown && brought.text === text && { blocks: brought.blocks, links: brought.links }),
    requestKey,
  }
}
