import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runs } from '@/tests/properties'
import { atomProblems, entriesOf, parseXml, textOf, type XmlNode } from '@/tests/atom'
import { loadCase } from '@/tests/cases/load'
import { atomFeed, feedUpdated, jsonFeed, type Feed, type FeedEntry } from './feed'
import { rssFeed } from './feed-rss'
import { feedLine, feedText } from './feed-text'

const at = (iso: string) => new Date(iso)
const uuid = (number: number) => `0193a000-0000-7000-8000-${String(number).padStart(12, '0')}`

const entry = (number: number, given: Partial<FeedEntry> = {}): FeedEntry => ({
  id: uuid(number),
  title: 'Correction: The bridge',
  language: 'en',
  html: '<p>It opened in 1996.</p>',
  url: `https://desk.example/corrections/${number}`,
  about: null,
  kind: 'correction',
  kindLabel: 'Correction',
  publishedAt: at('2026-03-01T19:30:00Z'),
  updatedAt: at('2026-03-01T19:30:00Z'),
  ...given,
})

const feedWith = (entries: FeedEntry[], given: Partial<Feed> = {}): Feed => ({
  title: 'The Post: corrections',
  language: 'en',
  newsroom: 'The Post',
  homeUrl: 'https://desk.example/corrections',
  selfUrl: 'https://desk.example/corrections/feed.atom?a=1&language=en',
  firstUrl: 'https://desk.example/corrections/feed.atom?language=en',
  nextUrl: null,
  beganAt: at('2026-01-05T06:00:00Z'),
  entries,
  ...given,
})

/** JSON Feed 1.1 with the fields of its specification, and no others. */
const author = z.strictObject({
  name: z.string().optional(),
  url: z.url().optional(),
  avatar: z.url().optional(),
})
const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  next_url: z.url().optional(),
  language: z.string(),
  authors: z.array(author),
  items: z.array(
    z.strictObject({
      id: z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/),
      url: z.url(),
      external_url: z.url().optional(),
      title: z.string().min(1),
      content_html: z.string(),
      date_published: z.iso.datetime({ offset: true }),
      date_modified: z.iso.datetime({ offset: true }),
      language: z.string(),
      tags: z.array(z.string()),
    }),
  ),
})
const readJson = (feed: Feed) => jsonFeedSchema.parse(JSON.parse(jsonFeed(feed)))

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff\u202a-\u202e]/u

it('is valid Atom and JSON Feed, both with all fields and empty', () => {
  const full = feedWith(
    [
      entry(1, { about: 'https://news.example/a?b=1&c=2' }),
      entry(2, { language: 'ar', title: 'تصويب: الجسر' }),
    ],
    { nextUrl: 'https://desk.example/corrections/feed.atom?after=x' },
  )
  for (const feed of [full, feedWith([])]) {
    expect(atomProblems(atomFeed(feed))).toEqual([])
    expect(readJson(feed).items).toHaveLength(feed.entries.length)
  }
  const [, arabic] = entriesOf(atomFeed(full))
  expect(arabic?.attributes['xml:lang']).toBe('ar')
  expect(parseXml(atomFeed(full)).attributes['xml:lang']).toBe('en')
})

it('has the date of its beginning while nothing is published, never the present or 1970', () => {
  const began = at('2026-01-05T06:00:00Z')
  expect(feedUpdated(feedWith([]))).toEqual(began)
  expect(textOf(parseXml(atomFeed(feedWith([]))), 'updated')).toBe(began.toISOString())
  expect(rssFeed(feedWith([]))).toContain('<lastBuildDate>Mon, 05 Jan 2026 06:00:00 GMT</lastBuildDate>')
})

describe('RSS 2.0', () => {
  const channelOf = (document: string) => parseXml(document).children[0] as XmlNode
  const itemsOf = (document: string) => channelOf(document).children.filter(({ name }) => name === 'item')
  const href = (node: XmlNode, rel: string) =>
    node.children.find(({ name, attributes }) => name === 'link' && attributes.rel === rel)?.attributes.href

  it('has what the specification requires, and its own address and next page as Atom links', () => {
    const next = 'https://desk.example/corrections/feed.rss?after=x&language=en'
    const document = rssFeed(
      feedWith([entry(1, { about: 'https://news.example/a?b=1&c=2' })], { nextUrl: next }),
    )
    expect(parseXml(document).attributes).toMatchObject({ version: '2.0' })
    const channel = channelOf(document)
    const told = ['title', 'link', 'description', 'language'].map((name) => textOf(channel, name))
    expect(told).toEqual([
      'The Post: corrections',
      'https://desk.example/corrections',
      'The Post: corrections',
      'en',
    ])
    expect([href(channel, 'self'), href(channel, 'next')]).toEqual([feedWith([]).selfUrl, next])
    const [item] = itemsOf(document)
    if (!item) throw new Error('The item is lost')
    expect(textOf(item, 'guid')).toBe(`urn:uuid:${uuid(1)}`)
    expect(item.children.find(({ name }) => name === 'guid')?.attributes.isPermaLink).toBe('false')
    expect(textOf(item, 'pubDate')).toBe('Sun, 01 Mar 2026 19:30:00 GMT')
    expect(textOf(item, 'modified')).toBe('2026-03-01T19:30:00.000Z')
    expect(href(item, 'related')).toBe('https://news.example/a?b=1&c=2')
  })

  it('says the same as Atom, whatever the words', () => {
    const awkward = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(']]>', 'AT&T <b>', 'تصويب: ٣', '&amp;'),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(awkward, awkward), { maxLength: 4 }), (texts) => {
        const feed = feedWith(texts.map(([title, html], index) => entry(index, { title: `x${title}`, html })))
        const [rss, atom] = [rssFeed(feed), atomFeed(feed)]
        expect(rss).not.toMatch(FORBIDDEN)
        const told = (node: XmlNode, names: string[]) => names.map((name) => textOf(node, name))
        expect(itemsOf(rss).map((item) => told(item, ['guid', 'title', 'description']))).toEqual(
          entriesOf(atom).map((one) => told(one, ['id', 'title', 'content'])),
        )
      }),
      { numRuns: runs(100) },
    )
  })
})

it('survives a strict parser with awkward words (C44)', () => {
  const { feed_language: language, entries } = loadCase<{
    feed_language: string
    entries: { id: string; title: string; body: string }[]
  }>('C44_feed_text')
  const html = (body: string) => body.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const feed = feedWith(
    entries.map(({ id, title, body }) => entry(Number(id), { title, language, html: html(body) })),
    { language },
  )
  const document = atomFeed(feed)
  expect(atomProblems(document)).toEqual([])
  expect(document).not.toMatch(FORBIDDEN)
  expect(jsonFeed(feed)).not.toMatch(FORBIDDEN)
  const read = entriesOf(document)
  expect(read.map((one) => textOf(one, 'title'))).toEqual([
    'منظمة WHO تنفي الخبر (2024)',
    'AT&T <b>not</b> fined',
    'half emoji',
    'مقلوب',
  ])
  expect(readJson(feed).items.map(({ title }) => title)).toEqual(read.map((one) => textOf(one, 'title')))
  const bodies = read.map((one) => textOf(one, 'content'))
  expect(bodies[0]).toBe('From Word:new line,  dash, bell.')
  expect(bodies[1]).toBe('CDATA end ]]&gt; inside &amp; more')
  expect(bodies[3]).toBe('tab\tand\nnewline stay')
  expect(parseXml(document).attributes['xml:lang']).toBe('ar')
})

it('returns any title and content unchanged and stays well-formed', () => {
  const awkward = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '<![CDATA[',
          ']]>',
          '>\n ',
          '\n</',
          '&amp;',
          '&',
          '<b>',
          '\u0000',
          '\ud800',
          ' ',
          'ش',
          '\u2067',
        ),
      )
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(awkward, awkward, (title, html) => {
      const feed = feedWith([entry(1, { title: `x${title}`, html })])
      const document = atomFeed(feed)
      expect(atomProblems(document)).toEqual([])
      const [read] = entriesOf(document)
      if (!read) throw new Error('The entry is lost')
      expect(textOf(read, 'title')).toBe(feedLine(`x${title}`))
      expect(textOf(read, 'content').replace(/\s+/g, ' ').trim()).toBe(
        feedText(html).replace(/\s+/g, ' ').trim(),
      )
    }),
    { numRuns: runs(100) },
  )
})

it('keeps direction marks inside a title and leaves harmless ones in place', () => {
  expect(feedText('\u202eمقلوب\u202c')).toBe('مقلوب')
  expect(feedText('a \u2067ب')).toBe('a \u2067ب\u2069')
  expect(feedText('a \u2067ب\u2069 c\u200f')).toBe('a \u2067ب\u2069 c\u200f')
  expect(feedText('می\u200cخواهم')).toBe('می\u200cخواهم')
})

it('has the date of its newest entry, not the date it was generated', () => {
  const feed = feedWith([
    entry(1, { updatedAt: at('2026-04-02T00:00:00Z') }),
    entry(2, { updatedAt: at('2026-04-05T00:00:00.250Z') }),
    entry(3),
  ])
  expect(feedUpdated(feed)).toEqual(at('2026-04-05T00:00:00.250Z'))
  expect(Date.parse(textOf(parseXml(atomFeed(feed)), 'updated'))).toBe(Date.parse('2026-04-05T00:00:00.250Z'))
  expect(atomFeed(feed)).toBe(atomFeed(feed))
  expect(jsonFeed(feed)).toBe(jsonFeed(feed))
})
