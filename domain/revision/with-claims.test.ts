import { describe, expect, it } from 'vitest'
import { db } from '@/prisma/client'
import { makeArticle, makeUser } from '@/tests/factories'
import { refusal } from '@/tests/refusal'
import { reviseArticle } from './commands'
import { reviseSchema } from './schema'

const text = 'The toll is two coins. It opened in 1998.'
const revised = 'The toll is three coins, says the act. It opened in 1998.'

async function start() {
  const { actor } = await makeUser({ role: 'editor' })
  const article = await makeArticle(actor, { text, claims: [{ quote: 'It opened in 1998' }] })
  const revise = (claims: object[], rest: object = {}) =>
    reviseArticle(actor, reviseSchema.parse({ articleId: article.id, text: revised, claims, ...rest }))
  return { actor, article, revise }
}

const claim = (quote: string, finding: string) => ({ quote, start: revised.indexOf(quote), finding })

describe('a revision that brings claims', () => {
  it('makes them on its words, with what their writers said, in one line of history', async () => {
    const { article, revise } = await start()
    const sources = [{ title: 'The act', url: 'https://example.org/act', stance: 'context' }]
    await revise([
      { ...claim('three coins', 'Writer: Since May.'), sources },
      claim('says the act', 'Which?'),
    ])
    const claims = await db().claim.findMany({
      where: { articleId: article.id },
      orderBy: { number: 'asc' },
      select: { number: true, quote: true, status: true, finding: true, sources: { select: { url: true } } },
    })
    expect(claims.slice(1)).toEqual([
      {
        ...{ number: 2, quote: 'three coins', status: 'unreviewed', finding: 'Writer: Since May.' },
        sources: [{ url: 'https://example.org/act' }],
      },
      { number: 3, quote: 'says the act', status: 'unreviewed', finding: 'Which?', sources: [] },
    ])
    const lines = await db().event.findMany({
      where: { articleId: article.id },
      orderBy: { position: 'asc' },
    })
    expect(lines.map(({ verb }) => verb)).toEqual(['article.created', 'article.revised'])
    expect(lines[1]?.after).toMatchObject({ revision: 2, claims: 2, unchanged: 1 })
  })

  it('writes nothing when one of them cannot be made, and names each', async () => {
    const { article, revise } = await start()
    const wrong = [
      claim('three coins', ''),
      { quote: 'two coins' },
      claim('It opened in 1998', 'Again.'),
      { ...claim('says the act', ''), status: 'disputed' },
    ]
    const refused = await refusal(revise(wrong))
    expect(refused.issues.map(({ path, key }) => `${path} ${key}`)).toEqual([
      'claims.1.quote quoteMissing',
      'claims.2.quote claimExists',
      'claims.3.finding disputedNeedsFinding',
    ])
    const kept = await db().article.findUniqueOrThrow({ where: { id: article.id } })
    expect([kept.revision, kept.lastClaim]).toEqual([1, 1])
  })

  it('makes them once, however often the request comes', async () => {
    const { article, revise } = await start()
    const ask = () => revise([claim('three coins', 'Since May.')], { requestKey: `once-${article.id}` })
    expect(await ask()).toMatchObject({ revision: 2 })
    expect(await ask()).toMatchObject({ revision: 2 })
    expect(await db().claim.count({ where: { articleId: article.id } })).toBe(2)
  })

  it('works in a right-to-left text', async () => {
    const { actor } = await makeUser({ role: 'editor' })
    const article = await makeArticle(actor, { language: 'ar', text: 'الرسم درهمان.', claims: [] })
    const fresh = 'الرسم ثلاثة دراهم. افتُتح الجسر عام ١٩٩٨.'
    const claims = [{ quote: 'ثلاثة دراهم', start: fresh.indexOf('ثلاثة'), finding: 'الكاتب: منذ أيار.' }]
    await reviseArticle(actor, reviseSchema.parse({ articleId: article.id, text: fresh, claims }))
    const made = await db().claim.findFirstOrThrow({ where: { articleId: article.id } })
    expect([made.quote, made.finding]).toEqual(['ثلاثة دراهم', 'الكاتب: منذ أيار.'])
  })
})
