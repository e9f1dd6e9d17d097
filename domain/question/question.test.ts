import { afterEach, describe, expect, it } from 'vitest'
import { claimComments } from '@/domain/comment/queries'
import { resolveThread } from '@/domain/comment/commands'
import { withdrawClaim } from '@/domain/claim/commands'
import { listNotices } from '@/domain/notice/queries'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { newId } from '@/services/ids'
import { makeUser } from '@/tests/factories'
import { answer, linesAbout, makeAsking } from '@/tests/questions'
import { race, refusal } from '@/tests/refusal'
import { seeQuestion } from './asked/commands'
import { endOfQuestion, getAsked } from './asked/queries'
import { revokeQuestion, takeAnswer } from './commands'
import { getQuestion, questionsOf, questionsOfClaim } from './queries'
import { DAY_MS } from './rules'

afterEach(() => setClock())

describe('a question', () => {
  it('begins a thread on each of its claims, is seen, answered and told in the history', async () => {
    const { checker, claim, other, put } = await makeAsking()
    const { id, secret } = await put(checker, { claims: [claim.id, other.id] })
    const [thread] = (await claimComments(checker.actor, claim.id)).items
    expect(thread).toMatchObject({
      questionId: id,
      text: 'Who counted the cars?',
      by: { id: checker.actor.id },
    })
    expect((await getQuestion(checker.actor, id)).state).toBe('sent')
    await seeQuestion({ secret })
    await seeQuestion({ secret })
    expect((await getQuestion(checker.actor, id)).state).toBe('seen')
    await resolveThread(checker.actor, { id: thread?.id ?? '', resolved: true })
    await answer(secret, [{ claimId: claim.id, text: 'The ministry.', url: 'https://example.org/count' }])
    const found = await getQuestion(checker.actor, id)
    expect(found.state).toBe('answered')
    expect(found.answers[0]?.items).toMatchObject([
      { claimId: claim.id, quote: claim.quote, text: 'The ministry.', url: 'https://example.org/count' },
    ])
    expect((await claimComments(checker.actor, claim.id)).items[0]?.resolved).toBeNull()
    const lines = await linesAbout(id)
    expect(lines.map(({ verb, claimId }) => [verb, claimId])).toEqual([
      ['question.asked', claim.id],
      ['question.asked', other.id],
      ['question.seen', null],
      ['question.answered', claim.id],
    ])
    expect(lines.at(-1)?.after).toMatchObject({ outside: 'Rana Saber', answer: 'The ministry.', revision: 1 })
  })

  it('tells who asked of its answer, once, under the name of who answered', async () => {
    const { checker, claim, other, put } = await makeAsking()
    const { secret } = await put(checker, { claims: [claim.id, other.id] })
    await answer(secret, [
      { claimId: claim.id, text: 'The ministry.' },
      { claimId: other.id, text: 'Nobody.' },
    ])
    const { items } = await listNotices(checker.actor)
    expect(items).toMatchObject([
      { kind: 'answered', by: null, outside: 'Rana Saber', claims: 2, claim: null },
    ])
  })

  it('changes no claim by itself', async () => {
    const { checker, claim, put } = await makeAsking()
    const before = await db().claim.findUniqueOrThrow({ where: { id: claim.id }, include: { sources: true } })
    const { secret } = await put(checker, { kind: 'expert' })
    await answer(secret, [{ claimId: claim.id, verdict: 'wrong', text: 'Nobody did.', proposed: 'Few cars' }])
    expect(
      await db().claim.findUniqueOrThrow({ where: { id: claim.id }, include: { sources: true } }),
    ).toEqual(before)
  })

  it('is asked once by one request, at the same address', async () => {
    const { checker, article, put } = await makeAsking()
    const requestKey = newId()
    const [one, two] = await Promise.all([put(checker, { requestKey }), put(checker, { requestKey })])
    expect(two).toEqual(one)
    expect(await questionsOf(checker.actor, article.id)).toHaveLength(1)
  })

  it('keeps no secret', async () => {
    const { checker, put } = await makeAsking()
    const { id, secret } = await put(checker)
    const row = await db().question.findUniqueOrThrow({ where: { id } })
    expect(JSON.stringify(row)).not.toContain(secret)
    expect(JSON.stringify(await linesAbout(id))).not.toContain(secret)
  })

  it('is asked by checkers and editors, and taken back by whoever asked and by editors', async () => {
    const { editor, checker, put } = await makeAsking()
    const [viewer, colleague] = [await makeUser({ role: 'viewer' }), await makeUser({ role: 'checker' })]
    expect(await refusal(put(viewer))).toMatchObject({ code: 'forbidden' })
    const { id, secret } = await put(checker)
    expect(await refusal(revokeQuestion(colleague.actor, { id }))).toMatchObject({ code: 'forbidden' })
    expect((await getQuestion(colleague.actor, id)).may.revoke).toBe(false)
    await revokeQuestion(editor.actor, { id })
    await revokeQuestion(checker.actor, { id })
    expect((await getQuestion(checker.actor, id)).revoked?.by.id).toBe(editor.actor.id)
    expect(await endOfQuestion(secret)).toBe('revoked')
    expect(await refusal(getAsked({ secret }))).toMatchObject({ code: 'not_found' })
    const { id: own } = await put(checker)
    await revokeQuestion(checker.actor, { id: own })
    expect((await linesAbout(own)).at(-1)).toMatchObject({ verb: 'question.revoked' })
  })

  it('shows its mail address only to those who may ask', async () => {
    const { checker, claim, put } = await makeAsking()
    const viewer = await makeUser({ role: 'viewer' })
    await put(checker, { email: 'rana@example.org' })
    expect((await questionsOfClaim(checker.actor, claim.id))[0]?.email).toBe('rana@example.org')
    expect((await questionsOfClaim(viewer.actor, claim.id))[0]?.email).toBeNull()
  })

  it.each([
    ['an end in the past', { expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt', 'notInFuture'],
    ['a far end', { expiresAt: '2999-01-01T00:00:00Z' }, 'expiresAt', 'expiresTooLate'],
    ['a day in the past', { dueAt: '2020-01-01T00:00:00Z' }, 'dueAt', 'notInFuture'],
    ['a day after the end', { dueAt: '2998-01-01T00:00:00Z' }, 'dueAt', 'dueAfterEnd'],
    ['a claim of nowhere', { claims: [newId()] }, 'claims.0', 'noSuchClaim'],
  ])('with %s is refused at its field', async (_, given, path, key) => {
    const { checker, put } = await makeAsking()
    const { issues } = await refusal(put(checker, given))
    expect(issues).toMatchObject([{ path, key }])
  })

  it('is not about withdrawn claims', async () => {
    const { editor, checker, claim, put } = await makeAsking()
    await withdrawClaim(editor.actor, { id: claim.id, version: claim.version })
    expect((await refusal(put(checker))).issues).toMatchObject([{ path: 'claims.0', key: 'noSuchClaim' }])
  })
})

describe('an answer', () => {
  it('is sent once, also from two windows at the same moment', async () => {
    const { checker, claim, put } = await makeAsking()
    const { id, secret } = await put(checker)
    const send = (text: string) => answer(secret, [{ claimId: claim.id, text }])
    const { done, refused } = await race([send('One'), send('Two')])
    expect(done).toHaveLength(1)
    expect(refused).toMatchObject([{ code: 'conflict', key: 'answerSent', current: { revision: 1 } }])
    expect((await getQuestion(checker.actor, id)).answers).toHaveLength(1)
  })

  it('is not taken after the end, and says so', async () => {
    const { checker, claim, put } = await makeAsking()
    const { secret } = await put(checker)
    setClock(new Date(Date.now() + 15 * DAY_MS))
    expect(await endOfQuestion(secret)).toBe('expired')
    const late = answer(secret, [{ claimId: claim.id, text: 'Late' }])
    expect(await refusal(late)).toMatchObject({ code: 'not_found', key: 'questionOver' })
  })

  it('is about what was asked, and complete', async () => {
    const { checker, claim, other, put } = await makeAsking()
    const { secret } = await put(checker, { kind: 'expert' })
    const issuesOf = async (...items: Parameters<typeof answer>[1]) =>
      (await refusal(answer(secret, items))).issues.map(({ path, key }) => `${path} ${key}`)
    expect(await issuesOf()).toEqual(['items answerEmpty'])
    expect(await issuesOf({ claimId: claim.id })).toEqual(['items answerEmpty'])
    expect(await issuesOf({ claimId: other.id, verdict: 'correct' })).toEqual(['items.0.claimId noSuchClaim'])
    expect(await issuesOf({ verdict: 'correct' })).toEqual(['items.0.claimId noSuchClaim'])
    expect(await issuesOf({ claimId: claim.id, verdict: 'wrong' })).toEqual(['items.0.text answerWhy'])
    expect(await issuesOf({ claimId: claim.id, text: 'Hm' })).toEqual(['items.0.verdict required'])
    const correct = { claimId: claim.id, verdict: 'correct' as const }
    expect(await issuesOf(correct, correct)).toEqual(['items.1.claimId noSuchClaim'])
    expect(await issuesOf({ ...correct, sourceTitle: 'A book' })).toEqual(['items.0.url required'])
    expect((await refusal(answer(secret, [correct], 2))).issues).toMatchObject([{ key: 'noSuchRevision' }])
  })

  it.each([
    ['correct', 'supports'],
    ['wrong', 'refutes'],
    ['cannot_say', 'context'],
  ] as const)('that says %s becomes an interview that %s, once', async (verdict, stance) => {
    const { checker, claim, put } = await makeAsking()
    const { id, secret } = await put(checker, { kind: 'expert', name: 'Dr Odai', house: 'Road Institute' })
    await answer(secret, [{ claimId: claim.id, verdict, text: 'I counted.' }])
    const item = (await getQuestion(checker.actor, id)).answers[0]?.items[0]?.id ?? ''
    const [one, two] = await Promise.all([1, 2].map(() => takeAnswer(checker.actor, { id: item })))
    expect(two).toEqual(one)
    const sources = await db().source.findMany({ where: { claimId: claim.id } })
    expect(sources).toMatchObject([
      { kind: 'interview', stance, title: 'Dr Odai · Road Institute', excerpt: 'I counted.' },
    ])
    expect((await getQuestion(checker.actor, id)).answers[0]?.items[0]?.sourceId).toBe(one?.id)
  })

  it('about the whole article is no source of a claim, and viewers take none', async () => {
    const { checker, claim, put } = await makeAsking()
    const viewer = await makeUser({ role: 'viewer' })
    const { id, secret } = await put(checker, { claims: [] })
    await answer(secret, [{ text: 'All of it is old.' }])
    const whole = (await getQuestion(checker.actor, id)).answers[0]?.items[0]?.id ?? ''
    expect(await refusal(takeAnswer(checker.actor, { id: whole }))).toMatchObject({ key: 'answerOfArticle' })
    expect(await refusal(takeAnswer(viewer.actor, { id: whole }))).toMatchObject({ code: 'forbidden' })
    expect(await db().source.count({ where: { claimId: claim.id } })).toBe(0)
  })
})
