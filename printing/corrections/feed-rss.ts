import { generateRssFeed } from 'feedsmith'
import { feedUpdated, tight, urn, type Feed } from './feed'
import { feedLine, feedText } from './feed-text'

const TYPE = 'application/rss+xml'

/**
 * The feed as RSS 2.0, with its own address and pages as Atom links (RSS Advisory Board, best practices) and each
 * entry's language as `dc:language`, which RSS itself lacks.
 */
export function rssFeed(feed: Feed): string {
  const title = feedLine(feed.title)
  return tight(
    generateRssFeed({
      title,
      link: feed.homeUrl,
      description: title,
      language: feed.language,
      lastBuildDate: feedUpdated(feed),
      docs: 'https://www.rssboard.org/rss-specification',
      atom: {
        links: [
          { rel: 'self', type: TYPE, href: feed.selfUrl },
          { rel: 'first', type: TYPE, href: feed.firstUrl },
          ...(feed.nextUrl ? [{ rel: 'next', type: TYPE, href: feed.nextUrl }] : []),
        ],
      },
      items: feed.entries.map((entry) => ({
        guid: { value: urn(entry.id), isPermaLink: false },
        title: feedLine(entry.title),
        link: entry.url,
        description: feedText(entry.html),
        pubDate: entry.publishedAt,
        categories: [{ name: feedLine(entry.kindLabel) }],
        dc: { languages: [entry.language] },
        dcterms: { modified: [entry.updatedAt] },
        ...(entry.about && { atom: { links: [{ rel: 'related', href: entry.about }] } }),
      })),
    }),
  )
}
