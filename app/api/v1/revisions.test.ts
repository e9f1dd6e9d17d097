import { readFile } from 'node:fs/promises'
import { expect, describe, it } from 'vitest'
import { db } from '@/prisma/client'
import { call, faults } from '@/tests/api'
import { loadCase } from '@/tests/cases/load'
import { makeArticle, makeUser } from '@/tests/factories'
import { verifyChain } from '@/domain/history/chain'
import { storeMissingSentences } from '@/domain/sentence/commands'

type Outcome = {
  revision: number
  totals: { anchored: number; changed: number; orphaned: number; total: number }
  claims: {
    id: string
    number: number
    version: number
    status: string
    outcome: string
    state: string
    remarks: string[]
    earlier: { status: string; quote: string } | null
    after: { quote: string; start: number; end: number }
  }[]
}

const TEXT =
  'The bridge opened in 1998. It carries nine thousand cars a day.\n\nNobody counted the bicycles at all.'
const claims = [
  { quote: 'The bridge opened in 1998', status: 'disputed', finding: 'In 1999.' },
  { quote: 'nine thousand cars', status: 'needs_source' },
  { quote: 'Nobody counted the bicycles' },
]

async function edited(text: string) {
  const { token, actor } = await makeUser()
  const article = await makeArticle(actor, { text: TEXT, claims: claims as never })
  const answer = await call<Outcome>(token, 'POST', `/articles/${article.id}/revisions`, { body: { text } })
  return { token, actor, article, answer }
}

describe('an edited text', () => {
  it('keeps verdicts on moved words, resets those on changed words, and loses none', async () => {
    const after =
      'Nobody counted the bicycles at all.\n\nThe bridge opened in 1999. It carries nine  thousand cars a day.'
    const { article, answer } = await edited(after)
    expect(answer.status).toBe(201)
    const { totals, claims: became } = answer.body
    expect(answer.body.revision).toBe(2)
    expect(totals).toMatchObject({ anchored: 2, changed: 1, orphaned: 0, total: 3 })
    expect(became[0]).toMatchObject({
      outcome: 'changed',
      state: 'changed',
      status: 'unreviewed',
      earlier: { status: 'disputed', quote: 'The bridge opened in 1998' },
      after: { quote: 'The bridge opened in 1999' },
    })
    expect(became[1]).toMatchObject({ status: 'needs_source', state: 'anchored' })
    expect(became[2]).toMatchObject({ state: 'anchored' })
    for (const claim of became)
      expect(after.slice(claim.after.start, claim.after.end)).toBe(claim.after.quote)
    const events = await db().event.findMany({
      where: { articleId: article.id },
      orderBy: { position: 'asc' },
    })
    // The second claim's quote is written with other blanks now.
    expect(events.map((event) => event.verb).slice(-3)).toEqual([
      'article.revised',
      'claim.text_changed',
      'claim.anchored',
    ])
    expect(verifyChain(events)).toBeNull()
  })

  it('orphans claims whose words are gone, keeps their quote and verdict, and restores them with the words', async () => {
    const { token, article, answer } = await edited(
      'It carries nine thousand cars a day.\n\nNobody counted the bicycles at all.',
    )
    expect(answer.body.totals).toMatchObject({ anchored: 2, changed: 0, orphaned: 1, total: 3 })
    expect(answer.body.claims[0]).toMatchObject({
      state: 'orphaned',
      status: 'unreviewed',
      earlier: { status: 'disputed' },
      after: { quote: 'The bridge opened in 1998', start: 0, end: 0 },
    })
    const back = await call<Outcome>(token, 'POST', `/articles/${article.id}/revisions`, {
      body: { text: TEXT },
    })
    expect(back.body.claims[0]).toMatchObject({ state: 'anchored', status: 'disputed', remarks: ['back'] })
  })

  it('treats each claim as the case of an edited re-import says', async () => {
    const {
      before,
      after,
      claims: given,
      expect_totals: totals,
    } = loadCase<{
      before: string
      after: string
      claims: { quote: string; start_hint_utf16: number; expect: { status: string; start_utf16?: number } }[]
      expect_totals: { claims: number; anchored: number; orphan: number }
    }>('C04_reimport_edited')
    const { token, actor } = await makeUser()
    const article = await makeArticle(actor, {
      text: before,
      claims: given.map(({ quote, start_hint_utf16: start }) => ({ quote, start })),
    })
    const { body } = await call<Outcome>(token, 'POST', `/articles/${article.id}/revisions`, {
      body: { text: after },
    })
    expect(body.totals).toMatchObject({
      total: totals.claims,
      anchored: totals.anchored,
      orphaned: totals.orphan,
    })
    given.forEach((claim, index) => {
      if (claim.expect.status === 'anchored')
        expect(body.claims[index]?.after.start).toBe(claim.expect.start_utf16)
    })
  })

  it('is refused when it is unchanged, not an editor’s, or based on an older revision', async () => {
    const { token, article } = await edited(`${TEXT} More.`)
    const address = `/articles/${article.id}/revisions`
    expect(faults(await call(token, 'POST', address, { body: { text: `${TEXT} More.` } }))).toEqual([
      'text textSame',
    ])
    const stale = await call(token, 'POST', address, { body: { text: 'Other.', revision: 1 } })
    expect(stale.status).toBe(409)
    expect(stale.body.current).toMatchObject({ revision: 2, text: `${TEXT} More.` })
    expect(stale.body.current).toEqual((await call(token, 'GET', `/articles/${article.id}`)).body)
    const checker = await makeUser({ role: 'checker' })
    expect((await call(checker.token, 'POST', address, { body: { text: 'Other.' } })).status).toBe(403)
    expect(faults(await call(token, 'POST', address, { body: { text: '' } }))).toEqual(['text textEmpty'])
    const wrong = { text: 'Short.', blocks: [{ kind: 'paragraph', start: 0, end: 60 }] }
    expect(faults(await call(token, 'POST', address, { body: wrong }))).toEqual(['blocks blocksWrong'])
  })

  it('is written once per key', async () => {
    const { token, actor } = await makeUser()
    const article = await makeArticle(actor)
    const once = { body: { text: 'One new line.' }, headers: { 'idempotency-key': 'k' } }
    const first = await call<Outcome>(token, 'POST', `/articles/${article.id}/revisions`, once)
    const again = await call<Outcome>(token, 'POST', `/articles/${article.id}/revisions`, once)
    expect(again.body).toEqual(first.body)
    expect(await db().revision.count({ where: { articleId: article.id } })).toBe(2)
  })
})

type Coverage = {
  open: { sentences: number; unreviewed: number }
  covered: boolean
  sentences: { position: number; state: string; claims: number[]; text: string }[]
}

describe('coverage', () => {
  it('gives the decision on each sentence, and an article is cleared only with no sentence open', async () => {
    const { token, actor } = await makeUser()
    const article = await makeArticle(actor, { text: TEXT, claims: claims.slice(0, 2) as never })
    const address = `/articles/${article.id}/coverage`
    const first = await call<Coverage>(token, 'GET', address)
    expect(first.body.sentences.map((one) => one.state)).toEqual(['claimed', 'claimed', 'open', 'passed'])
    expect(first.body.sentences.map((one) => one.claims)).toEqual([[1], [2], [], []])
    const { changeArticle } = await import('@/domain/article/commands')
    const clear = (version: number) => changeArticle(actor, { id: article.id, version, state: 'cleared' })
    await expect(clear(1)).rejects.toMatchObject({ key: 'notCleared', params: { sentences: 1 } })
    const passed = await call<Coverage>(token, 'PATCH', address, {
      body: { revision: 1, positions: [2], passed: true },
    })
    expect(passed.body).toMatchObject({ covered: true, open: { sentences: 0 } })
    await clear(1)
    const opened = await call<Coverage>(token, 'PATCH', address, {
      body: { revision: 1, positions: [2], passed: false },
    })
    expect(opened.body.open.sentences).toBe(1)
    const state = await db().article.findUnique({ where: { id: article.id }, select: { state: true } })
    expect(state).toEqual({ state: 'checking' })
  })

  it('keeps the decision on a sentence while its words are the same', async () => {
    const { token, actor } = await makeUser()
    const article = await makeArticle(actor, { text: TEXT, claims: [] })
    const address = `/articles/${article.id}/coverage`
    await call(token, 'PATCH', address, { body: { revision: 1, positions: [0, 2], passed: true } })
    const text = TEXT.replace('1998', '1999')
    await call(token, 'POST', `/articles/${article.id}/revisions`, { body: { text } })
    const { body } = await call<Coverage>(token, 'GET', address)
    expect(body.sentences.map((one) => one.state)).toEqual(['open', 'open', 'passed', 'passed'])
    const stale = await call(token, 'PATCH', address, { body: { revision: 1, positions: [0], passed: true } })
    expect(stale.status).toBe(409)
    const none = await call(token, 'PATCH', address, { body: { revision: 2, positions: [99], passed: true } })
    expect(faults(none)).toEqual(['positions noSuchSentence'])
    const viewer = await makeUser({ role: 'viewer' })
    const refused = await call(viewer.token, 'PATCH', address, {
      body: { revision: 2, positions: [0], passed: true },
    })
    expect(refused.status).toBe(403)
  })
})

type SimilarPassages = {
  context: string
  items: {
    kind: string
    id: string
    quote: string
    context: string
    version: number | null
    status: string | null
    article: { id: string }
    score: number
    reasons: { kind: string }[]
    differences: { kind: string; here: string; there: string }[]
  }[]
}

describe('similar passages', () => {
  it('is found in other articles, with its verdict to take over', async () => {
    const { token, actor } = await makeUser()
    const mark = `Zafarabad${Math.random().toString(36).slice(2)}`
    const one = await makeArticle(actor, {
      text: `The ${mark} canal was dug in 1961 by volunteers. It rained.`,
      claims: [{ quote: `The ${mark} canal was dug in 1961 by volunteers` }],
    })
    const two = await makeArticle(actor, {
      text: `Later they met. In 1961 volunteers dug the ${mark} canal, officials say.`,
      claims: [],
    })
    const three = await makeArticle(actor, {
      text: `Volunteers dug the ${mark} canal in 1961.`,
      claims: [
        {
          quote: `Volunteers dug the ${mark} canal in 1961`,
          status: 'verified',
          finding: 'So the archive says.',
          sources: [{ title: 'Archive', stance: 'supports' }],
        },
      ],
    })
    const claim = one.claims[0]
    const other = three.claims[0]
    const { body } = await call<SimilarPassages>(token, 'GET', `/claims/${claim?.id}/similar`)
    expect(body.items.map((item) => [item.kind, item.article.id])).toEqual([
      ['claim', three.id],
      ['sentence', two.id],
    ])
    expect(body.context).toBe(`The ${mark} canal was dug in 1961 by volunteers.`)
    expect(body.items[0]).toMatchObject({
      status: 'verified',
      version: 1,
      context: `Volunteers dug the ${mark} canal in 1961.`,
      differences: [{ kind: 'order', here: `${mark} … volunteers`, there: `Volunteers … ${mark}` }],
    })
    expect(body.items[0]?.reasons.map((reason) => reason.kind)).toEqual(['words', 'numbers', 'names'])
    const unseen = await call(token, 'POST', `/claims/${claim?.id}/take-over`, {
      body: { version: claim?.version, fromId: other?.id },
    })
    expect([unseen.status, ...faults(unseen)]).toEqual([422, 'seenVersion differencesUnseen'])
    const taken = await call<{
      status: string
      finding: string
      sources: { title: string }[]
      version: number
    }>(token, 'POST', `/claims/${claim?.id}/take-over`, {
      body: { version: claim?.version, fromId: other?.id, seenVersion: 1 },
    })
    expect(taken.body).toMatchObject({ status: 'verified', finding: 'So the archive says.', version: 2 })
    expect(taken.body.sources.map((source) => source.title)).toEqual(['Archive'])
    const line = await db().event.findFirst({ where: { claimId: claim?.id, verb: 'claim.taken_over' } })
    expect(line?.after).toMatchObject({ fromId: other?.id, sources: 1 })
    const again = await call(token, 'POST', `/claims/${claim?.id}/take-over`, {
      body: { version: 1, fromId: other?.id },
    })
    expect(again.status).toBe(409)
    const back = await call(token, 'POST', `/claims/${other?.id}/take-over`, {
      body: { version: 1, fromId: other?.id },
    })
    expect(faults(back)).toEqual(['fromId nothingToTakeOver'])
  })

  it('finds the sentence of the demo that names the same UN centre', async () => {
    const { token, actor } = await makeUser()
    const [diplomacy, water] = await Promise.all(
      ['quiet-diplomacy.ar', 'water-note.ar'].map((name) => readFile(`scripts/demo/${name}.md`, 'utf8')),
    )
    const quote = /وتستضيف كازاخستان[^،]+/.exec(diplomacy ?? '')?.[0] ?? ''
    const one = await makeArticle(actor, { markdown: diplomacy, claims: [{ quote }] })
    const note = await makeArticle(actor, { markdown: water, claims: [] })
    await db().$executeRaw`analyze claim, sentence`
    const { body } = await call<SimilarPassages>(token, 'GET', `/claims/${one.claims[0]?.id}/similar`)
    const found = body.items.find((item) => item.article.id === note.id)
    expect(found).toMatchObject({ kind: 'sentence', status: null })
    expect(found?.quote).toContain('تستضيف كازاخستان المركز')
  })
})

it('stores the missing sentences and keys of an older article', async () => {
  const { token, actor } = await makeUser()
  const article = await makeArticle(actor, { text: TEXT, claims: claims.slice(2) as never })
  await db().sentence.deleteMany({ where: { articleId: article.id } })
  await db().claim.updateMany({ where: { articleId: article.id }, data: { keys: [], judged: {} } })
  expect(await storeMissingSentences()).toBeGreaterThanOrEqual(1)
  const { body } = await call<Coverage>(token, 'GET', `/articles/${article.id}/coverage`)
  expect(body.sentences).toHaveLength(4)
  const claim = await db().claim.findFirst({ where: { articleId: article.id } })
  expect(claim?.keys.length).toBeGreaterThan(0)
  expect(claim?.judged).toEqual({
    quote: 'Nobody counted the bicycles',
    context: ['Nobody counted the bicycles at all.'],
  })
})
