import { generateAtomFeed, generateJsonFeed } from 'feedsmith'
import { feedLine, feedText } from './feed-text'

export type FeedEntry = {
  /** A UUID. The entry's id depends on nothing else. */
  id: string
  title: string
  /** BCP 47. */
  language: string
  /** HTML with escaped values. */
  html: string
  /** The entry's own address, and the address of the article it is about. */
  url: string
  about: string | null
  /** The entry's kind: for programs, and in the reader's language. */
  kind: string
  kindLabel: string
  publishedAt: Date
  updatedAt: Date
}

export type Feed = {
  title: string
  language: string
  /** The publisher. */
  newsroom: string
  homeUrl: string
  /** The addresses of this document and of the feed's first page. */
  selfUrl: string
  firstUrl: string
  nextUrl: string | null
  /** The date of a feed without entries: since then nothing has been published. */
  beganAt: Date
  entries: readonly FeedEntry[]
}

export const urn = (id: string) => `urn:uuid:${id}`
/** The date of the newest change, or else of the beginning. It does not depend on when the feed is generated. */
export const feedUpdated = ({ entries, beganAt }: Pick<Feed, 'entries' | 'beganAt'>): Date =>
  entries.length === 0 ? beganAt : new Date(Math.max(...entries.map(({ updatedAt }) => updatedAt.getTime())))

/**
 * The writer puts CDATA sections on lines of their own. This removes the added white space, which would count as text.
 */
export const tight = (xml: string) => xml.replace(/>\s+((?:<!\[CDATA\[[\s\S]*?\]\]>)+)\s+<\//g, '>$1</')

const text = (value: string) => ({ type: 'text', value: feedLine(value) }) as const

/** The feed as Atom (RFC 4287), paged by RFC 5005. */
export function atomFeed(feed: Feed): string {
  const links = [
    { rel: 'self', type: 'application/atom+xml', href: feed.selfUrl },
    { rel: 'alternate', type: 'text/html', href: feed.homeUrl },
    { rel: 'first', type: 'application/atom+xml', href: feed.firstUrl },
    ...(feed.nextUrl ? [{ rel: 'next', type: 'application/atom+xml', href: feed.nextUrl }] : []),
  ]
  return tight(
    generateAtomFeed({
      id: feed.firstUrl,
      xml: { lang: feed.language },
      title: text(feed.title),
      updated: feedUpdated(feed),
      authors: [{ name: feedLine(feed.newsroom), uri: feed.homeUrl }],
      links,
      entries: feed.entries.map((entry) => ({
        id: urn(entry.id),
        xml: { lang: entry.language },
        title: text(entry.title),
        published: entry.publishedAt,
        updated: entry.updatedAt,
        categories: [{ term: entry.kind, label: entry.kindLabel }],
        links: [
          { rel: 'alternate', type: 'text/html', href: entry.url },
          ...(entry.about ? [{ rel: 'related', href: entry.about }] : []),
        ],
        content: { type: 'html', value: feedText(entry.html) },
      })),
    }),
  )
}

/** The feed as JSON Feed 1.1. */
export function jsonFeed(feed: Feed): string {
  const document = generateJsonFeed({
    title: feedLine(feed.title),
    home_page_url: feed.homeUrl,
    feed_url: feed.selfUrl,
    ...(feed.nextUrl && { next_url: feed.nextUrl }),
    language: feed.language,
    authors: [{ name: feedLine(feed.newsroom), url: feed.homeUrl }],
    items: feed.entries.map((entry) => ({
      id: urn(entry.id),
      url: entry.url,
      ...(entry.about && { external_url: entry.about }),
      title: feedLine(entry.title),
      content_html: feedText(entry.html),
      date_published: entry.publishedAt,
      date_modified: entry.updatedAt,
      language: entry.language,
      tags: [entry.kindLabel],
    })),
  })
  return `${JSON.stringify({ ...(document as object), items: itemsOf(document) }, null, 2)}\n`
}

/** The format requires the list, but the writer omits an empty one. */
const itemsOf = (document: unknown) => (document as { items?: unknown[] }).items ?? []
