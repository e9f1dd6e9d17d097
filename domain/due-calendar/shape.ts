import type { Locale } from '@/text/locale'

/** Something that has a due time and waits for one person. */
export type DueItem = {
  kind: 'claim' | 'correction'
  id: string
  number: number
  /** Empty for a correction of a whole article. */
  quote: string
  due: Date
  changedAt: Date
  article: { id: string; title: string }
}

export type DueWork = { language: Locale; items: DueItem[] }
