import { getLocale } from 'next-intl/server'
import type { Locale } from '@/text/locale'
import { addressAsked } from './request'

type Query = Record<string, string | null | undefined>

export type Asked = {
  /** The requested address, in another language. */
  inLanguage: (locale: Locale) => string
  /** An address within the public pages in the current language, so that a cache may store the page. */
  href: (path: string, query?: Query) => string
}

/** Makes links from the address of this request. Public pages use no cookie, so the address carries the language. */
export async function asked(): Promise<Asked> {
  const here = new URL((await addressAsked()) ?? '/corrections', 'http://desk.invalid')
  const present = await getLocale()
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
      next.set('language', present)
      return written(path, next)
    },
  }
}
