const STRONG = /[\p{L}\u200e\u200f\u061c]/u
/** Right-to-left letters, and the marks that start or override a direction. */
const RIGHT_TO_LEFT =
  /[\u200f\u061c\u202a-\u202e\u2066-\u2069\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u

/** Whether any part of a text may run from right to left. */
export const hasRightToLeft = (text: string) => RIGHT_TO_LEFT.test(text)

/** The direction of a text's first strong character (UAX 9, P2), like `dir=auto`; null if it has none. */
export function firstStrong(text: string): 'ltr' | 'rtl' | null {
  const strong = STRONG.exec(text)?.[0]
  if (strong === undefined) return null
  return RIGHT_TO_LEFT.test(strong) ? 'rtl' : 'ltr'
}

/**
 * The direction that all lines with letters have; `auto` if they differ or none has any. In a field of one direction,
 * a line of figures alone then stands where its neighbours do; by itself `dir=auto` puts it at the left.
 */
export function directionOfLines(text: string): 'ltr' | 'rtl' | 'auto' {
  let found: 'ltr' | 'rtl' | null = null
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf('\n', from)
    const line = text.slice(from, end === -1 ? text.length : end)
    const direction = firstStrong(line)
    if (direction !== null && found !== null && direction !== found) return 'auto'
    found ??= direction
    if (end === -1) break
    from = end + 1
  }
  return found ?? 'auto'
}
