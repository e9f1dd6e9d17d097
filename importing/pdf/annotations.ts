import { sourceUrl } from '@/text/sources'
import { standsWhole } from '@/text/word-edges'
import type { Incoming, Link, Note, Notice } from '../incoming'
import { addressesOf } from '../office/addresses'
import { commentNote, inOrder, threads, type WrittenNote } from '../office/notes'
import { withoutRedirect } from '../office/redirect'
import type { Run } from './runs'
import { mendedLetters, turnedRound } from './letters'

/** A link or comment of a page, as PDF.js gives it. */
type Given = {
  id?: string
  subtype?: string
  url?: string
  rect?: number[]
  overlaidText?: string
  contentsObj?: { str?: string }
  titleObj?: { str?: string }
  inReplyTo?: string
  state?: string | null
}

type Comment = WrittenNote & { id: string; parent: string | undefined; words: string; before: string }
type PageLink = { url: string; words: string }
export type Annotations = { links: PageLink[]; comments: Comment[] }

const MOST = 5_000
const MOST_NAMES = 20
/** Programs write the day behind the name of a comment's author. */
const DAY = /,\s*[\d٠-٩][\d٠-٩./-]*[,\s]*$/

/** The links and comments on a page; windows that only show a comment again are none. */
export function annotationsOf(given: readonly object[], runs: readonly Run[]): Annotations {
  const found: Annotations = { links: [], comments: [] }
  for (const one of given.slice(0, MOST) as Given[]) {
    const words = one.overlaidText?.trim() ?? ''
    const said = one.contentsObj?.str?.trim() ?? ''
    if (one.subtype === 'Link') {
      if (one.url) found.links.push({ url: one.url, words })
    } else if (one.subtype !== 'Popup' && said !== '' && !(one.state && one.inReplyTo))
      found.comments.push({
        ...{ id: one.id ?? '', parent: one.inReplyTo, words },
        ...{ author: (one.titleObj?.str ?? '').replace(DAY, '').trim(), text: said },
        links: addressesOf(said, []),
        before: words === '' ? wordsBefore(one.rect ?? [], runs) : '',
      })
  }
  return found
}

/** The words on whose line a mark without words stands, and behind which it stands. */
function wordsBefore([left = 0, bottom = 0, , top = 0]: readonly number[], runs: readonly Run[]): string {
  const beside = runs.filter(({ y, text }) => y >= bottom - 2 && y <= top + 2 && text.trim() !== '')
  const distance = ({ x, width }: Run) => Math.abs(left - x - width)
  return beside.sort((a, b) => distance(a) - distance(b))[0]?.text.trim() ?? ''
}

/** Finds words in a text whatever the blanks in them; null where they do not stand exactly once. */
function finderIn(text: string) {
  const at: number[] = []
  let squeezed = ''
  for (let index = 0; index < text.length; index++) {
    if (/\s/.test(text.charAt(index))) continue
    squeezed += text.charAt(index)
    at.push(index)
  }
  const once = (words: string) => {
    const wanted = words.replace(/\s+/g, '')
    if (wanted === '') return null
    const found: { start: number; end: number }[] = []
    for (let from = squeezed.indexOf(wanted); from !== -1; from = squeezed.indexOf(wanted, from + 1)) {
      const span = { start: at[from] ?? 0, end: (at[from + wanted.length - 1] ?? 0) + 1 }
      if (standsWhole(text, span)) found.push(span)
      if (found.length > 1) return null
    }
    return found[0] ?? null
  }
  return (words: string) => {
    const mended = mendedLetters(words).text.normalize('NFC')
    return once(mended) ?? once(turnedRound(mended))
  }
}

/** The import with its links and comments on their words; links that cannot be placed are told with their addresses. */
export function withAnnotations(incoming: Incoming, pages: readonly Annotations[]): Incoming {
  const find = finderIn(incoming.text)
  const links: Link[] = []
  const lost: string[] = []
  for (const { url, words } of pages.flatMap((page) => page.links)) {
    const address = sourceUrl(withoutRedirect(url))
    const span = address.ok ? find(words) : null
    if (address.ok && span) links.push({ url: address.url, ...span })
    else if (address.ok) lost.push(address.url)
  }
  const notes = notesOf(
    pages.flatMap(({ comments }) => comments),
    find,
  )
  const notices: Notice[] = [
    { kind: 'comments', as: 'left_out', count: notes.length },
    { kind: 'links', as: 'left_out', count: lost.length, names: [...new Set(lost)].slice(0, MOST_NAMES) },
  ]
  return {
    ...incoming,
    ...{ notes: inOrder(notes), links: joinedLinks(incoming.text, links) },
    notices: [...incoming.notices, ...notices.filter(({ count }) => count > 0)],
  }
}

function notesOf(comments: readonly Comment[], find: ReturnType<typeof finderIn>): Note[] {
  const byId = new Map(comments.map((one) => [one.id, one]))
  const parentOf = ({ parent }: Comment) => (parent === undefined ? undefined : byId.get(parent))
  return [...threads(comments, parentOf)].flatMap(([{ words, before, author, text, links }, replies]) => {
    const end = words === '' ? (find(before)?.end ?? 0) : 0
    const span = find(words) ?? { start: end, end }
    return commentNote({ author, text, links }, replies, span) ?? []
  })
}

/** A link that goes on in the next line is one link. */
function joinedLinks(text: string, links: readonly Link[]): Link[] {
  const joined: Link[] = []
  for (const link of links.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1)
    if (last?.url === link.url && text.slice(last.end, link.start).trim() === '')
      last.end = Math.max(last.end, link.end)
    else joined.push({ ...link })
  }
  return joined
}
