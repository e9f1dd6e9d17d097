/** A link of a text on its words; half-open, in UTF-16 units. */
export type TextLink = { url: string; start: number; end: number }

/** The links that stand on words of the text. */
export const linksWithin = (text: string, links: readonly TextLink[]): TextLink[] =>
  links.filter(({ start, end }) => start < end && end <= text.length && text.slice(start, end).trim() !== '')

/**
 * The links of an edited text: those before the first and after the last change keep their words, and a link between
 * them stays when its words occur there once.
 */
export function linksAfterEdit(before: string, after: string, links: readonly TextLink[]): TextLink[] {
  if (before === after) return [...links]
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
  return links.flatMap((link) => {
    if (link.end <= same) return link
    if (link.start >= before.length - tail)
      return { ...link, start: link.start + shift, end: link.end + shift }
    const words = before.slice(link.start, link.end)
    const changed = after.slice(Math.max(same - words.length, 0), after.length - tail + words.length)
    const at = changed.indexOf(words)
    if (at === -1 || changed.indexOf(words, at + 1) !== -1) return []
    const start = Math.max(same - words.length, 0) + at
    return { ...link, start, end: start + words.length }
  })
}

/** The links that share words with a span, each address once, with their words. */
export function linksOn(
  text: string,
  links: readonly TextLink[],
  span: { start: number; end: number },
): { url: string; words: string }[] {
  const found = new Map<string, string>()
  for (const { url, start, end } of links)
    if (start < span.end && span.start < end && !found.has(url))
      found.set(url, text.slice(start, end).replace(/\s+/g, ' '))
  return [...found].map(([url, words]) => ({ url, words }))
}
