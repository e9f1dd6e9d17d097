/**
 * How many units of a needle are searched first, and how many matches of these are allowed before the algorithm
 * changes.
 */
const HEAD_UNITS = 32
const HEADS_MAX = 64

/**
 * Every position of `needle` in `haystack` in order, overlapping ones included. When few positions match the first
 * units, it compares those; else it uses Knuth–Morris–Pratt, so that a long quote of one repeated letter takes linear
 * time. indexOf does not guarantee that.
 */
export function occurrences(haystack: string, needle: string): number[] {
  if (needle.length === 0 || needle.length > haystack.length) return []
  return fewOccurrences(haystack, needle) ?? allOccurrences(haystack, needle)
}

function fewOccurrences(haystack: string, needle: string): number[] | null {
  const head = needle.slice(0, HEAD_UNITS)
  const found: number[] = []
  let heads = 0
  for (let at = haystack.indexOf(head); at !== -1; at = haystack.indexOf(head, at + 1)) {
    heads += 1
    if (heads > HEADS_MAX) return null
    if (haystack.startsWith(needle, at)) found.push(at)
  }
  return found
}

function allOccurrences(haystack: string, needle: string): number[] {
  const found: number[] = []
  const fallback = new Int32Array(needle.length)
  for (let at = 1, matched = 0; at < needle.length; at++) {
    const unit = needle.charCodeAt(at)
    while (matched > 0 && needle.charCodeAt(matched) !== unit) matched = fallback[matched - 1] ?? 0
    if (needle.charCodeAt(matched) === unit) matched++
    fallback[at] = matched
  }
  for (let at = 0, matched = 0; at < haystack.length; at++) {
    const unit = haystack.charCodeAt(at)
    while (matched > 0 && needle.charCodeAt(matched) !== unit) matched = fallback[matched - 1] ?? 0
    if (needle.charCodeAt(matched) === unit) matched++
    if (matched === needle.length) {
      found.push(at - needle.length + 1)
      matched = fallback[matched - 1] ?? 0
    }
  }
  return found
}
