import type { LivePresence, PresenceTold } from './shape'

/** How long somebody counts as present after their page last said so, and as typing. Pages say so more often. */
export const PRESENT_MS = 40_000
export const TYPING_MS = 6_000
/** How many pages of one person, and how many altogether, are remembered. The oldest go first. */
const PAGES_OF_ONE = 20
const MOST_PAGES = 5_000

export type Page = { told: PresenceTold; at: number; typedAt: number | null }
/** Open pages that show a claim, the longest unheard first. */
export type Pages = ReadonlyMap<string, Page>

const keyOf = ({ person, page }: PresenceTold) => `${person.id} ${page}`

/** The pages after one of them has said where it is. */
export function withPage(pages: Pages, told: PresenceTold, at: number): Pages {
  const next = new Map(pages)
  next.delete(keyOf(told))
  if (told.claimNumber === null) return next
  next.set(keyOf(told), { told, at, typedAt: told.typing ? at : null })
  const own = [...next].filter(([, page]) => page.told.person.id === told.person.id)
  for (const [key] of own.slice(0, Math.max(0, own.length - PAGES_OF_ONE))) next.delete(key)
  for (const [key] of next) {
    if (next.size <= MOST_PAGES) break
    next.delete(key)
  }
  return next
}

/** The pages that still count. */
export const stillPresent = (pages: Pages, at: number): Pages =>
  new Map([...pages].filter(([, page]) => at - page.at < PRESENT_MS))

/** Everybody but the reader at the claims of an article, in a lasting order; each once for each claim. */
export function presentAt(
  pages: Pages,
  articleId: string,
  readerId: string,
  at: number,
): LivePresence['present'] {
  const found = new Map<string, LivePresence['present'][number]>()
  for (const page of stillPresent(pages, at).values()) {
    const { person, claimNumber, articleId: where } = page.told
    if (where !== articleId || person.id === readerId || claimNumber === null) continue
    const key = `${claimNumber} ${person.id}`
    const typing = page.typedAt !== null && at - page.typedAt < TYPING_MS
    found.set(key, { claimNumber, person, typing: typing || (found.get(key)?.typing ?? false) })
  }
  return [...found.values()].sort(
    (a, b) =>
      a.claimNumber - b.claimNumber ||
      (a.person.name < b.person.name ? -1 : a.person.name > b.person.name ? 1 : 0) ||
      (a.person.id < b.person.id ? -1 : 1),
  )
}
