export const LOCALES = ['en', 'ar'] as const
export type Locale = (typeof LOCALES)[number]
export const LOCALE_COOKIE = 'factdesk-language'

export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value)

export const localeDirection = (locale: Locale): 'rtl' | 'ltr' => (locale === 'ar' ? 'rtl' : 'ltr')

/** The tag numbers and dates are written by: Western digits in Arabic too, as the articles have them. */
export const formatTag = (locale: Locale) => (locale === 'ar' ? 'ar-u-nu-latn' : 'en-GB')

/** The first of our languages in an Accept-Language header (RFC 9110), by its weights; English when there is none. */
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
  return wanted.map(({ language }) => language).find(isLocale) ?? 'en'
}
