import type { Tx } from '@/prisma/client'

/** The number of lines in an article's chain of history, and the hash of the last. */
export type ChainEnd = { count: number; hash: string }

const ends = new WeakMap<Tx, Map<string, ChainEnd>>()

/**
 * The end of an article's chain, as far as this transaction has read or moved it. It is the present one: whoever reads it
 * locks the article, so that nobody else moves it before the transaction ends.
 */
export const knownEnd = (tx: Tx, articleId: string): ChainEnd | undefined => ends.get(tx)?.get(articleId)

export function rememberEnd(tx: Tx, articleId: string, end: ChainEnd): void {
  const known = ends.get(tx) ?? new Map<string, ChainEnd>()
  ends.set(tx, known.set(articleId, end))
}
