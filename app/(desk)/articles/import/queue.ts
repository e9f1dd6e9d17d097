import type { Failure } from '@/components/form/failure'

export type Item = {
  key: string
  file: File
  /** The same key for all attempts, so that a lost answer does not lead to a second article. */
  requestKey: string
  state:
    | { at: 'waiting' }
    | { at: 'sending'; share: number }
    | { at: 'saving' }
    | { at: 'done'; articleId: string; title: string; claims: number; notices: number }
    | { at: 'failed'; failure: Failure }
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
