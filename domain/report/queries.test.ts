import { expect, it } from 'vitest'
import { withdrawClaim } from '@/domain/claim/commands'
import { changeClaim } from '@/domain/review/commands'
import { addSource, removeSource } from '@/domain/source/commands'
import { addSourceSchema } from '@/domain/source/schema'
import { db } from '@/prisma/client'
import { newId } from '@/services/ids'
import { makeArticle, makeUser } from '@/tests/factories'
import { previewReport } from './queries'

const TEXT = 'One man came. 😀 Two women went. Three stayed.'
const INTERNAL = { language: 'en', internal: true } as const

async function threeClaims() {
  const { actor } = await makeUser()
  const claims = ['Three stayed', 'One man came', 'Two women went'].map((quote) => ({ quote }))
  return { actor, article: await makeArticle(actor, { text: TEXT, claims }) }
}

it('tells the findings, the sources and the people behind them', async () => {
  const { actor, article } = await threeClaims()
  const [claim] = article.claims
  if (!claim) throw new Error('no claim')
  const source = { claimId: claim.id, title: 'List', stance: 'supports', url: 'https://example.org/a' }
  await addSource(actor, addSourceSchema.parse({ ...source, published: '2024-02-29' }))
  const gone = await addSource(actor, addSourceSchema.parse({ ...source, title: 'Gone' }))
  await removeSource(actor, { id: gone })
  const { version } = await db().claim.findUniqueOrThrow({ where: { id: claim.id } })
  const begun = Date.now()
  await changeClaim(actor, { id: claim.id, version, status: 'verified', finding: 'On the list.' })

  const report = await previewReport(actor, article.id, INTERNAL)
  const found = report.claims.find((one) => one.number === 1)
  expect(found).toMatchObject({
    status: 'verified',
    finding: 'On the list.',
    reviewedBy: actor.name,
    statement: null,
    sources: [{ title: 'List', stance: 'supports', published: '2024-02-29', accessed: null, primary: false }],
  })
  expect(found?.sources).toHaveLength(1)
  const reviewedAt = Date.parse(found?.reviewedAt ?? '')
  expect(reviewedAt).toBeGreaterThanOrEqual(begun)
  expect(reviewedAt).toBeLessThanOrEqual(Date.now())
  expect(report.article).toMatchObject({ title: article.title, desk: article.desk, language: 'en' })
  expect(report.revision).toMatchObject({ number: 1, characters: [...TEXT].length })
  expect(report.coverage).toEqual({ sentences: 4, claimed: 3, passed: 1, open: 0 })
  expect(report).toMatchObject({ kind: 'interim', number: null })
})

it('lists claims in the order of their words, without withdrawn ones', async () => {
  const { actor, article } = await threeClaims()
  const report = await previewReport(actor, article.id, INTERNAL)
  expect(report.claims.map((claim) => claim.number)).toEqual([2, 3, 1])
  for (const { position, quote } of report.claims) {
    expect(TEXT.slice(position?.utf16.start, position?.utf16.end)).toBe(quote)
    expect([...TEXT].slice(position?.codePoints.start, position?.codePoints.end).join('')).toBe(quote)
  }
  const [first] = article.claims
  await withdrawClaim(actor, { id: first?.id ?? '', version: 1 })
  const after = await previewReport(actor, article.id, INTERNAL)
  expect(after.claims.map((claim) => claim.number)).toEqual([2, 3])
})

it('says what is missing in an article without claims, and does not find an unknown article', async () => {
  const { actor } = await makeUser({ role: 'editor' })
  const article = await makeArticle(actor, { text: 'Nothing to check.', claims: [] })
  const report = await previewReport(actor, article.id, INTERNAL)
  expect(report).toMatchObject({ kind: 'interim', claims: [], counts: { unreviewed: 0, verified: 0 } })
  expect(report.obstacles.map((one) => one.kind)).toEqual(['no_claims', 'open_sentences'])
  await expect(previewReport(actor, newId(), INTERNAL)).rejects.toMatchObject({ code: 'not_found' })
})
