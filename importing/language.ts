import { eld } from 'eld/extrasmall'

const LOOKED_AT = 5000
const FEWEST_LETTERS = 12
/** Letters of languages that the detector does not know and mistakes for another language of the same script. */
const STRANGERS: [RegExp, Set<string>][] = [
  // Pashto and Kurdish
  [/[ښڼېڅځګۍەۆێڵڕڤ]/gu, new Set(['ar', 'fa', 'ur'])],
  // Kazakh, Kyrgyz, Tajik, Tatar
  [/[әғқңөұүһҳҷӣӯ]/giu, new Set(['ru', 'uk', 'bg', 'mk', 'sr'])],
]

/** The language of a text as BCP 47; null when its letters do not tell. */
export function guessLanguage(text: string): string | null {
  const words = text.slice(0, LOOKED_AT).toWellFormed()
  const letters = words.match(/\p{L}/gu)?.length ?? 0
  if (letters < FEWEST_LETTERS) return null
  const found = eld.detect(words)
  if (!found.language || !found.isReliable()) return null
  const strange = STRANGERS.some(
    ([pattern, taken]) => taken.has(found.language) && (words.match(pattern)?.length ?? 0) * 50 > letters,
  )
  return strange ? null : found.language
}

/** The script of most letters in the text, as ISO 15924, among the scripts of the desk's languages. */
function scriptOf(text: string): string | null {
  const sample = text.slice(0, LOOKED_AT)
  const counts = [
    ['Arab', sample.match(/\p{Script=Arabic}/gu)?.length ?? 0],
    ['Latn', sample.match(/\p{Script=Latin}/gu)?.length ?? 0],
    ['Cyrl', sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0],
  ] as const
  const [script, count] = counts.reduce((most, next) => (next[1] > most[1] ? next : most))
  return count > 0 ? script : null
}

/**
 * The declared language, unless the text is in another script (templates declare `en` on Arabic pages); else a guess.
 */
export function languageOf(declared: string | null, text: string): string | null {
  if (declared === null) return guessLanguage(text)
  const script = scriptOf(text)
  const usual = new Intl.Locale(declared).maximize().script
  const others = usual === 'Arab' || usual === 'Latn' || usual === 'Cyrl'
  return script !== null && others && script !== usual ? (guessLanguage(text) ?? declared) : declared
}
