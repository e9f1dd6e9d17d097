import { describe, expect, it } from 'vitest'
import { call, faults } from '@/tests/api'
import { loadCase } from '@/tests/cases/load'
import { makeClaim } from '@/domain/claim/commands'
import { makeClaimSchema } from '@/domain/claim/schema'
import { makeArticle, makeUser } from '@/tests/factories'
import { refusal } from '@/tests/refusal'

type Claim = {
  id: string
  number: number
  status: string
  quote: string
  version: number
  anchor: { state: string }
}
type Outcome = {
  claims: { status: string; state: string; sentences: { before: string; after: string } | null }[]
}

const SOURCE = { title: 'Log book', stance: 'supports' }
const verified = (quote: string, more: object = {}) => ({
  quote,
  status: 'verified',
  sources: [SOURCE],
  ...more,
})

async function checked(text: string, claim: object, language = 'en') {
  const { token, actor } = await makeUser()
  const article = await makeArticle(actor, { text, language, claims: [claim] as never })
  return { token, article, id: article.claims[0]?.id ?? '' }
}

type Made = Awaited<ReturnType<typeof checked>>
const revise = async ({ token, article }: Made, text: string) => {
  const answer = await call<Outcome>(token, 'POST', `/articles/${article.id}/revisions`, { body: { text } })
  expect(answer.status).toBe(201)
  return answer.body.claims[0]
}
const claimOf = async ({ token, id }: Made) => (await call<Claim>(token, 'GET', `/claims/${id}`)).body
const reportOf = ({ token, article }: Made) =>
  call(token, 'POST', `/articles/${article.id}/reports`, { body: { kind: 'final', language: 'en' } })

describe('a verdict stands only on the sentence it was given for', () => {
  const ROWS: [string, string, string, string, string?][] = [
    [
      'not on another plant',
      'The north plant employs 500 workers.',
      'plant employs 500 workers',
      'The north plant employs 300 workers. The south plant employs 500 workers.',
    ],
    [
      'not on the other figure',
      'They won 12 seats in the north and 9 in the south.',
      '12',
      'They won 9 seats in the north and 12 in the south.',
    ],
    ['not on names turned round', 'Ali accused Omar.', 'accused', 'Omar accused Ali.'],
    ['not beside another verb', 'Output rose by 4 percent.', 'by 4 percent', 'Output fell by 4 percent.'],
    [
      'not under a doubt',
      'The minister confirmed that the plan was approved.',
      'the plan was approved',
      'The minister rejected reports that the plan was approved.',
    ],
    [
      'not under a denial',
      'أكدت الأنباء القائلة إن السد انهار.',
      'السد انهار',
      'كذبت الأنباء القائلة إن السد انهار.',
      'ar',
    ],
    ['not on other vowels', 'قَتَلَ الحارس اللص.', 'قَتَلَ الحارس اللص', 'قُتِلَ الحارس اللص.', 'ar'],
    ['not on another hamza', 'وصل إلى الإمارات أمس.', 'وصل إلى الإمارات', 'وصل إلى الأمارات أمس.', 'ar'],
    ['not on per mille', 'It holds 4% of salt.', 'holds 4%', 'It holds 4‰ of salt.'],
  ]

  it.each(ROWS)('%s', async (_, before, quote, after, language) => {
    const made = await checked(before, verified(quote), language)
    expect(await claimOf(made)).toMatchObject({ status: 'verified', anchor: { state: 'anchored' } })
    const now = await revise(made, after)
    expect(now).toMatchObject({ status: 'unreviewed', state: 'changed' })
    expect(now?.sentences?.before).toBe(before)
    expect((await reportOf(made)).status).toBe(409)
    await revise(made, before)
    expect(await claimOf(made)).toMatchObject({ status: 'verified', quote, anchor: { state: 'anchored' } })
  })

  const { rows } = loadCase<{
    rows: { before: string; quote: string; after: string; language?: string }[]
  }>('N09_sign_before_claim')
  it.each(rows)('with its sign: $quote', async ({ before, quote, after, language }) => {
    const whole = quote.startsWith('12') ? `-${quote}` : quote
    const made = await checked(before, verified(whole), language)
    expect(await revise(made, after)).toMatchObject({ status: 'unreviewed', state: 'changed' })
  })

  it('nor where it comes back in another one', async () => {
    const made = await checked(
      '5 people died in the fire. So they say.',
      verified('5 people died in the fire'),
    )
    expect(await revise(made, 'So they say.')).toMatchObject({ status: 'unreviewed', state: 'orphaned' })
    expect((await reportOf(made)).status).toBe(409)
    expect(await revise(made, 'So they say. 15 people died in the fire.')).toMatchObject({
      state: 'orphaned',
    })
    expect(await revise(made, 'It is not true that 5 people died in the fire.')).toMatchObject({
      status: 'unreviewed',
      state: 'changed',
    })
    expect(await revise(made, 'So they say. 5 people died in the fire.')).toMatchObject({
      status: 'verified',
      state: 'anchored',
    })
  })
})

describe('a claim begins and ends at whole words and numbers', () => {
  it.each([
    ['15 people died there.', '5 people died'],
    ['It rose to 5.8 in May.', 'rose to 5'],
    ['It was an unlawful arrest.', 'lawful arrest'],
    ['بلغ العدد ١٥٠ نسمة.', '١٥'],
    ['It was -4 percent.', '4 percent'],
  ])('%s: %s is missing', async (text, quote) => {
    const { token, actor } = await makeUser()
    const article = await makeArticle(actor, { text, claims: [] })
    const wanted = makeClaimSchema.parse({ articleId: article.id, revision: 1, quote })
    expect((await refusal(makeClaim(actor, wanted))).issues).toMatchObject([
      { path: 'quote', key: 'quoteMissing' },
    ])
    const whole = await call(token, 'POST', '/articles', {
      body: { title: 'T', language: 'en', text, claims: [{ quote }] },
    })
    expect(faults(whole)).toEqual(['claims.0.quote quoteMissing'])
  })
})
