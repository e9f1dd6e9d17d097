import { describe, expect, it } from 'vitest'
import { changeClaim } from '@/domain/review/commands'
import { reviseArticle } from '@/domain/revision/commands'
import { db } from '@/prisma/client'
import { loadCase } from '@/tests/cases/load'
import { makeArticle, makeUser } from '@/tests/factories'
import { refusal } from '@/tests/refusal'
import { takeOver } from './commands'
import { findSimilarPassages } from './queries'

const VERIFIED = {
  status: 'verified' as const,
  finding: 'So the archive says.',
  sources: [{ title: 'Archive', stance: 'supports' as const }],
}

/** A name that no other test uses, in letters that both scripts' sentences can hold. */
const newName = () =>
  `Karsan${Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '')}x`

/** A claim and a verified claim of another article, both about the same thing; each is its article's only sentence. */
async function pair(mine: string, theirs: string) {
  const { actor } = await makeUser()
  const name = newName()
  const about = (text: string) => `${text.replace(/[.]$/, '')} ${name}`
  const language = /\p{Script=Arabic}/u.test(mine) ? 'ar' : 'en'
  const [own, other] = await Promise.all([
    makeArticle(actor, { language, text: `${about(mine)}.`, claims: [{ quote: about(mine) }] }),
    makeArticle(actor, {
      language,
      text: `${about(theirs)}.`,
      claims: [{ quote: about(theirs), ...VERIFIED }],
    }),
  ])
  const [id, fromId] = [own.claims[0]?.id ?? '', other.claims[0]?.id ?? '']
  return { actor, id, fromId, name, article: own, there: other }
}

const statusOf = async (id: string) => (await db().claim.findUniqueOrThrow({ where: { id } })).status

const EXAMPLES: [string, string][] = [
  [
    'The ministry spent 5 million on the northern road.',
    'The ministry spent 5 billion on the northern road.',
  ],
  ['The family paid $300 for the northern visa.', 'The family paid €300 for the northern visa.'],
  ['In the last final Aktobe beat Zaisan at home.', 'In the last final Zaisan beat Aktobe at home.'],
  [
    'The engineer inspected the ferry before it sailed.',
    'The engineer did not inspect the ferry before it sailed.',
  ],
  ['اتهم علي عمر بسرقة وثائق المدرسة القديمة.', 'اتهم عمر علي بسرقة وثائق المدرسة القديمة.'],
  ['بلغت كلفة السد الجديد ٥ ملايين دولار.', 'بلغت كلفة السد الجديد ٥ مليارات دولار.'],
]

describe('a statement that differs', () => {
  const { rows } = loadCase<{ rows: { a: string; b: string }[] }>('N27_not_the_same')
  const both = [...rows.map(({ a, b }): [string, string] => [a, b]), ...EXAMPLES]
  it.each(
    both.flatMap(([a, b]) => [
      [a, b],
      [b, a],
    ]),
  )('says in what, and gives no verdict unseen: %s %s', async (a, b) => {
    const { actor, id, fromId } = await pair(a ?? '', b ?? '')
    const { items } = await findSimilarPassages(actor, id)
    expect(items.find((item) => item.id === fromId)?.differences).not.toEqual([])
    const unseen = await refusal(takeOver(actor, { id, fromId, version: 1 }))
    expect(unseen).toMatchObject({ code: 'rule', key: 'differencesUnseen' })
    expect(await statusOf(id)).toBe('unreviewed')
    await takeOver(actor, { id, fromId, version: 1, seenVersion: 1 })
    expect(await statusOf(id)).toBe('verified')
  })
})

it('gives its verdict where sentence and words are the same, letter by letter', async () => {
  const same = 'The old salt mill burned down on 12 May 1998.'
  const { actor, id, fromId } = await pair(same, same.replace('12', '١٢'))
  await takeOver(actor, { id, fromId, version: 1 })
  expect(await statusOf(id)).toBe('verified')
})

it('gives no verdict where nothing says that the two are the same, whatever was seen', async () => {
  const { actor, id, fromId } = await pair(
    'The bridge opened in the spring.',
    'A shelter took in forty stray dogs.',
  )
  for (const seenVersion of [undefined, 1]) {
    const refused = await refusal(takeOver(actor, { id, fromId, version: 1, seenVersion }))
    expect(refused).toMatchObject({ code: 'rule', key: 'saysSomethingElse' })
  }
})

it('counts the sentence around the words, and what changed since it was seen', async () => {
  const { actor } = await makeUser()
  const quote = `the ${newName()} plan for the harbour was approved`
  const own = await makeArticle(actor, { text: `It is untrue that ${quote}.`, claims: [{ quote }] })
  const there = await makeArticle(actor, {
    text: `They say that ${quote}.`,
    claims: [{ quote, ...VERIFIED }],
  })
  const [id, fromId] = [own.claims[0]?.id ?? '', there.claims[0]?.id ?? '']
  const { context, items } = await findSimilarPassages(actor, id)
  expect(context).toBe(`It is untrue that ${quote}.`)
  expect(items[0]?.differences.map((one) => one.kind)).toContain('negation')
  const take = (seenVersion?: number) => takeOver(actor, { id, fromId, version: 1, seenVersion })
  expect((await refusal(take())).key).toBe('differencesUnseen')
  await changeClaim(actor, { id: fromId, version: 1, finding: 'So the newer archive says.' })
  expect((await refusal(take(1))).key).toBe('otherClaimChanged')
  await take(2)
  expect(await statusOf(id)).toBe('verified')
})

it('a claim of one figure is compared by its sentence', async () => {
  const { actor } = await makeUser()
  const claims = [{ quote: '12' }]
  const seats = await makeArticle(actor, { text: 'The party won 12 seats in the north.', claims })
  const dogs = await makeArticle(actor, {
    text: 'A shelter took in 12 dogs on Sunday.',
    claims: [{ quote: '12', ...VERIFIED }],
  })
  const [id, fromId] = [seats.claims[0]?.id ?? '', dogs.claims[0]?.id ?? '']
  const { items } = await findSimilarPassages(actor, id)
  expect(items.filter((item) => item.id === fromId)).toEqual([])
  expect((await refusal(takeOver(actor, { id, fromId, version: 1, seenVersion: 1 }))).key).toBe(
    'saysSomethingElse',
  )
})

it('lists a true match above an older and a newer opposite', async () => {
  const { actor } = await makeUser()
  const name = newName()
  const said = `${name} sold 40 tonnes of grain to Turgai in 1998`
  const makeOne = async (quote: string) =>
    (await makeArticle(actor, { text: `${quote}.`, claims: [{ quote }] })).claims[0]
  const mine = await makeOne(said)
  await makeOne(`Turgai sold 40 tonnes of grain to ${name} in 1998`)
  const truth = await makeOne(
    `In 1998, ${name} sold 40 tonnes of grain to Turgai, as the agency wrote on its page`,
  )
  await makeOne(said.replace('40', '60'))
  const { items } = await findSimilarPassages(actor, mine?.id ?? '')
  expect(items[0]?.id).toBe(truth?.id)
  expect(items.slice(1).every((item) => item.differences.length > 0)).toBe(true)
})

it('a claim whose words are gone takes no verdict over', async () => {
  const same = 'The old salt mill burned down on a Sunday.'
  const { actor, id, fromId, article } = await pair(same, same)
  await reviseArticle(actor, { articleId: article.id, text: 'They wrote about other things.' })
  const { version } = await db().claim.findUniqueOrThrow({ where: { id } })
  const refused = await refusal(takeOver(actor, { id, fromId, version, seenVersion: 1 }))
  expect(refused.key).toBe('claimStandsNowhere')
})
