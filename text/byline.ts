/** Longer words are no byline. */
const LONGEST = 80
const MOST_WORDS = 9

/** Words that announce a writer by themselves. */
const BY = /^(?:[Bb][Yy]|[Pp]ar|PAR|بقلم|به قلم)[:：]?\s+/u
/** Words that announce a writer only with a colon: without one they may be a verb, as in «كتب أحمد». */
const WITH_COLON =
  /^(?:[Ww]ords|[Tt]ext|[Rr]eporting|[Ww]riting|[Ee]diting|[Tt]exte|كتب[تا]?|كتبه|إعداد|أعد[تّ]ها?|تحرير|تقرير|ترجمة|تحقيق|متابعة|نوشته|نویسنده|گزارش)(?: by)?\s?[:：]\s*/u
/** In a script with capitals, the words of a name are capitals or connect such words. */
const NAMED =
  /^(?:(?:\p{Ll}{2,3}[-’'])?\p{Lu}[\p{L}\p{M}.'’-]*|and|et|de|da|di|du|del|der|den|van|von|la|le|el|al|bin|ibn|for|in|pour|[&·|/,–—-])$/u
const CASED = /[\p{Lu}\p{Ll}]/u

/**
 * Whether a block only says who wrote the text: `By Rana Haddad, Amman`. It names people and says nothing else, so it is
 * not a sentence.
 */
export function isByline(block: string): boolean {
  const written = block.trim()
  if (written.length > LONGEST || /[\p{N}\n.!?؟…]$|[\p{N}\n]/u.test(written)) return false
  const names = written.replace(BY, '').replace(WITH_COLON, '')
  if (names === written || names === '') return false
  const words = names.replace(/[,،]/gu, ' ').split(/\s+/).filter(Boolean)
  if (words.length > MOST_WORDS) return false
  return !CASED.test(names) || (CASED.test(names.charAt(0)) && words.every((word) => NAMED.test(word)))
}
