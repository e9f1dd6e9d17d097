import type { Failure } from '@/components/form/failure'
import type { Incoming } from '@/importing/incoming'
import type { Encoding } from '@/text/encodings'
import { wholeLetters } from '@/text/grapheme'

export type Item = {
  key: string
  file: File
  /** The same key for all attempts, so that a lost answer does not lead to a second article. */
  requestKey: string
  state:
    | { at: 'waiting' }
    | { at: 'sending'; share: number }
    /** Its encoding was guessed, or chosen after that: it is saved only when the reader says so. */
    | { at: 'asking'; read: Incoming; chosen: Encoding | null }
    | { at: 'saving' }
    | { at: 'done'; articleId: string; title: string; claims: number; notices: number }
    | { at: 'failed'; failure: Failure; chosen: Encoding | null }
}

export const newItem = (file: File): Item => ({
  key: crypto.randomUUID(),
  file,
  requestKey: crypto.randomUUID(),
  state: { at: 'waiting' },
})

export const withState = (items: readonly Item[], key: string, state: Item['state']): Item[] =>
  items.map((item) => (item.key === key ? { ...item, state } : item))

export const count = (items: readonly Item[], at: Item['state']['at']) =>
  items.filter((item) => item.state.at === at).length

/** Whether the reader must see the words of a file before they are saved. */
export const asksFirst = (read: Incoming, chosen: Encoding | null) =>
  chosen !== null || read.encoding?.guessed === true

/** Whether a file that was not taken in may be readable in another encoding. */
export const offersEncoding = ({ failure, chosen }: { failure: Failure; chosen: Encoding | null }) =>
  chosen !== null || failure.issues.some(({ key }) => key === 'importEncoding')

const EXCERPT_UNITS = 200
const BEFORE_UNITS = 40

/** The words of a text in which a wrong encoding would show: those around its first letter beyond ASCII. */
export function tellingWords(text: string): string {
  const letter = text.search(/[^\x00-\x7f]/)
  const line = text.lastIndexOf('\n', letter) + 1
  const from = letter - line <= BEFORE_UNITS ? line : text.indexOf(' ', letter - BEFORE_UNITS - 1) + 1
  const start = letter === -1 ? 0 : Math.min(from, letter)
  const words = wholeLetters(text, { start, end: Math.min(text.length, start + EXCERPT_UNITS) })
  return text.slice(words.start, words.end).replace(/\s+/g, ' ').trim()
}
