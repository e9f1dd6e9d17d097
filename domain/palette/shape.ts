/** What the desk finds by name; the order is that of the palette. */
export const FOUND_KINDS = ['claim', 'article', 'view', 'person'] as const
export type FoundKind = (typeof FOUND_KINDS)[number]

/** A record of the desk that somebody can go to. */
export type Found = {
  kind: FoundKind
  id: string
  label: string
  /** The language of the label, when it is not the reader's. */
  language?: string
  /** A claim's number and the article that it stands in. */
  number?: number
  article?: { id: string; title: string; language: string }
  /** Where a saved view is seen. */
  address?: string
}
