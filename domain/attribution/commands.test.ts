import { beforeAll, describe, expect, it } from 'vitest'
import { withdrawClaim } from '@/domain/claim/commands'
import { changeClaim } from '@/domain/review/commands'
import { getClaim } from '@/domain/claim/queries'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { newId } from '@/services/ids'
import { makeArticle, makeUser } from '@/tests/factories'
import { race, refusal } from '@/tests/refusal'
import { attributeClaim } from './commands'
import { getClaimReviews } from '@/domain/claim-review/queries'
import { attributeClaimSchema } from './schema'

let editor: Actor
let checker: Actor
let viewer: Actor
beforeAll(async () => {
  const made = await Promise.all([
    makeUser({ role: 'editor' }),
    makeUser({ role: 'checker' }),
    makeUser({ role: 'viewer' }),
  ])
  ;[editor, checker, viewer] = [made[0].actor, made[1].actor, made[2].actor]
})

async function aClaim(overrides: Parameters<typeof makeArticle>[1] = {}) {
  const article = await makeArticle(editor, overrides)
  const [claim] = article.claims
  if (!claim) throw new Error('The article has no claim')
  return { ...claim, articleId: article.id }
}

const attribute = (id: string, version: number, fields: object, actor = checker) =>
  attributeClaim(actor, attributeClaimSchema.parse({ id, version, speaker: 'Dana Ospanova', ...fields }))
const events = (claimId: string) =>
  db().event.findMany({ where: { claimId, verb: 'claim.attributed' }, orderBy: { position: 'asc' } })

describe('attributing a claim', () => {
  it('stores the attribution whole, records it once in history, and clears it whole', async () => {
    const { id } = await aClaim()
    const fields = { speakerKind: 'organization', saidOn: '2024-03-10', saidAt: 'example.org/speech' }
    expect(await attribute(id, 1, fields)).toBe(2)
    expect(await attribute(id, 1, fields)).toBe(2)
    expect((await getClaim(viewer, id)).attribution).toEqual({
      speaker: 'Dana Ospanova',
      speakerKind: 'organization',
      saidOn: '2024-03-10',
      saidAt: 'https://example.org/speech',
      rating: null,
      ratingName: '',
    })
    expect(await attribute(id, 2, { speaker: null, saidOn: '2024-03-11' })).toBe(3)
    expect((await getClaim(viewer, id)).attribution).toBeNull()
    const lines = await events(id)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatchObject({
      before: { speaker: '', speakerKind: 'person', saidOn: null, saidAt: null },
      after: { speaker: 'Dana Ospanova', saidOn: '2024-03-10' },
    })
    expect(lines[1]).toMatchObject({ after: { speaker: '', saidOn: null } })
    expect(await db().claim.findUniqueOrThrow({ where: { id } })).toMatchObject({
      saidOn: null,
      saidAt: null,
    })
  })

  it('is refused to viewers, for unknown claims and for withdrawn claims', async () => {
    const { id } = await aClaim()
    expect((await refusal(attribute(id, 1, {}, viewer))).code).toBe('forbidden')
    expect((await refusal(attribute(newId(), 1, {}))).code).toBe('not_found')
    await withdrawClaim(checker, { id, version: 1 })
    expect(await refusal(attribute(id, 2, {}))).toMatchObject({ code: 'conflict', key: 'claimWithdrawn' })
  })

  it('twice at once shows the second person what the first wrote', async () => {
    const { id } = await aClaim()
    const { done, refused } = await race(['Dana', 'Omar'].map((speaker) => attribute(id, 1, { speaker })))
    expect(done).toEqual([2])
    const { attribution } = await getClaim(viewer, id)
    expect(refused).toMatchObject([{ code: 'conflict', current: { version: 2, attribution } }])
  })

  it('keeps the rating and the verdict from contradicting each other', async () => {
    const { id } = await aClaim()
    await changeClaim(checker, { id, version: 1, status: 'disputed', finding: 'It opened in 1999.' })
    const refused = await refusal(attribute(id, 2, { rating: 4 }))
    expect(refused).toMatchObject({ code: 'rule', issues: [{ path: 'rating', key: 'ratingAgainstVerdict' }] })
    expect(await attribute(id, 2, { rating: 3 })).toBe(3)
  })

  it('leaves a sign-off in force, because it covers no attribution', async () => {
    const { id } = await aClaim()
    await changeClaim(checker, { id, version: 1, status: 'disputed', finding: 'It opened in 1999.' })
    const signedOff = { signedOffById: editor.id, signedOffAt: new Date(), signedOffDigest: 'a'.repeat(64) }
    await db().claim.update({ where: { id }, data: signedOff })
    await attribute(id, 2, {})
    expect(await db().claim.findUniqueOrThrow({ where: { id } })).toMatchObject(signedOff)
  })
})

it('an article shows which claims yield a ClaimReview and why the others do not', async () => {
  const article = await makeArticle(editor, {
    canonicalUrl: 'https://news.example.org/bridge',
    language: 'ar',
    text: 'فُتح الجسر عام 1998. تعبره تسعة آلاف سيارة. لا أحد عدّ الدراجات.',
    claims: [
      { quote: 'فُتح الجسر عام 1998', status: 'disputed', finding: 'عام 1999.' },
      { quote: 'تعبره تسعة آلاف سيارة' },
      { quote: 'لا أحد عدّ الدراجات' },
    ],
  })
  const [first, second, third] = article.claims
  await attribute(first?.id ?? '', 1, { rating: 2 })
  await withdrawClaim(checker, { id: third?.id ?? '', version: 1 })
  await db().claim.update({
    where: { id: first?.id },
    data: { reviewedAt: new Date('2026-11-25T23:30:00Z') },
  })
  const { reviews, refused } = await getClaimReviews(viewer, article.id)
  expect(reviews).toMatchObject([
    {
      claim: { id: first?.id, number: 1 },
      review: {
        url: 'https://news.example.org/bridge#claim-1',
        datePublished: '2026-11-25',
        reviewRating: { ratingValue: 2, alternateName: 'خاطئ في معظمه' },
      },
    },
  ])
  expect(refused).toMatchObject([{ claim: { id: second?.id }, reasons: ['no_speaker', 'no_verdict'] }])
  expect((await refusal(getClaimReviews(viewer, newId()))).code).toBe('not_found')
})
