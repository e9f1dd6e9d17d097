import { expect, it } from 'vitest'
import { writeCursor } from '@/domain/list/cursor'
import { firstOrder } from '@/domain/list/table'
import { updatesList } from '@/domain/published-correction/list'
import { deskBegan } from '@/domain/published-correction/queries'
import { db } from '@/prisma/client'
import { atomProblems, entriesOf, parseXml, textOf, type XmlNode } from '@/tests/atom'
import { amend, makeCorrection, makeNewsroom } from '@/tests/published-corrections'
import { GET as embed } from './embed/route'
import { GET as atom } from './feed.atom/route'
import { GET as json } from './feed.json/route'
import { GET as rss } from './feed.rss/route'

const HOME = 'http://127.0.0.1:3000/corrections'
const ask = (headers: Record<string, string> = {}) => atom(new Request(`${HOME}/feed.atom`, { headers }))

/** Far in the future, so that no other test's corrections are newer: the feeds show all corrections of the desk. */
const at = (second: number) => new Date(Date.UTC(2190, 0, 1, 0, 0, second))

async function feed(): Promise<{
  updated: string
  entryOf: (id: string) => XmlNode | undefined
  body: string
}> {
  const answer = await ask()
  const body = await answer.text()
  expect(atomProblems(body)).toEqual([])
  const entries = entriesOf(body)
  return {
    body,
    updated: textOf(parseXml(body), 'updated'),
    entryOf: (id) => entries.find((one) => textOf(one, 'id') === `urn:uuid:${id}`),
  }
}
const times = (entry: XmlNode | undefined) =>
  entry && [textOf(entry, 'id'), textOf(entry, 'published'), textOf(entry, 'updated')]

it('keeps ids and times through a typo, an amendment and two publications in one second (C46)', async () => {
  const { editor, article } = await makeNewsroom()
  // 1. Two corrections are published.
  const a = await makeCorrection({ articleId: article.id, at: at(1) })
  const b = await makeCorrection({ articleId: article.id, at: at(2) })
  const first = await feed()
  expect(first.updated).toBe(at(2).toISOString())
  // 2. The feed is generated again. Other tests publish meanwhile, so only the own entries are compared.
  const own = ({ updated, entryOf }: typeof first) => [updated, entryOf(a.id), entryOf(b.id)]
  expect(own(await feed())).toEqual(own(first))
  // 3. An editor fixes a misspelling, and the article gets another title.
  await amend({ id: a.id, by: editor, told: { note: 'Mended.' }, at: at(3), substantive: false })
  await db().article.update({ where: { id: article.id }, data: { title: 'Another title' } })
  const third = await feed()
  expect(times(third.entryOf(a.id))).toEqual(times(first.entryOf(a.id)))
  expect(third.updated).toBe(first.updated)
  expect(textOf(third.entryOf(a.id) as XmlNode, 'title')).toContain('Another title')
  // 4. An editor makes a substantive amendment.
  await amend({ id: b.id, by: editor, told: { right: 'It opened in 1995.' }, at: at(4), substantive: true })
  const fourth = await feed()
  expect(times(fourth.entryOf(b.id))).toEqual([`urn:uuid:${b.id}`, at(2).toISOString(), at(4).toISOString()])
  expect(fourth.updated).toBe(at(4).toISOString())
  // 5. Nothing can be removed.
  await expect(db().correction.delete({ where: { id: a.id } })).rejects.toThrow()
  expect(own(await feed())).toEqual(own(fourth))
  // 6. Two corrections are published in the same second.
  const c = await makeCorrection({ articleId: article.id, at: at(5) })
  const d = await makeCorrection({ articleId: article.id, at: at(5) })
  const sixth = await feed()
  expect([sixth.entryOf(c.id), sixth.entryOf(d.id)]).not.toContain(undefined)
  // The JSON feed says the same.
  const { items } = (await (await json(new Request(`${HOME}/feed.json`))).json()) as {
    items: { id: string; date_published: string; date_modified: string }[]
  }
  const inJson = items.find(({ id }) => id === `urn:uuid:${b.id}`)
  expect([inJson?.date_published, inJson?.date_modified]).toEqual([at(2).toISOString(), at(4).toISOString()])
})

it('holds only published corrections, in every format', async () => {
  const { article } = await makeNewsroom()
  const { id } = await makeCorrection({ articleId: article.id, state: 'approved', at: at(9) })
  const bodies = await Promise.all(
    [
      ask(),
      rss(new Request(`${HOME}/feed.rss`)),
      json(new Request(`${HOME}/feed.json`)),
      embed(new Request(`${HOME}/embed`)),
      embed(new Request(`${HOME}/embed?article=${article.id}`)),
    ].map(async (answer) => (await answer).text()),
  )
  for (const body of bodies) {
    expect(body).not.toContain(id)
    expect(body).not.toContain(article.title)
  }
})

it('answers 304 to a client that has the feed already, and says when it changed (RFC 9110)', async () => {
  const { article } = await makeNewsroom()
  await makeCorrection({ articleId: article.id })
  const request = (headers: Record<string, string> = {}) =>
    embed(new Request(`${HOME}/embed?article=${article.id}`, { headers }))
  const answer = await request()
  const [etag, modified] = [answer.headers.get('etag') ?? '', answer.headers.get('last-modified') ?? '']
  expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *')
  expect((await request({ 'if-none-match': `"x", W/${etag}` })).status).toBe(304)
  expect((await request({ 'if-none-match': '"x"' })).status).toBe(200)
  expect((await request({ 'if-modified-since': modified })).status).toBe(304)
  expect(
    (await request({ 'if-modified-since': new Date(Date.parse(modified) - 1000).toUTCString() })).status,
  ).toBe(200)
  // An entity tag takes precedence over a date.
  expect((await request({ 'if-none-match': '"x"', 'if-modified-since': modified })).status).toBe(200)
  await makeCorrection({ articleId: article.id, note: 'Another.' })
  expect((await request({ 'if-none-match': etag })).status).toBe(200)
})

it('leads to older corrections page by page, and rejects cursors it has not issued', async () => {
  const { article } = await makeNewsroom()
  for (let count = 0; count < 52; count += 1) await makeCorrection({ articleId: article.id, at: at(100) })
  const first = await (await ask()).text()
  const next = parseXml(first).children.find(({ attributes }) => attributes.rel === 'next')?.attributes.href
  const second = await (await atom(new Request(next ?? ''))).text()
  expect(atomProblems(second)).toEqual([])
  const ids = [first, second].flatMap((page) => entriesOf(page).map((one) => textOf(one, 'id')))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(51)
  const wrong = await atom(new Request(`${HOME}/feed.atom?after=nowhere`))
  expect(wrong.status).toBe(404)
  expect(await wrong.text()).toMatch(/^after: /)
})

it('names an article in the address of a frame that is none', async () => {
  for (const article of ['x', '1; drop table', '%00', 'a'.repeat(40)]) {
    const wrong = await embed(new Request(`${HOME}/embed?article=${article}`))
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toMatch(/^article: /)
  }
})

it('has a date that is neither the present nor 1970 after the last entry', async () => {
  const { article } = await makeNewsroom()
  const { id } = await makeCorrection({ articleId: article.id, at: new Date(Date.UTC(1971, 0, 1)) })
  const beyond = writeCursor(updatesList, firstOrder(updatesList), ['1971-01-01T00:00:00.000Z', id])
  const dated = async () => {
    const answer = await rss(new Request(`${HOME}/feed.rss?after=${beyond}`))
    const body = await answer.text()
    expect(body).not.toContain('<item>')
    return [
      answer.headers.get('last-modified'),
      textOf(parseXml(body).children[0] as XmlNode, 'lastBuildDate'),
    ]
  }
  const began = (await deskBegan()).toUTCString()
  expect(await dated()).toEqual([began, began])
  expect(Date.parse(began)).toBeGreaterThan(Date.UTC(2026, 0, 1))
})
