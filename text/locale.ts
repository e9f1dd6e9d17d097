type LanguageFacts = {
  /** The language's own name for itself. */
  name: string
  direction: 'ltr' | 'rtl'
  /** The tag for formatting numbers and dates: Western digits in Arabic too, as in the articles. */
  format: string
}

/** The languages that the desk speaks; the first is the default. */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr', format: 'en-GB' },
  ar: { name: 'العربية', direction: 'rtl', format: 'ar-u-nu-latn' },
} as const satisfies Record<string, LanguageFacts>

export type Locale = keyof typeof LANGUAGES
export const LOCALES = Object.keys(LANGUAGES) as [Locale, ...Locale[]]
const [FIRST] = LOCALES

export const LOCALE_COOKIE = 'factdesk-language'

export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value)

export const localeDirection = (locale: Locale): 'rtl' | 'ltr' => LANGUAGES[locale].direction

/** The first language that is written in a direction. */
export const localeWritten = (direction: 'rtl' | 'ltr'): Locale =>
  LOCALES.find((locale) => localeDirection(locale) === direction) ?? FIRST

export const formatTag = (locale: Locale): string => LANGUAGES[locale].format

/** The language of a BCP 47 tag when the desk speaks it, else `otherwise`. */
export function localeOf(tag: string, otherwise: Locale = FIRST): Locale {
  const [primary] = tag.toLowerCase().split('-')
  return isLocale(primary) ? primary : otherwise
}

/**
 * The desk's best language for an Accept-Language header (RFC 9110), by its weights; the default when there is none.
 */
export function preferredLocale(header: string | null | undefined): Locale {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='))
      return { language: tag.split('-')[0], weight: weight ? Number(weight.slice(2)) : 1 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return wanted.map(({ language }) => language).find(isLocale) ?? FIRST
}
