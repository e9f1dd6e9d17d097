import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { db } from '@/prisma/client'
import { call, faults, type Problem } from '@/tests/api'
import { makeArticle, makeUser, type MadeUser } from '@/tests/factories'
import type { Said } from '@/domain/shape'
import type { Comment } from './shape'

type Page = { items: Said<Comment>[]; next: string | null }

async function setting() {
  const editor = await makeUser()
  const checker = await makeUser({ role: 'checker' })
  const article = await makeArticle(editor.actor)
  const [claim, other] = article.claims
  if (!claim || !other) throw new Error('no claim')
  const on = `/claims/${claim.id}/comments`
  const say = (who: MadeUser, body: object, headers?: Record<string, string>) =>
    call<Said<Comment>>(who.token, 'POST', on, { body, headers })
  const refused = (who: MadeUser, body: object) => call<Problem>(who.token, 'POST', on, { body })
  const read = async () => (await call<Page>(checker.token, 'GET', on)).body
  return { editor, checker, article, claim, other, on, say, refused, read }
}

it('a thread is begun, answered, resolved and opened again by an answer, each with a line of history', async () => {
  const { editor, checker, claim, say, read } = await setting()
  const first = await say(checker, {
    text: `Who counted? @${editor.actor.name}`,
    mentions: [editor.actor.id],
  })
  expect(first).toMatchObject({ status: 201, body: { by: { id: checker.actor.id }, resolved: null } })
  expect(first.body.mentions).toEqual([{ id: editor.actor.id, name: editor.actor.name }])
  const { id } = first.body
  const resolve = (resolved: boolean) =>
    call<Said<Comment>>(editor.token, 'PATCH', `/comments/${id}`, { body: { resolved } })
  expect((await resolve(true)).body.resolved).toMatchObject({ by: { id: editor.actor.id } })
  expect((await resolve(true)).status).toBe(200)
  expect((await read()).items.map((one) => one.resolved !== null)).toEqual([true])
  await say(editor, { text: 'نعم، من السجل.', threadId: id })
  const { items } = await read()
  expect(items.map((one) => [one.text, one.threadId, one.resolved])).toEqual([
    ['نعم، من السجل.', id, null],
    [first.body.text, id, null],
  ])
  const history = await call<{ items: { verb: string }[] }>(
    editor.token,
    'GET',
    `/claims/${claim.id}/history`,
  )
  expect(history.body.items.map(({ verb }) => verb).filter((verb) => verb.startsWith('comment.'))).toEqual([
    'comment.reopened',
    'comment.written',
    'comment.resolved',
    'comment.written',
  ])
})

it('the same request says it once, and a claim keeps its version', async () => {
  const { checker, claim, say, read } = await setting()
  const key = { 'idempotency-key': randomUUID() }
  const [one, two] = await Promise.all([
    say(checker, { text: 'Once' }, key),
    say(checker, { text: 'Once' }, key),
  ])
  expect(two.body).toEqual(one.body)
  expect((await read()).items).toHaveLength(1)
  expect((await db().claim.findUniqueOrThrow({ where: { id: claim.id } })).version).toBe(claim.version)
})

it('comments of a claim and of its article stand apart', async () => {
  const { checker, article, on, say } = await setting()
  const whole = `/articles/${article.id}/comments`
  await say(checker, { text: 'About the claim' })
  const said = await call<Said<Comment>>(checker.token, 'POST', whole, { body: { text: 'About all' } })
  const texts = async (path: string) =>
    (await call<Page>(checker.token, 'GET', path)).body.items.map(({ text }) => text)
  expect([await texts(on), await texts(whole)]).toEqual([['About the claim'], ['About all']])
  const answer = { text: 'In another place', threadId: said.body.id }
  expect(faults(await call(checker.token, 'POST', on, { body: answer }))).toEqual(['threadId noSuchThread'])
})

it.each([
  ['nothing', { text: '' }, ['text required']],
  ['invisible letters', { text: '\u200B\u2060 ' }, ['text required']],
  ['too much', { text: 'ا'.repeat(100_000) }, ['text tooLong']],
  ['half a letter', { text: 'a\uD800' }, ['text badCharacter']],
  ['nobody', { text: '@Nobody', mentions: [randomUUID()] }, ['mentions.0 noSuchPerson']],
  ['a word as a person', { text: '@Nobody', mentions: ['Nobody'] }, ['mentions.0 notAnId']],
  ['an unknown thread', { text: 'So?', threadId: randomUUID() }, ['threadId noSuchThread']],
])('a comment with %s is refused and says why', async (_, body, wanted) => {
  const { checker, refused, read } = await setting()
  const answer = await refused(checker, body)
  expect([answer.status, faults(answer)]).toEqual([422, wanted])
  expect((await read()).items).toEqual([])
})

it('names only people who can read it and whose names stand in it', async () => {
  const { checker, refused, say } = await setting()
  const gone = await makeUser({ role: 'checker' })
  await db().user.update({ where: { id: gone.actor.id }, data: { deactivatedAt: new Date() } })
  const to = (who: MadeUser, text: string) => refused(checker, { text, mentions: [who.actor.id] })
  expect(faults(await to(gone, `@${gone.actor.name}`))).toEqual(['mentions.0 noSuchPerson'])
  const reader = await makeUser({ role: 'viewer' })
  expect(faults(await to(reader, reader.actor.name))).toEqual(['mentions.0 mentionNotInText'])
  const twice = { text: `@${reader.actor.name}`, mentions: [reader.actor.id, reader.actor.id] }
  expect((await say(checker, twice)).body.mentions).toHaveLength(1)
})

it('viewers read comments and write none', async () => {
  const { checker, on, say } = await setting()
  const reader = await makeUser({ role: 'viewer' })
  const { id } = (await say(checker, { text: 'Seen?' })).body
  expect((await call<Page>(reader.token, 'GET', on)).body.items).toHaveLength(1)
  expect((await call(reader.token, 'POST', on, { body: { text: 'No' } })).status).toBe(403)
  expect((await call(reader.token, 'PATCH', `/comments/${id}`, { body: { resolved: true } })).status).toBe(
    403,
  )
})

it('only a thread can be resolved, and pages go on where they ended', async () => {
  const { checker, on, say } = await setting()
  const first = (await say(checker, { text: '1' })).body
  const reply = (await say(checker, { text: '2', threadId: first.id })).body
  await say(checker, { text: '3' })
  const resolving = await call(checker.token, 'PATCH', `/comments/${reply.id}`, { body: { resolved: true } })
  expect(resolving.status).toBe(404)
  const one = (await call<Page>(checker.token, 'GET', `${on}?limit=2`)).body
  const rest = (await call<Page>(checker.token, 'GET', `${on}?limit=2&after=${one.next}`)).body
  expect([...one.items, ...rest.items].map(({ text }) => text)).toEqual(['3', '2', '1'])
  expect(rest.next).toBeNull()
})
