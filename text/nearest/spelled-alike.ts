/** Words that differ from the wanted one by one letter, or by two letters when it is long. A short word has none. */
export function alikeIn(words: Iterable<string>, wanted: string): Set<string> {
  const found = new Set<string>()
  if (wanted.length < 4 || /\p{N}/u.test(wanted)) return found
  const most = wanted.length < 8 ? 1 : 2
  for (const word of words)
    if (Math.abs(word.length - wanted.length) <= most && !/\p{N}/u.test(word) && differBy(word, wanted, most))
      found.add(word)
  return found
}

/** Whether two words differ by at most `most` letters that are added, left out or replaced. */
function differBy(a: string, b: string, most: number): boolean {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const now = [row]
    for (let at = 1; at <= b.length; at++) {
      const same = a[row - 1] === b[at - 1] ? 0 : 1
      now.push(Math.min((before[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (before[at - 1] ?? 0) + same))
    }
    if (Math.min(...now) > most) return false
    before = now
  }
  return (before[b.length] ?? most + 1) <= most
}
