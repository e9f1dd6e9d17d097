import { describe, expect, it } from 'vitest'
import { settleAnchor } from '@/domain/anchor/commands'
import { makeClaim } from '@/domain/claim/commands'
import { changeClaim } from '@/domain/review/commands'
import { makeClaimSchema } from '@/domain/claim/schema'
import { getClaim } from '@/domain/claim/queries'
import { reviseArticle } from '@/domain/revision/commands'
import { getRevisionOutcome } from '@/domain/revision/queries'
import { passSentences, storeMissingSentences } from '@/domain/sentence/commands'
import { getCoverage } from '@/domain/sentence/queries'
import { previewClaimImport, readClaimImport } from '@/domain/claim-import/queries'
import { db } from '@/prisma/client'
import { loadCase } from '@/tests/cases/load'
import { makeArticle, makeUser } from '@/tests/factories'
import { refusal } from '@/tests/refusal'
import { changeArticle } from './commands'
import { getArticleRecord, getArticleText } from './queries'

const ferry = loadCase<{ title: string; text: string }>('N26_headline')
const disputed = { status: 'disputed', finding: 'It was 124.' } as const

async function desk(given: { title?: string; text?: string } = {}) {
  const { actor } = await makeUser()
  const { id } = await makeArticle(actor, { ...ferry, claims: [], ...given })
  const claim = (quote: string, revision = 1) =>
    makeClaim(actor, makeClaimSchema.parse({ articleId: id, revision, quote }))
  const retitle = async (title: string) => {
    const { version } = await db().article.findUniqueOrThrow({ where: { id } })
    return changeArticle(actor, { id, version, title })
  }
  return { actor, id, claim, retitle }
}

const newest = (claimId: string) =>
  db().anchor.findFirstOrThrow({ where: { claimId }, orderBy: { revision: { number: 'desc' } } })

describe('the headline', () => {
  it('can be a claim, which stands on no word of the text', async () => {
    const { actor, id, claim } = await desk()
    const made = await claim('sank with 214 aboard')
    const record = await getArticleRecord(actor, id)
    expect(record.text).toBe(ferry.text)
    const anchor = record.claims[0]?.anchor
    expect(anchor).toMatchObject({ part: 'headline', prefix: 'Ferry Dawn ', suffix: '' })
    const { start = 0, end = 0 } = anchor ?? {}
    expect(record.title.slice(start - record.headlineStart, end - record.headlineStart)).toBe(
      'sank with 214 aboard',
    )
    expect(record.text.slice(start, end)).toBe('')
    expect(await getClaim(actor, made.id)).toMatchObject({ anchor: { part: 'headline' } })
    expect((await getArticleText(actor, id)).claims).toHaveLength(1)
    expect(await db().claim.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({
      judged: { quote: 'sank with 214 aboard', context: [ferry.title] },
    })
  })

  it('is found by a list of claims', async () => {
    const { actor, id } = await desk()
    const list = await readClaimImport({
      list: 'quote,part\nFerry Dawn sank,\nran aground on Tuesday,text\nferry Dawn,headline\nDawn,العنوان',
    })
    const { rows } = await previewClaimImport(actor, id, list)
    expect(rows.map((row) => [row.outcome, row.place?.quote])).toEqual([
      ['anchored', 'Ferry Dawn sank'],
      ['anchored', 'ran aground on Tuesday'],
      ['missing', undefined],
      ['anchored', 'Dawn'],
    ])
  })

  it.each([
    [ferry.title, 'open'],
    ['ارتفعت الأسعار 12 في المئة في عام 2025', 'open'],
    ['Our bridge', 'passed'],
    ['جسرنا', 'passed'],
  ])('asks to be decided when it states something: %s is %s', async (title, state) => {
    const { actor, id } = await desk({ title })
    const { sentences } = await getCoverage(actor, id)
    expect(sentences.at(-1)).toMatchObject({ part: 'headline', text: title, state })
    expect(sentences.slice(0, -1).every((sentence) => sentence.part === 'text')).toBe(true)
  })

  it('keeps an article from being cleared until it is decided', async () => {
    const { actor, id, claim } = await desk()
    const { sentences } = await getCoverage(actor, id)
    const ofText = sentences.filter((one) => one.part === 'text').map((one) => one.position)
    await passSentences(actor, { articleId: id, revision: 1, positions: ofText, passed: true })
    const clear = (version: number) => changeArticle(actor, { id, version, state: 'cleared' })
    expect(await refusal(clear(1))).toMatchObject({ key: 'notCleared', params: { sentences: 1 } })
    const made = await claim(ferry.title)
    await changeClaim(actor, { id: made.id, version: 1, ...disputed })
    await clear(1)
  })

  it('carries its claims into another title as a text does into another text', async () => {
    const { actor, id, claim, retitle } = await desk()
    const [inHeadline, inText] = [await claim('sank with 214 aboard'), await claim('ran aground on Tuesday')]
    for (const made of [inHeadline, inText])
      await changeClaim(actor, { id: made.id, version: 1, ...disputed })
    await retitle('Ferry Dawn sank with 124 aboard')
    const { article, revision } = await getArticleText(actor, id)
    expect(article).toMatchObject({ title: 'Ferry Dawn sank with 124 aboard', revision: 2 })
    expect(revision).toMatchObject({ text: ferry.text, headline: article.title })
    expect(await newest(inHeadline.id)).toMatchObject({ state: 'changed', quote: 'sank with 124 aboard' })
    expect(await getClaim(actor, inHeadline.id)).toMatchObject({
      status: 'unreviewed',
      earlier: { status: 'disputed' },
    })
    expect(await getClaim(actor, inText.id)).toMatchObject({
      status: 'disputed',
      anchor: { state: 'anchored' },
    })
    const { claims } = await getRevisionOutcome(actor, id, 2)
    expect(claims.map(({ part, outcome }) => [part, outcome])).toEqual([
      ['headline', 'changed'],
      ['text', 'unchanged'],
    ])
    const { version } = await getClaim(actor, inHeadline.id)
    await settleAnchor(actor, { id: inHeadline.id, version, as: 'stands' })
    await retitle('Ferry Dawn sank with 124 aboard!')
    expect(await getClaim(actor, inHeadline.id)).toMatchObject({ status: 'unreviewed' })
  })

  it('stays where it is when the text changes, and keeps its claims and its decision', async () => {
    const { actor, id, claim } = await desk()
    const made = await claim('214')
    await changeClaim(actor, { id: made.id, version: 1, ...disputed })
    await reviseArticle(actor, { articleId: id, text: `It was a clear day. ${ferry.text}` })
    expect(await getClaim(actor, made.id)).toMatchObject({
      status: 'disputed',
      quote: '214',
      anchor: { part: 'headline', state: 'anchored', revision: 2 },
    })
  })

  it('gives no claim to the text, and takes none from it', async () => {
    const { actor, id, claim, retitle } = await desk({
      text: 'Nobody was hurt at all, the harbour master said.',
    })
    const made = await claim('Ferry Dawn sank with 214 aboard')
    await changeClaim(actor, { id: made.id, version: 1, ...disputed })
    await retitle('Nobody was hurt')
    await reviseArticle(actor, { articleId: id, text: 'Ferry Dawn sank with 214 aboard' })
    expect(await newest(made.id)).toMatchObject({ state: 'orphaned' })
    expect(await getClaim(actor, made.id)).toMatchObject({
      status: 'unreviewed',
      anchor: { part: 'headline' },
    })
    await retitle('Ferry Dawn sank with 214 aboard')
    expect(await getClaim(actor, made.id)).toMatchObject({
      status: 'disputed',
      anchor: { state: 'anchored' },
    })
  })

  it('opens a cleared article when another title states something', async () => {
    const { actor, id, retitle } = await desk({ title: 'Our ferry', text: 'Ah.' })
    const { sentences } = await getCoverage(actor, id)
    const positions = sentences.filter((one) => one.state === 'open').map((one) => one.position)
    await passSentences(actor, { articleId: id, revision: 1, positions, passed: true })
    expect(await changeArticle(actor, { id, version: 1, state: 'cleared' })).toBe(2)
    const version = await retitle('The ferry sank with 214 aboard in 1998')
    expect(await db().article.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'checking',
      version,
    })
  })

  it('of an earlier article is cut into sentences beside those of its text', async () => {
    const { actor, id } = await desk()
    const { sentences } = await getCoverage(actor, id)
    const { headlineStart } = await getArticleRecord(actor, id)
    await db().sentence.deleteMany({ where: { articleId: id, start: { gte: headlineStart } } })
    await storeMissingSentences()
    expect((await getCoverage(actor, id)).sentences).toEqual(sentences)
  })
})
