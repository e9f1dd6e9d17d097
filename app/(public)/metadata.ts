import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LOCALES } from '@/text/locale'
import { settings } from '@/services/settings'

/**
 * The head of a public page: its title, its address in each language, and the feeds.
 * @param path the page's path, or null if search engines should not index it
 */
export async function publicMetadata(page: string, path: string | null): Promise<Metadata> {
  const { newsroomName: newsroom, publicUrl } = settings()
  const [t, locale] = await Promise.all([getTranslations('readers'), getLocale()])
  const feed = (format: string, title: string) => [
    { url: `${publicUrl}/corrections/feed.${format}?language=${locale}`, title },
  ]
  const own = path === null ? null : `${publicUrl}${path}`
  return {
    title: { absolute: t('pageTitle', { page, newsroom }) },
    robots: { index: own !== null },
    alternates: {
      ...(own && {
        canonical: own,
        languages: Object.fromEntries(LOCALES.map((one) => [one, `${own}?language=${one}`])),
      }),
      types: {
        'application/atom+xml': feed('atom', `${t('siteTitle', { newsroom })} (Atom)`),
        'application/rss+xml': feed('rss', `${t('siteTitle', { newsroom })} (RSS)`),
        'application/feed+json': feed('json', `${t('siteTitle', { newsroom })} (JSON)`),
      },
    },
  }
}
