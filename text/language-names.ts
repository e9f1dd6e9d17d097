import { formatTag, LOCALES, type Locale } from './locale'

/** Languages that newsrooms publish in, besides those that the desk speaks. */
const LANGUAGES = (
  'af am az be bg bn bs ca ckb cs cy da de dv el es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id ig is it ja jv ' +
  'ka kk km ku kn ko ky lo lt lv mg mk ml mn mr ms mt my ne nl no om pa pl ps pt ro ru rw sd si sk sl so sq sr sv ' +
  'sw ta te tg th ti tk tr uk ur uz vi yo zh zu'
).split(' ')

export type NamedLanguage = { tag: string; name: string }

/**
 * The languages to choose from by name, in a language of the desk: its own first, the others by the alphabet.
 * @param also tags that a record has, whatever they are
 */
export function namedLanguages(locale: Locale, also: readonly string[] = []): NamedLanguage[] {
  const names = new Intl.DisplayNames(formatTag(locale), { type: 'language' })
  const named = (tag: string): NamedLanguage => ({ tag, name: names.of(tag) ?? tag })
  const known = new Set<string>([...LOCALES, ...LANGUAGES])
  const others = [...LANGUAGES, ...new Set(also.filter((tag) => tag !== '' && !known.has(tag)))].map(named)
  const { compare } = new Intl.Collator(formatTag(locale))
  return [...LOCALES.map(named), ...others.sort((a, b) => compare(a.name, b.name))]
}
