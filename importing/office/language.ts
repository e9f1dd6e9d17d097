import { languageTag } from '@/text/direction'

const COMPLEX_SCRIPT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
/** Letters that a language of this script does not have. */
const NOT_ITS_LETTERS: Readonly<Record<string, RegExp>> = {
  ar: /[\u067e\u0686\u0698\u06af\u06a9\u06cc\u06d2\u0679\u0688]/g,
}
/** The share of letters that must be in one language. */
const CLEAR = 0.7
const SCRIPTS_WITH_THEIR_OWN = new Set([
  'Arab',
  'Hebr',
  'Cyrl',
  'Grek',
  'Latn',
  'Deva',
  'Thai',
  'Armn',
  'Geor',
])

/** The most common words of languages that share an alphabet, each in only one of them. */
const COMMON_WORDS: Readonly<Record<string, RegExp>> = {
  de: /(?<!\p{L})(?:der|und|nicht|das|ist|ein|mit)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:the|of|and|to|is|was|that)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:el|los|las|y|por|una|del)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:le|les|et|des|du|est|dans|à)(?!\p{L})/giu,
  it: /(?<!\p{L})(?:il|di|che|della|gli|sono|è)(?!\p{L})/giu,
  pt: /(?<!\p{L})(?:os|um|uma|não|ao|dos|são)(?!\p{L})/giu,
  tr: /(?<!\p{L})(?:bir|bu|ve|için|ile|olarak)(?!\p{L})/giu,
}

/**
 * Which of a run's two languages counts: word processors store one for right-to-left letters and one for the rest.
 */
export function isComplexScript(words: string): boolean {
  return COMPLEX_SCRIPT.test(words)
}

/** Weighs the languages that a document's runs are marked with. */
export class LanguageVote {
  private readonly weights = new Map<string, number>()

  add(tag: string, words: string): void {
    this.weights.set(tag, (this.weights.get(tag) ?? 0) + words.trim().length)
  }

  /** The language that most letters are marked with; null when the marks disagree or the script contradicts them. */
  result(text: string): string | null {
    const ranked = [...this.weights].sort(([, a], [, b]) => b - a)
    const total = ranked.reduce((sum, [, weight]) => sum + weight, 0)
    const [tag, weight] = ranked[0] ?? ['', 0]
    const known = tag === '' || total === 0 || weight / total < CLEAR ? null : languageTag(tag)
    return known !== null && isWrittenIn(known, text) ? known : null
  }
}

/** Templates mark all Arabic letters as Arabic, so letters that Arabic does not have count against it. */
function isWrittenIn(tag: string, text: string): boolean {
  const { language, script } = new Intl.Locale(tag).maximize()
  const sample = text.slice(0, 20_000)
  if (script === undefined || !SCRIPTS_WITH_THEIR_OWN.has(script)) return true
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const own = sample.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0
  if (own < letters / 2) return false
  if (soundsOtherwise(language, sample)) return false
  const strange = NOT_ITS_LETTERS[language]
  return !strange || (sample.match(strange)?.length ?? 0) < letters / 50
}

/**
 * Templates also mark every text with their author's language, so common words of another language count against the
 * mark.
 */
function soundsOtherwise(language: string, sample: string): boolean {
  const own = COMMON_WORDS[language]
  if (!own) return false
  const count = (words: RegExp) => sample.match(words)?.length ?? 0
  return Object.values(COMMON_WORDS).some((other) => other !== own && count(other) > 2 * count(own))
}
