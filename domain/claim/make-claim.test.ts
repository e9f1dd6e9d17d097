import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { newId } from '@/services/ids'
import { makeArticle, makeUser, unique } from '@/tests/factories'
import { race, refusal } from '@/tests/refusal'
import { makeClaim, restoreClaim, withdrawClaim } from './commands'

let actor: Actor
beforeAll(async () => {
  actor = (await makeUser({ role: 'editor' })).actor
})

const textOf = (articleId: string) =>
  db().revision.findUniqueOrThrow({ where: { articleId_number: { articleId, number: 1 } } })
const claimsOf = (articleId: string) => db().claim.findMany({ where: { articleId } })

describe('making words into a claim', () => {
  it('anchors them where they stand, in any script', async () => {
    const text = 'قال 👩‍👩‍👦 إنّ السعر ثابت. السعر ثابت, said the e\u0301lite. The price is fixed.'
    const { id: articleId } = await makeArticle(actor, { text, language: 'ar' })
    const { text: kept } = await textOf(articleId)
    for (const [quote, prefix] of [
      ['إنّ السعر ثابت', undefined],
      ['السعر ثابت', 'ثابت. '],
      ['👩‍👩‍👦', undefined],
      ['The price', undefined],
    ] as const) {
      const { id } = await makeClaim(actor, { articleId, revision: 1, quote, prefix })
      const anchor = await db().anchor.findFirstOrThrow({ where: { claimId: id } })
      const claim = await db().claim.findUniqueOrThrow({ where: { id } })
      expect(kept.slice(anchor.start, anchor.end)).toBe(anchor.quote)
      expect(claim.quote).toBe(anchor.quote)
      expect(anchor.quote).toBe(quote)
      expect(kept.slice(0, anchor.start).endsWith(anchor.prefix)).toBe(true)
      expect(kept.slice(anchor.end).startsWith(anchor.suffix)).toBe(true)
    }
  })

  it('refuses words that are missing or occur twice, says which, and stores nothing', async () => {
    const { id: articleId } = await makeArticle(actor, { text: 'The toll is two. The toll is three.' })
    const missing = await refusal(makeClaim(actor, { articleId, revision: 1, quote: 'The toll is nine' }))
    expect(missing).toMatchObject({ code: 'invalid', issues: [{ path: 'quote', key: 'quoteMissing' }] })
    const twice = await refusal(makeClaim(actor, { articleId, revision: 1, quote: 'The toll is' }))
    expect(twice.issues).toEqual([{ path: 'quote', key: 'quoteAmbiguous', params: { count: 2 } }])
    expect(await claimsOf(articleId)).toEqual([])
    const { number } = await makeClaim(actor, { articleId, revision: 1, quote: 'The toll is two' })
    expect(number).toBe(1)
  })

  it('offers the nearest words for those that stand nowhere, takes none, and takes them once they are sent', async () => {
    const text =
      'The toll is two coins. The ferry has cost three coins since May.\n\nبلغ عدد الركاب ٢١٤ راكبًا.'
    const { id: articleId } = await makeArticle(actor, { text })
    const make = (quote: string, context = {}) =>
      makeClaim(actor, { articleId, revision: 1, quote, ...context })
    for (const [typed, meant] of [
      ['The ferry costs three coins', 'The ferry has cost three coins'],
      ['بلغ عدد الركاب ٢١٥ راكبًا', 'بلغ عدد الركاب ٢١٤ راكبًا'],
    ] as const) {
      const [issue] = (await refusal(make(typed))).issues
      expect(issue?.key).toBe('quoteMissing')
      const [near] = issue?.near ?? []
      expect(near?.quote).toBe(meant)
      expect(text.slice(near?.start, near?.end)).toBe(meant)
      expect((await claimsOf(articleId)).map(({ quote }) => quote)).not.toContain(meant)
      const { quote = '', prefix, suffix } = near ?? {}
      await make(quote, { prefix, suffix })
      expect((await claimsOf(articleId)).map(({ quote }) => quote)).toContain(meant)
    }
    expect((await refusal(make('Nothing of the kind'))).issues).toEqual([
      { path: 'quote', key: 'quoteMissing' },
    ])
  })

  it('makes one claim of the same words until it is withdrawn, and never reuses its number', async () => {
    const { id: articleId } = await makeArticle(actor, { text: 'The toll is two coins.' })
    const wanted = { articleId, revision: 1, quote: 'The toll is two' }
    const first = await makeClaim(actor, wanted)
    const twin = await refusal(makeClaim(actor, wanted))
    expect(twin).toMatchObject({ code: 'rule', key: 'claimExists', params: { number: 1 } })
    await makeClaim(actor, { ...wanted, quote: 'two coins' })
    await withdrawClaim(actor, { id: first.id, version: 1 })
    expect((await makeClaim(actor, wanted)).number).toBe(3)
    const restored = await refusal(restoreClaim(actor, { id: first.id, version: 2 }))
    expect(restored).toMatchObject({ code: 'rule', key: 'claimExists', params: { number: 3 } })
  })

  it('refuses words of a text that has changed since', async () => {
    const { id: articleId } = await makeArticle(actor, { text: 'The toll is two coins.' })
    await db().revision.create({
      data: {
        ...{ articleId, number: 2, text: 'No toll.', headline: '', headlineStart: 9 },
        ...{ blocks: [], sha256: '', createdById: actor.id },
      },
    })
    await db().article.update({ where: { id: articleId }, data: { revision: 2 } })
    const old = await refusal(makeClaim(actor, { articleId, revision: 1, quote: 'The toll' }))
    const current = { id: articleId, revision: 2, text: 'No toll.' }
    expect(old).toMatchObject({ code: 'conflict', key: 'textChanged', current })
    expect(await claimsOf(articleId)).toEqual([])
  })

  it('does not find words of an unknown article', async () => {
    const none = makeClaim(actor, { articleId: newId(), revision: 1, quote: 'x' })
    expect((await refusal(none)).code).toBe('not_found')
  })
})

describe('one request sent several times', () => {
  it('makes one claim and one line of history, and every answer is the same', async () => {
    const { id: articleId } = await makeArticle(actor, { text: 'The toll is two coins.' })
    const wanted = { articleId, revision: 1, quote: 'The toll', requestKey: unique() }
    const { done, refused } = await race(Array.from({ length: 5 }, () => makeClaim(actor, wanted)))
    expect(refused).toEqual([])
    expect(new Set(done.map(({ id }) => id)).size).toBe(1)
    const [claim, ...others] = await claimsOf(articleId)
    expect(others).toEqual([])
    expect(done[0]).toEqual({ id: claim?.id, number: 1 })
    expect(await db().event.count({ where: { claimId: claim?.id } })).toBe(1)
  })

  it('with two keys makes two claims at once, with two numbers', async () => {
    const { id: articleId } = await makeArticle(actor, { text: 'The toll is two coins.' })
    const { done } = await race(
      ['The toll', 'two coins'].map((quote) =>
        makeClaim(actor, { articleId, revision: 1, quote, requestKey: unique() }),
      ),
    )
    expect(done.map(({ number }) => number).sort()).toEqual([1, 2])
  })

  it('by another person is another request', async () => {
    const { id: articleId } = await makeArticle(actor, { text: 'The toll is two coins.' })
    const other = (await makeUser({ role: 'checker' })).actor
    const requestKey = unique()
    const one = await makeClaim(actor, { articleId, revision: 1, quote: 'The toll', requestKey })
    const two = await makeClaim(other, { articleId, revision: 1, quote: 'two coins', requestKey })
    expect(two.id).not.toBe(one.id)
  })
})
