import { once } from 'node:events'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { endSession, signIn } from '@/domain/session/commands'
import { hub, startLive } from '@/domain/live/worker'
import { STREAMS_OF_ONE } from '@/domain/live/hub'
import { CLOCKS_MS } from '@/domain/live/recent'
import { inTransaction } from '@/services/transaction'
import { newId } from '@/services/ids'
import { db } from '@/prisma/client'
import { recordEvents } from '@/domain/history/record'
import { call } from '@/tests/api'
import { makeArticle, makeUser, unique, type MadeUser } from '@/tests/factories'
import { faultsOfNamed } from '@/tests/description'
import { withOwnDatabase } from '@/tests/own-database'
import { sessionCookie } from '@/tests/session-cookie'
import { SENDER_HEADER } from '@/services/sender'
import { api } from './app'

withOwnDatabase()

type Message = { event: string; id: string; data: Record<string, unknown> }
type Following = { messages: Message[]; status: number; over: () => boolean; close: () => Promise<void> }

const open: Following[] = []

/** Reads a stream into a list of messages until it ends. */
async function follow(
  headers: Record<string, string>,
  query: Record<string, string> = {},
): Promise<Following & { headers: Headers }> {
  const answer = await api.request(`/api/v1/live?${new URLSearchParams(query)}`, {
    headers: { [SENDER_HEADER]: newId(), ...headers },
  })
  const messages: Message[] = []
  let isOver = false
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  const read = async () => {
    let rest = ''
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { done: true }
      if (done) break
      const parts = (rest + value).split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1] ?? ''
        if (field('event'))
          messages.push({
            event: field('event'),
            id: field('id'),
            data: JSON.parse(field('data')) as Message['data'],
          })
      }
    }
    isOver = true
  }
  if (answer.status === 200) void read()
  const following = {
    ...{ messages, status: answer.status, headers: answer.headers },
    over: () => isOver,
    close: async () => reader?.cancel(),
  }
  if (answer.status === 200) open.push(following)
  return following
}

const bearer = ({ token }: { token: string }) => ({ authorization: `Bearer ${token}` })
const until = (holds: () => boolean) => vi.waitFor(() => expect(holds()).toBe(true), { timeout: 60_000 })
const kinds = ({ messages }: Following) => messages.map(({ event }) => event)
const changes = ({ messages }: Following) => messages.filter(({ event }) => event === 'change')
const namesOf = (following: Following) => changes(following).map(({ data }) => data.articleId)

let live: ReturnType<typeof startLive>
let editor: MadeUser
let viewer: MadeUser
let admin: MadeUser
let listensSince = 0
beforeAll(async () => {
  live = startLive(() => process.env.DATABASE_URL ?? '')
  await until(() => hub().hears)
  listensSince = Date.now()
  ;[editor, viewer, admin] = await Promise.all([
    makeUser({ role: 'editor' }),
    makeUser({ role: 'viewer' }),
    makeUser({ role: 'admin' }),
  ])
})
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})
afterAll(() => live.stop())

const anArticle = () =>
  makeArticle(editor.actor, { text: 'It opened in 1998.', claims: [{ quote: 'It opened in 1998' }] })

async function addSource(claimId = '') {
  const { status } = await call(editor.token, 'POST', `/claims/${claimId}/sources`, {
    body: { title: 'A register', stance: 'supports' },
  })
  expect(status).toBe(201)
}

describe('a stream of changes', () => {
  it('tells of a change as it is described, with ids and no words', async () => {
    const article = await anArticle()
    const stream = await follow(bearer(viewer))
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    expect(stream.headers.get('cache-control')).toBe('no-store')
    expect(stream.headers.get('x-accel-buffering')).toBe('no')
    const claimId = article.claims[0]?.id
    await addSource(claimId)
    await until(() => namesOf(stream).includes(article.id))
    const change = changes(stream).find(({ data }) => data.articleId === article.id)
    expect(change?.data).toEqual({ articleId: article.id, claimIds: [claimId], verbs: ['source.added'] })
    expect(await faultsOfNamed('LiveChange', change?.data)).toEqual([])
    expect(await faultsOfNamed('LiveReady', stream.messages[0]?.data)).toEqual([])
    expect(JSON.stringify(stream.messages)).not.toContain('register')
  })

  it('of one article is silent about all others', async () => {
    const [mine, other] = [await anArticle(), await anArticle()]
    const stream = await follow(bearer(viewer), { article: mine.id })
    await addSource(other.claims[0]?.id)
    await addSource(mine.claims[0]?.id)
    await until(() => changes(stream).length > 0)
    expect(namesOf(stream)).toEqual([mine.id])
  })

  it('tells somebody of their own notice wherever they are, and nobody else', async () => {
    const [article, elsewhere] = [await anArticle(), await anArticle()]
    const checker = await makeUser({ role: 'checker' })
    const named = await follow(bearer(checker), { article: elsewhere.id })
    const other = await follow(bearer(viewer))
    const body = { text: `@${checker.actor.name} please look`, mentions: [checker.actor.id] }
    const said = await call(editor.token, 'POST', `/articles/${article.id}/comments`, { body })
    expect(said.status).toBe(201)
    await until(() => kinds(named).includes('notice'))
    await until(() => namesOf(other).includes(article.id))
    expect(kinds(other)).not.toContain('notice')
  })

  it('says nothing of a change that was taken back', async () => {
    const article = await anArticle()
    const stream = await follow(bearer(viewer), { article: article.id })
    const line = { actor: editor.actor, subjectId: article.id, verb: 'claim.sign_off_withdrawn' } as const
    await expect(
      inTransaction(async (tx) => {
        await recordEvents(tx, article.id, [line])
        throw new Error('taken back')
      }),
    ).rejects.toThrow('taken back')
    await addSource(article.claims[0]?.id)
    await until(() => changes(stream).length > 0)
    expect(changes(stream).map(({ data }) => data.verbs)).toEqual([['source.added']])
  })

  it('names many claims of one change in one message', async () => {
    const article = await anArticle()
    const stream = await follow(bearer(viewer), { article: article.id })
    const lines = Array.from({ length: 300 }, () => ({
      actor: editor.actor,
      subjectId: article.id,
      claimId: article.claims[0]?.id,
      verb: 'claim.sign_off_withdrawn' as const,
    }))
    await inTransaction((tx) => recordEvents(tx, article.id, lines))
    await until(() => changes(stream).length > 0)
    expect(changes(stream)).toHaveLength(1)
  })

  it('tells each reader only what they may see', async () => {
    const [theirs, ours] = [await follow(bearer(viewer)), await follow(bearer(admin))]
    const { status } = await call(admin.token, 'POST', '/webhooks', {
      body: { url: `https://example.org/${unique()}`, events: ['claim.reviewed'] },
    })
    expect(status).toBe(201)
    const article = await anArticle()
    await until(() => namesOf(theirs).includes(article.id) && namesOf(ours).includes(article.id))
    const verbs = (one: Following) => changes(one).flatMap(({ data }) => data.verbs as string[])
    expect(verbs(ours)).toContain('webhook.added')
    expect(verbs(theirs).filter((verb) => !/^(article|claim|sentence)\./.test(verb))).toEqual([])
  })

  it('tells a reader who comes back what was missed, and to look again when that is not known', async () => {
    const article = await anArticle()
    // Clocks may differ, so an instance knows what was missed only by who looked well after its listening began.
    await until(() => Date.now() - listensSince > CLOCKS_MS)
    const first = await follow(bearer(viewer), { article: article.id })
    await until(() => first.messages.length > 0)
    const { id = '' } = first.messages[0] ?? {}
    await first.close()
    await addSource(article.claims[0]?.id)
    const heard = await follow(bearer(viewer), { article: article.id })
    await until(() => heard.messages.length > 0)

    const back = await follow({ ...bearer(viewer), 'last-event-id': id }, { article: article.id })
    await until(() => changes(back).some(({ data }) => (data.verbs as string[]).includes('source.added')))
    expect(kinds(back)).not.toContain('resync')
    const late = await follow(bearer(viewer), { article: article.id, since: '1000' })
    await until(() => kinds(late).length === 2)
    expect(kinds(late)).toEqual(['ready', 'resync'])
    const strange = await follow({ ...bearer(viewer), 'last-event-id': 'x' }, { article: article.id })
    await until(() => kinds(strange).length === 2)
    expect(kinds(strange)).toEqual(['ready', 'resync'])
  })

  it('says to look again after the listening connection was lost', async () => {
    const stream = await follow(bearer(viewer))
    await until(() => stream.messages.length === 1)
    await db().$executeRawUnsafe(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'factdesk listening' and datname = current_database()`,
    )
    await until(() => kinds(stream).includes('resync') || stream.over())
    const after = await follow(bearer(viewer))
    const article = await anArticle()
    await until(() => namesOf(after).includes(article.id))
  })

  it('is refused for an article that is not there, and for an address that cannot be read', async () => {
    expect((await follow(bearer(viewer), { article: newId() })).status).toBe(404)
    expect((await follow(bearer(viewer), { article: 'x' })).status).toBe(400)
    expect((await follow(bearer(viewer), { since: 'yesterday' })).status).toBe(400)
  })

  it('is refused to a person with many of them, until one is closed', async () => {
    const one = await makeUser({ role: 'viewer' })
    const streams = await Promise.all(Array.from({ length: STREAMS_OF_ONE }, () => follow(bearer(one))))
    const refused = await follow(bearer(one))
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    await streams[0]?.close()
    expect((await follow(bearer(one))).status).toBe(200)
  })

  it('holds nothing for a HEAD request', async () => {
    const before = hub().size
    const answer = await api.request('/api/v1/live', { method: 'HEAD', headers: bearer(viewer) })
    expect([answer.status, await answer.text(), hub().size]).toEqual([200, '', before])
  })
})

describe('access to a stream', () => {
  async function session() {
    const user = await makeUser({ role: 'checker' })
    const outcome = await signIn(user, { sender: newId(), proofFor: () => undefined, agent: null })
    if (!outcome.ok) throw new Error('not signed in')
    return { user, secret: outcome.secret, cookie: await sessionCookie(outcome.secret, user.actor.id) }
  }

  it('is given to a page of the desk by its session, and to no other site', async () => {
    const { cookie } = await session()
    expect((await follow({ cookie })).status).toBe(200)
    expect((await follow({ cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    const others: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://elsewhere.example' },
    ]
    for (const headers of others) expect((await follow({ cookie, ...headers })).status).toBe(401)
    // No other operation takes a session.
    expect((await call(null, 'GET', '/articles', { headers: { cookie } })).status).toBe(401)
    const said = { articleId: (await anArticle()).id, claimNumber: 1, page: 'a' }
    const send = (headers: Record<string, string>) =>
      call(null, 'POST', '/live/presence', { body: said, headers: { cookie, ...headers } })
    expect((await send({})).status).toBe(401)
    expect((await send({ 'sec-fetch-site': 'same-origin' })).status).toBe(204)
  })

  it('ends when its session ends, its token is revoked or its person leaves', async () => {
    const { cookie, secret, user } = await session()
    const [bySession, byToken] = [await follow({ cookie }), await follow(bearer(user))]
    await endSession(secret)
    await until(bySession.over)
    expect(byToken.over()).toBe(false)
    const { status } = await call(admin.token, 'GET', '/articles')
    expect(status).toBe(200)
    await db().user.update({ where: { id: user.actor.id }, data: { deactivatedAt: new Date() } })
    await hub().beat()
    await until(byToken.over)
  })
})

describe('presence', () => {
  const say = (who: MadeUser, body: object) => call(who.token, 'POST', '/live/presence', { body })
  const present = ({ messages }: Following) =>
    messages.filter(({ event }) => event === 'presence').at(-1)?.data.present

  it('tells everybody else at the article who is where, until they leave', async () => {
    const article = await anArticle()
    const [theirs, own] = [
      await follow(bearer(viewer), { article: article.id }),
      await follow(bearer(editor), { article: article.id }),
    ]
    const everywhere = await follow(bearer(viewer))
    const at = { articleId: article.id, claimNumber: 1, page: 'one' }
    await say(editor, at)
    const person = { id: editor.actor.id, name: editor.actor.name }
    await vi.waitFor(() => expect(present(theirs)).toEqual([{ claimNumber: 1, person, typing: false }]))
    expect(await faultsOfNamed('LivePresence', { present: present(theirs) })).toEqual([])
    await say(editor, { ...at, typing: true })
    await vi.waitFor(() => expect(present(theirs)).toEqual([{ claimNumber: 1, person, typing: true }]))
    const late = await follow(bearer(viewer), { article: article.id })
    await vi.waitFor(() => expect(present(late)).toEqual([{ claimNumber: 1, person, typing: true }]))
    await say(editor, { ...at, claimNumber: null })
    await vi.waitFor(() => expect(present(theirs)).toEqual([]))
    expect([present(own), present(everywhere)]).toEqual([undefined, undefined])
  })

  it.each([
    ['an article that is not there', { articleId: newId() }, 404],
    ['a claim below one', { claimNumber: 0 }, 422],
    ['a page without a name', { page: '' }, 422],
    ['words where none belong', { page: 'a\nb' }, 422],
    ['another field', { name: 'Somebody else' }, 422],
  ])('refuses %s', async (_, wrong, status) => {
    const { id: articleId } = await anArticle()
    expect((await say(editor, { articleId, claimNumber: 1, page: 'one', ...wrong })).status).toBe(status)
  })
})

it('an instance whose listening ends takes no streams, and one that begins again does', async () => {
  const stream = await follow(bearer(viewer))
  await live.stop()
  await until(stream.over)
  const refused = await follow(bearer(viewer))
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBeTruthy()
  live = startLive(() => process.env.DATABASE_URL ?? '')
  await until(() => hub().hears)
  expect((await follow(bearer(viewer))).status).toBe(200)
})

it('every instance hears what another one writes', async () => {
  const other = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await other.connect()
  await other.query('listen factdesk_live')
  const heard = once(other, 'notification')
  const article = await anArticle()
  const [{ payload }] = (await heard) as [{ payload: string }]
  expect(payload).toContain(article.id)
  await other.end()
})
