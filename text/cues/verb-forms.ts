import type { CueLanguage } from './cue'
import { type Marked, countAt } from './phrases'
import { type Reading, type Word, written } from './reading'
import { AUXILIARIES, NOT_PAST } from './words/lookalikes'

const ENGLISH_PAST = /^.{2,}ed$/
const FRENCH_PARTICIPLE = /(?:[éÉ]e?s?|èrent)$/
const FRENCH_IMPERFECT = /^.{3,}(?:aient|[^fl]ait)$/
/** Participles without an accent, directly after a form of `avoir`: `a retenti`, `ont perdu`. */
const FRENCH_BARE_PARTICIPLE = /^.{2,}(?:i|u|is|it)(?:e|s|es)?$/
const AVOIR = /^(?:a|ont|avait|avaient)$/
/** Words that open a singular subject, whose verb then ends in -s: `The pact exempts`. */
const ENGLISH_SINGULAR = /^(?:the|a|an|this|that|his|her|its|their|our|one|another)$/
const ENGLISH_THIRD_PERSON = /^.{3,}[^sui]s$/
/** The most words from an auxiliary to its participle, as in `a été très vite adopté`. */
const MAX_TO_PARTICIPLE = 3
/** Folded, for the last word of a sentence. */
const PERSIAN_PAST = /^(?!ن?مي).{2,}[دت]$|^(?!ن?مي).{3,}اند$/
const PERSIAN_PRESENT = /^ن?مي.{2,}[دم]$/
/** Folded, for the first word of a sentence: the feminine past, and the masculine present. */
const ARABIC_PAST = /^(?!.*ات$)(?!ال).{2,}ت$/
/**
 * The masculine past of the derived forms انفعل, افتعل and استفعل. Their verbal nouns (اجتماع, استقبال) have ا before the
 * last letter, and so have hollow verbs, which the lists name.
 */
const ARABIC_DERIVED_PAST = /^[وف]?(?:ان(?!هما)\p{L}{3,}|است\p{L}{2,}|ا[^لي]ت\p{L}{2,})(?<!ا.|ه)$/u
/** A feminine present before a definite subject: تملك الشركة. Verbal nouns (تقرير, تراجع) are excluded by shape. */
const ARABIC_FEMININE_PRESENT = /^[وف]?ت(?!.ا)\p{L}{3,}(?<![ياو].|ه)$/u
const ARABIC_PRESENT = /^[وف]?ي(?!وم|مكن|جب|نبغي|بدو|مين|بقي).{3,}$/
const DEFINITE = /^ال.{2}/

/** Whether the words from `first` to `after` (half-open) contain a past form that its shape reveals. */
export function tellsPast(marked: Marked, first: number, after: number): boolean {
  const { words, language } = marked.reading
  const sentence = words.slice(first, after)
  return language !== null && PAST[language](marked, first, sentence)
}

type Told = (marked: Marked, first: number, sentence: readonly Word[]) => boolean

const PAST: Record<CueLanguage, Told> = {
  en: (_, __, sentence) => sentence.some(({ folded }) => ENGLISH_PAST.test(folded) && !NOT_PAST.has(folded)),
  fr: frenchPast,
  fa: (_, __, sentence) => isPast(sentence.at(-1), PERSIAN_PAST),
  ar: (_, __, sentence) =>
    isPast(sentence[0], ARABIC_PAST) ||
    isPast(sentence[0], ARABIC_DERIVED_PAST) ||
    afterQad(sentence) ||
    afterLam(sentence),
}

function isPast(word: Word | undefined, shape: RegExp): boolean {
  return word !== undefined && shape.test(word.folded) && !NOT_PAST.has(word.folded)
}

/** قد before a past verb. Before a present verb it expresses doubt and does not count. */
function afterQad(sentence: readonly Word[]): boolean {
  return sentence.some(({ folded }, at) => {
    const before = sentence[at - 1]?.folded ?? ''
    return /^[فول]?قد$/.test(before) && !/^[يتن]/.test(folded)
  })
}

/** لم turns a present verb into a denied past: لم يزر. */
function afterLam(sentence: readonly Word[]): boolean {
  return sentence.some(({ folded }, at) => {
    return /^[فو]?لم$/.test(sentence[at - 1]?.folded ?? '') && /^[ايتن].{2,}/.test(folded)
  })
}

function frenchPast({ reading, found }: Marked, first: number, sentence: readonly Word[]): boolean {
  let since = MAX_TO_PARTICIPLE + 1
  return sentence.some((word, at) => {
    const form = written(reading, word)
    const auxiliary = AUXILIARIES.has(word.folded) && form !== 'à'
    since = auxiliary ? 0 : since + 1
    const participle = FRENCH_PARTICIPLE.test(form) || found.participle[first + at] === 1
    const before = sentence[at - 1]
    const afterAvoir = before && since === 1 && AVOIR.test(before.folded)
    if (afterAvoir && FRENCH_BARE_PARTICIPLE.test(word.folded)) return true
    if (participle && since > 0 && since <= MAX_TO_PARTICIPLE) return true
    return isPast(word, FRENCH_IMPERFECT)
  })
}

/**
 * Whether an Arabic sentence opens with a present verb, a Persian one closes with one, or an English one reads like
 * `The pact exempts`.
 */
export function tellsPresent({ reading }: Marked, first: number, after: number): boolean {
  const { words, language } = reading
  return (language && PRESENT[language]?.(words, first, after)) ?? false
}

const PRESENT: Partial<
  Record<CueLanguage, (words: readonly Word[], first: number, after: number) => boolean>
> = {
  en: (words, first, after) => {
    if (first + 2 >= after) return false
    const [article = '', noun = '', verb = ''] = words.slice(first, first + 3).map(({ folded }) => folded)
    return ENGLISH_SINGULAR.test(article) && !noun.endsWith('s') && ENGLISH_THIRD_PERSON.test(verb)
  },
  fa: (words, _, after) => {
    const last = words[after - 1]?.folded ?? ''
    return PERSIAN_PRESENT.test(last) || (words[after - 2]?.folded === 'مي' && last.endsWith('د'))
  },
  ar: (words, first, after) => {
    const opening = words[first]?.folded ?? ''
    if (ARABIC_PRESENT.test(opening)) return true
    const second = words[first + 1]
    const subject = first + 1 < after && second?.joined === true && DEFINITE.test(second.folded)
    return subject && ARABIC_FEMININE_PRESENT.test(opening)
  },
}

/** Languages in which a verb may open a sentence, before its subject. */
const VERB_FIRST: readonly (CueLanguage | null)[] = ['ar']

/**
 * Whether an Arabic sentence has a definite second word after an indefinite first one: a verb with its subject, or a
 * noun with its owner.
 */
export function opensOnDefinite(marked: Marked, first: number, after: number): boolean {
  const { words, language } = marked.reading
  const [opening, second] = [words[first], words[first + 1]]
  if (!VERB_FIRST.includes(language) || !opening || !second?.joined || first + 1 >= after) return false
  const plain =
    !DEFINITE.test(opening.folded.replace(/^و(?=ال)/, '')) && countAt(marked, 'smallWord', first) === 0
  return plain && opening.folded.length >= 3 && DEFINITE.test(second.folded)
}

/** With its hamza, as written: سأبني, سنبني, but not سنوات or ساعة. */
const ARABIC_PROMISE = /^[وف]?س(?:أ|ن(?!ة|ت|ي|وات|وي|د))[\p{L}\p{M}]{3,}$/u
const ARABIC_OWN_VERB = /^[أن][\p{L}\p{M}]{2,}$/u
const ARABIC_SHALL = /^[وف]?(?:سوف|لن)$/
const FRENCH_PROMISE = /^(?!envi).{2,}[eid]rons$/

const PROMISES: Partial<Record<CueLanguage, (reading: Reading, sentence: readonly Word[]) => boolean>> = {
  fr: (_, sentence) => sentence.some(({ folded }) => FRENCH_PROMISE.test(folded)),
  ar: (reading, sentence) =>
    sentence.some((word, at) => {
      const form = written(reading, word)
      const shall = ARABIC_SHALL.test(sentence[at - 1]?.folded ?? '')
      return ARABIC_PROMISE.test(form) || (shall && ARABIC_OWN_VERB.test(form))
    }),
}

/** Whether a verb between `first` and `after` says what the speaker will do: سنبني, سوف نعيد, `nous construirons`. */
export function promises({ reading }: Marked, first: number, after: number): boolean {
  const told = reading.language && PROMISES[reading.language]
  return told?.(reading, reading.words.slice(first, after)) ?? false
}
