/**
 * Every place where `needle` stands in `haystack`, overlapping ones too, in order. Knuth–Morris–Pratt, so that
 * a long quote of one repeated letter takes linear time, which indexOf does not promise.
 */
export function occurrences(haystack: string, needle: string): number[] {
  const found: number[] = []
  if (needle.length === 0 || needle.length > haystack.length) return found
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
