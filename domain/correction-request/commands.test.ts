import { afterEach, describe, expect, it } from 'vitest'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { LIMITS } from '@/services/limits/limits'
import { unique } from '@/tests/factories'
import { request, send, sender } from '@/tests/correction-requests'
import { makeCorrection, makeNewsroom } from '@/tests/published-corrections'
import { race, refusal } from '@/tests/refusal'
import { sendCorrectionRequest } from './commands'
import { articleForReaders, getRequestStatus } from './queries'
import { phraseIn, requestState, touchedClaim } from './rules'
import { sendCorrectionRequestSchema } from './schema'

afterEach(() => setClock())

describe('a correction request', () => {
  it('is linked to the claim whose words it overlaps, in any spelling', async () => {
    const { article } = await makeNewsroom()
    await db().article.update({ where: { id: article.id }, data: { state: 'published' } })
    const { row } = await send({ articleId: article.id, phrase: 'the  BRIDGE opened' })
    expect([row.articleId, row.claimId]).toEqual([article.id, article.claims[0]?.id])
    expect((await send({ articleId: article.id, phrase: 'Nobody counted' })).row.claimId).toBeNull()
    expect((await send({ articleId: article.id, phrase: 'words of another text' })).row.claimId).toBeNull()
  })

  it('finds its article by the address too', async () => {
    const address = `https://news.example/${unique()}`
    const { article } = await makeNewsroom({ canonicalUrl: address })
    for (const given of [address, `${address}/`, `${address}#top`])
      expect((await send({ address: given })).row.articleId).toBe(article.id)
    expect((await send({ address: `${address}?page=2` })).row.articleId).toBeNull()
  })

  it('is linked only to articles that readers know, and reveals no other title', async () => {
    const { article } = await makeNewsroom({ canonicalUrl: `https://news.example/${unique()}` })
    expect(await articleForReaders(article.id)).toBeNull()
    const unknown = await send({ articleId: article.id })
    expect(unknown.row.articleId).toBeNull()
    const { canonicalUrl } = await db().article.findUniqueOrThrow({ where: { id: article.id } })
    const addressed = await send({ address: canonicalUrl ?? '' })
    expect((await getRequestStatus(addressed.secret)).article).toBeNull()
    await makeCorrection({ articleId: article.id })
    expect((await articleForReaders(article.id))?.title).toBe(article.title)
    expect((await getRequestStatus(addressed.secret)).article?.title).toBe(article.title)
  })

  it('can be followed only with its secret, which is not stored', async () => {
    const from = sender()
    const { secret, row } = await send({ email: 'Reader@Example.org', name: 'R' }, from)
    expect(JSON.stringify(row)).not.toContain(secret)
    expect(JSON.stringify(row)).not.toContain(from)
    const status = await getRequestStatus(secret)
    expect(status).toMatchObject({
      state: 'received',
      phrase: 'opened in 1998',
      correction: null,
      closedWhy: '',
    })
    expect(status).not.toHaveProperty('email')
    for (const wrong of [
      '',
      'x',
      `${secret}x`,
      secret.slice(0, -1),
      secret.toUpperCase(),
      '\u0000'.repeat(32),
    ])
      expect((await refusal(getRequestStatus(wrong))).code).toBe('not_found')
  })

  it('shows its progress but nothing internal', async () => {
    const { editor, article } = await makeNewsroom()
    const { secret, row } = await send()
    const correction = await makeCorrection({ articleId: article.id, state: 'acknowledged' })
    await db().correctionRequest.update({ where: { id: row.id }, data: { correctionId: correction.id } })
    expect(await getRequestStatus(secret)).toMatchObject({ state: 'working', correction: null })
    await db().correction.update({
      where: { id: correction.id },
      data: { state: 'rejected', rejectedWhy: 'The reader is known to us.' },
    })
    expect(await getRequestStatus(secret)).toMatchObject({ state: 'closed', correction: null, closedWhy: '' })
    const published = await makeCorrection({ articleId: article.id })
    await db().correctionRequest.update({ where: { id: row.id }, data: { correctionId: published.id } })
    expect(await getRequestStatus(secret)).toMatchObject({ state: 'published', correction: published.number })
    const closed = await send()
    await db().correctionRequest.update({
      where: { id: closed.row.id },
      data: { closedAt: new Date(), closedById: editor.id, closedWhy: 'The text says so already.' },
    })
    const told = await getRequestStatus(closed.secret)
    expect(told).toMatchObject({ state: 'closed', closedWhy: 'The text says so already.' })
    expect(JSON.stringify(told)).not.toContain(editor.id)
  })
})

describe('the limit for one sender', () => {
  const REQUESTS_AN_HOUR = LIMITS.correctionRequestsHour.allowance
  const REQUESTS_A_DAY = LIMITS.correctionRequestsDay.allowance

  it('also holds for requests sent at the same time', async () => {
    const from = sender()
    const many = Array.from({ length: REQUESTS_AN_HOUR + 3 }, () =>
      sendCorrectionRequest(request(), { sender: from }),
    )
    const { done, refused } = await race(many)
    expect(done).toHaveLength(REQUESTS_AN_HOUR)
    expect(refused.map(({ key }) => key)).toEqual(Array(3).fill('correctionRequestsAnHour'))
    await sendCorrectionRequest(request(), { sender: sender() })
  })

  it('resets after an hour and again after a day', async () => {
    const from = sender()
    const hour = (count: number) => setClock(new Date(Date.UTC(2031, 4, 5, count * 2)))
    for (let sent = 0; sent < REQUESTS_A_DAY; sent += 1) {
      hour(Math.floor(sent / REQUESTS_AN_HOUR))
      await sendCorrectionRequest(request(), { sender: from })
    }
    expect((await refusal(sendCorrectionRequest(request(), { sender: from }))).key).toBe(
      'correctionRequestsAnHour',
    )
    hour(REQUESTS_A_DAY / REQUESTS_AN_HOUR)
    expect((await refusal(sendCorrectionRequest(request(), { sender: from }))).key).toBe(
      'correctionRequestsADay',
    )
    hour(12)
    await sendCorrectionRequest(request(), { sender: from })
  })
})

describe('invalid input', () => {
  const problems = (given: Record<string, unknown>) => {
    const parsed = sendCorrectionRequestSchema.safeParse({
      phrase: 'a',
      problem: 'b',
      language: 'ar',
      ...given,
    })
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  }

  it('is refused at its field', () => {
    expect(problems({})).toEqual([])
    expect(problems({ address: 'javascript:alert(1)' })).toEqual(['address urlScheme'])
    expect(problems({ email: 'x' })).toEqual(['email notAnEmail'])
    expect(problems({ phrase: ' ', problem: 'x\u0000' })).toHaveLength(2)
    expect(problems({ articleId: 'x' })).toEqual(['articleId notAnId'])
    expect(problems({ problem: 'x'.repeat(5_001) })).toHaveLength(1)
  })
})

describe('the rules of a request', () => {
  it('choose the claim with the largest overlap, and of equals the shorter one', () => {
    const anchors = [
      { claimId: 'long', start: 0, end: 100 },
      { claimId: 'short', start: 10, end: 20 },
      { claimId: 'beside', start: 20, end: 30 },
    ]
    expect(touchedClaim({ start: 12, end: 18 }, anchors)).toBe('short')
    expect(touchedClaim({ start: 12, end: 40 }, anchors)).toBe('long')
    expect(touchedClaim({ start: 100, end: 110 }, anchors)).toBeNull()
  })

  it('find a phrase in other spellings, unless it occurs twice', () => {
    const text = 'قالت الوزارة إنّ الأسعار ارتفعت. The bridge opened. The Bridge closed.'
    const found = phraseIn(text, 'ان الاسعار ارتفعت')
    expect(found && text.slice(found.start, found.end)).toBe('إنّ الأسعار ارتفعت')
    expect(phraseIn(text, 'the BRIDGE opened')).not.toBeNull()
    expect(phraseIn(text, 'the bridge')).toBeNull()
    expect(phraseIn(text, '"" ')).toBeNull()
  })

  it('let the correction decide a request’s state first', () => {
    const [open, closed] = [{ closedAt: null }, { closedAt: new Date() }]
    for (const answered of [true, false]) {
      expect(requestState({ ...open, answered, correction: { state: 'reported' } })).toBe('lookedAt')
      expect(requestState({ ...open, answered, correction: { state: 'approved' } })).toBe('working')
      expect(requestState({ ...closed, answered, correction: { state: 'published' } })).toBe('published')
      expect(requestState({ ...closed, answered, correction: null })).toBe('closed')
    }
    expect(requestState({ ...open, answered: false, correction: null })).toBe('received')
    expect(requestState({ ...open, answered: true, correction: null })).toBe('lookedAt')
  })
})
