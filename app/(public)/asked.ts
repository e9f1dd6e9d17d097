import { headers } from 'next/headers'
import { isLocale, type Locale } from '@/services/locale'

export type Search = Promise<Record<string, string | string[] | undefined>>

/** The last of each parameter, as a string; empty ones are none. */
export async function flat(search: Search): Promise<Record<string, string>> {
  const entries = Object.entries(await search).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.at(-1) : value,
  ])
  return Object.fromEntries(entries.filter(([, value]) => value)) as Record<string, string>
}

type Query = Record<string, string | null | undefined>

export type Asked = {
  /** The address that was asked for, in another language. */
  inLanguage: (locale: Locale) => string
  /** An address within the public pages; it keeps the language that was chosen, if one was. */
  href: (path: string, query?: Query) => string
}

/** What the address of this request says, for links. Public pages know no cookie: only an address carries a choice. */
export async function asked(): Promise<Asked> {
  const here = new URL((await headers()).get('x-asked-for') ?? '/corrections', 'http://desk.invalid')
  const chosen = here.searchParams.get('language')
  const written = (path: string, query: URLSearchParams) => {
    const text = query.toString()
    return text ? `${path}?${text}` : path
  }
  return {
    inLanguage: (locale) => {
      const query = new URLSearchParams(here.searchParams)
      query.set('language', locale)
      return written(here.pathname, query)
    },
    href: (path, query = {}) => {
      const given = Object.entries(query).filter((one): one is [string, string] => Boolean(one[1]))
      const next = new URLSearchParams(given)
      if (isLocale(chosen)) next.set('language', chosen)
      return written(path, next)
    },
  }
}
