/** Kinds of cues: reasons to check a sentence, which the desk shows. */
export const CUE_KINDS = [
  'number',
  'date',
  'superlative',
  'name',
  'attribution',
  'quotation',
  'comparison',
  'cause',
  'act',
] as const

export type CueKind = (typeof CUE_KINDS)[number]

/** Half-open, in UTF-16 units of the text it was found in. */
export type Cue = {
  kind: CueKind
  start: number
  end: number
  /** A small number or a name in passing. By itself it hardly calls for a check. */
  slight?: true
}

export const CUE_LANGUAGES = ['ar', 'fa', 'en', 'fr'] as const

/** A language that has word lists. */
export type CueLanguage = (typeof CUE_LANGUAGES)[number]

/** What the words of a language tell by their form. */
export const FORMS_IN: Record<CueLanguage, { monthsBeginLarge: boolean; rankTakesFigure: boolean }> = {
  ar: { monthsBeginLarge: false, rankTakesFigure: false },
  fa: { monthsBeginLarge: false, rankTakesFigure: true },
  en: { monthsBeginLarge: true, rankTakesFigure: false },
  fr: { monthsBeginLarge: false, rankTakesFigure: false },
}

/** Language codes of variants that newsrooms use in place of the language's own. */
const FORMS: Record<string, CueLanguage> = {
  arb: 'ar',
  arz: 'ar',
  ary: 'ar',
  apc: 'ar',
  prs: 'fa',
  pes: 'fa',
}

/** The language whose word lists serve a BCP 47 tag; null when there are none. */
export function cueLanguage(tag: string): CueLanguage | null {
  const primary = (/^[a-z]{2,3}(?![a-z])/i.exec(tag)?.[0] ?? '').toLowerCase()
  return CUE_LANGUAGES.find((known) => known === primary) ?? FORMS[primary] ?? null
}
