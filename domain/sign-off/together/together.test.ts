import { describe, expect, it } from 'vitest'
import { getClaim } from '@/domain/claim/queries'
import { changeClaim } from '@/domain/review/commands'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { newId } from '@/services/ids'
import { makeArticle, makeUser } from '@/tests/factories'
import { refusal } from '@/tests/refusal'
import { recordOpened } from '@/domain/reading/commands'
import { signOffTogether, withdrawTogether } from './commands'
import { signOffsOf } from './queries'
import { standingOf, STANDINGS } from './rules'

/** Disputed claims of an article, which a final report needs signed off. */
async function scene() {
  const [editor, checker, second] = await Promise.all([
    makeUser(),
    makeUser({ role: 'checker' }),
    makeUser({ role: 'editor' }),
  ])
  const article = await makeArticle(editor.actor)
  const ids = article.claims.slice(0, 2).map(({ id }) => id)
  for (const id of ids)
    await changeClaim(checker.actor, { id, version: 1, status: 'disputed', finding: 'كان ذلك عام 1999.' })
  const [one, other] = ids
  if (!one || !other) throw new Error('no claims')
  return { article, one, other, editor: editor.actor, checker: checker.actor, second: second.actor }
}

const asSeen = async (actor: Actor, id: string) => ({ id, digest: (await getClaim(actor, id)).digest })
const open = async (actor: Actor, id: string) => recordOpened(actor, await asSeen(actor, id))
const standings = async (actor: Actor, articleId: string) =>
  (await signOffsOf(actor, articleId)).items.map(({ standing }) => standing)
const signed = (id: string) =>
  db()
    .claim.findUniqueOrThrow({ where: { id }, select: { signedOffById: true } })
    .then((claim) => claim.signedOffById)

describe('signing many claims off', () => {
  it('signs off those that this person opened, and names the others', async () => {
    const { article, one, other, second } = await scene()
    expect(await standings(second, article.id)).toEqual(['unopened', 'unopened'])
    await open(second, one)
    expect(await standings(second, article.id)).toEqual(['ready', 'unopened'])
    const claims = [
      await asSeen(second, one),
      await asSeen(second, other),
      { ...(await asSeen(second, one)), id: newId() },
    ]
    expect(await signOffTogether(second, { claims })).toMatchObject({
      items: [
        { id: one, number: 1, outcome: 'changed', refusal: null, version: 3 },
        { id: other, number: 2, outcome: 'refused', refusal: 'signOffUnopened', version: null },
        { number: null, outcome: 'refused', refusal: 'bulkUnknownClaim' },
      ],
    })
    expect([await signed(one), await signed(other)]).toEqual([second.id, null])
    expect(await standings(second, article.id)).toEqual(['unopened'])
  })

  it('refuses what another person opened, what changed since, and one’s own words', async () => {
    const { article, one, other, editor, checker, second } = await scene()
    await open(editor, one)
    await open(second, other)
    await changeClaim(editor, { id: other, version: 2, finding: 'It was 2001, says the log.' })
    const claims = [await asSeen(second, one), await asSeen(second, other)]
    const { items } = await signOffTogether(second, { claims })
    expect(items).toMatchObject([
      { outcome: 'refused', refusal: 'signOffUnopened' },
      { outcome: 'conflict', refusal: 'signOffChangedSince' },
    ])
    await open(editor, other)
    const own = await signOffTogether(editor, { claims: [await asSeen(editor, other)] })
    expect(own.items).toMatchObject([{ outcome: 'refused', refusal: 'signOffOwn' }])
    const [, written] = (await signOffsOf(editor, article.id)).items
    expect(written).toMatchObject({ standing: 'own', own: ['finding'] })
    expect((await refusal(signOffTogether(checker, { claims }))).code).toBe('forbidden')
    expect([await signed(one), await signed(other)]).toEqual([null, null])
  })

  it('refuses a digest that is not the one that was opened, whatever the claim is now', async () => {
    const { one, second } = await scene()
    await open(second, one)
    const stale = { id: one, digest: 'a'.repeat(64) }
    await recordOpened(second, stale)
    const { items } = await signOffTogether(second, { claims: [stale] })
    expect(items).toMatchObject([{ outcome: 'conflict', refusal: 'signOffChangedSince' }])
    expect(await signed(one)).toBeNull()
  })

  it('changes nothing a second time, and is taken back as a whole, but not over another sign-off', async () => {
    const { article, one, other, editor, second } = await scene()
    await open(second, one)
    await open(second, other)
    const claims = [await asSeen(second, one), await asSeen(second, other)]
    const first = await signOffTogether(second, { claims })
    const again = await signOffTogether(second, { claims })
    expect(again.items.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged'])
    await changeClaim(editor, { id: one, version: 3, priority: 'low' })
    const undone = await withdrawTogether(second, {
      claims: first.items.map(({ id, version }) => ({ id, version: version ?? 0 })),
    })
    expect(undone.items.map(({ outcome }) => outcome)).toEqual(['changed', 'changed'])
    expect(await standings(second, article.id)).toEqual(['ready', 'ready'])
    const verbs = await db().event.findMany({ where: { claimId: one }, orderBy: { position: 'asc' } })
    expect(verbs.map(({ verb }) => verb)).toEqual([
      'claim.reviewed',
      'claim.signed_off',
      'claim.planned',
      'claim.sign_off_withdrawn',
    ])
  })
})

describe('the standing of a claim', () => {
  const claim = { status: 'disputed', writers: [], signedOffById: null, digest: 'now' } as const
  it.each([
    ['ready', claim, 'now'],
    ['unopened', claim, null],
    ['changed', claim, 'before'],
    ['own', { ...claim, writers: [{ part: 'sources', personId: 'me' }] }, 'now'],
    ['own', { ...claim, writers: [{ part: 'status', personId: 'me', replaced: true }] }, 'now'],
    ['unreviewed', { ...claim, status: 'unreviewed' }, 'now'],
    ['signed', { ...claim, signedOffById: 'another' }, 'now'],
  ] as const)('is %s', (standing, given, opened) => {
    expect(standingOf(given, 'me', opened)).toBe(standing)
    expect(STANDINGS).toContain(standing)
  })
})
