const RTL_SCRIPTS = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Syre',
  'Syrj',
  'Syrn',
  'Thaa',
  'Yezi',
])

/** The canonical form of a BCP 47 tag; null for an invalid tag or an unknown language. */
export function languageTag(input: string): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(input.trim())
    if (!tag) return null
    const language = new Intl.Locale(tag).language
    if (!language || language === 'und' || language.length > 3) return null
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
    return names.of(language) === undefined ? null : tag
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The writing direction of a language; left to right for an invalid tag. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  const tag = languageTag(language)
  if (!tag) return 'ltr'
  const script = new Intl.Locale(tag).maximize().script
  return script && RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr'
}
