import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reviseArticle } from '@/domain/revision/commands'
import { reviseSchema } from '@/domain/revision/schema'
import { runs } from '@/tests/properties'
import { ARTICLE_TEXT, makeUser } from '@/tests/factories'
import { answer, makeAsking } from '@/tests/questions'
import { revokeQuestion } from '@/domain/question/commands'
import { refusal } from '@/tests/refusal'
import { seeQuestion } from './commands'
import { endOfQuestion, getAsked } from './queries'

const wordsOf = (asked: Awaited<ReturnType<typeof getAsked>>) => JSON.stringify(asked)
const freshIn = ({ blocks }: Awaited<ReturnType<typeof getAsked>>) =>
  (blocks ?? []).flatMap(({ runs }) => runs.filter(({ fresh }) => fresh).map(({ text }) => text.trim()))

describe('whoever was asked', () => {
  it('sees as a writer the sentences asked about, and nothing of the rest', async () => {
    const { checker, claim, put } = await makeAsking()
    const { secret } = await put(checker)
    const asked = await getAsked({ secret })
    expect(asked.parts).toEqual([
      { claimId: claim.id, number: 1, quote: claim.quote, context: 'The bridge opened in 1998.' },
    ])
    expect(asked.blocks).toBeNull()
    expect(wordsOf(asked)).not.toContain('nine thousand')
    expect(wordsOf(asked)).not.toContain(checker.actor.id)
  })

  it('sees as an expert the text, with the claims asked about marked', async () => {
    const { checker, claim, put } = await makeAsking()
    const { secret } = await put(checker, { kind: 'expert' })
    const { blocks } = await getAsked({ secret })
    const all = (blocks ?? []).flatMap((block) => block.runs)
    expect(all.map(({ text }) => text).join('')).toBe(ARTICLE_TEXT)
    expect(all.filter((run) => run.asked)).toEqual([
      { text: claim.quote, opening: [1], asked: true, fresh: false },
    ])
  })

  it('sees which words are new since the last answer, and may answer again', async () => {
    const { editor, checker, article, claim, put } = await makeAsking()
    const { secret } = await put(checker, { kind: 'expert' })
    const revise = (text: string) =>
      reviseArticle(editor.actor, reviseSchema.parse({ articleId: article.id, text }))
    await revise(ARTICLE_TEXT.replace('nine', 'ten'))
    expect(freshIn(await getAsked({ secret }))).toEqual([])
    await answer(secret, [{ claimId: claim.id, verdict: 'correct' }], 2)
    expect((await getAsked({ secret })).open).toBe(false)
    await revise(ARTICLE_TEXT.replace('nine', 'eleven'))
    const again = await getAsked({ secret })
    expect([again.open, again.revision, freshIn(again)]).toEqual([true, 3, ['eleven']])
    const older = answer(secret, [{ claimId: claim.id, verdict: 'wrong', text: 'No' }], 1)
    expect(await refusal(older)).toMatchObject({ key: 'answerSent', current: { revision: 2 } })
    await answer(secret, [{ claimId: claim.id, verdict: 'wrong', text: 'No' }], 3)
    expect((await getAsked({ secret })).sent.map(({ revision }) => revision)).toEqual([2, 3])
  })

  it('finds nothing at other addresses', async () => {
    for (const secret of ['', 'x', 'x'.repeat(43), '\0', 'ا'.repeat(43), '%ff'])
      for (const read of [
        getAsked,
        seeQuestion,
        ({ secret: asked }: { secret: string }) => endOfQuestion(asked),
      ])
        expect(await refusal(read({ secret }))).toMatchObject({ code: 'not_found' })
  })
})

/** Spellings of two houses, and none. */
const HOUSES = ['Road Institute', ' road  INSTITUTE', 'معهد الطرق', 'معهد الطّرق', '', ' ']
const houseOf = (name: string) => (name.trim() === '' ? null : name.includes('o') ? 'road' : 'طرق')

const anybody = fc.record({
  kind: fc.constantFrom('writer' as const, 'expert' as const),
  house: fc.constantFrom(...HOUSES),
  answers: fc.boolean(),
  revoked: fc.boolean(),
})

it('experts see the answers of their own house, and of nobody else', { timeout: runs(180_000) }, async () => {
  const checker = await makeUser({ role: 'checker' })
  await fc.assert(
    fc.asyncProperty(fc.array(anybody, { minLength: 2, maxLength: 4 }), async (people) => {
      const { put, claim } = await makeAsking()
      const known = []
      for (const [index, { kind, house, answers, revoked }] of people.entries()) {
        const { id, secret } = await put(checker, { kind, house, name: `P${index}` })
        const said = {
          claimId: claim.id,
          verdict: kind === 'expert' ? ('correct' as const) : null,
          text: 'So',
        }
        if (answers) await answer(secret, [said])
        if (revoked) await revokeQuestion(checker.actor, { id })
        known.push({ secret, name: `P${index}`, kind, house: houseOf(house), answers, revoked })
      }
      for (const reader of known.filter(({ revoked }) => !revoked)) {
        const others = known.filter(
          (other) =>
            other !== reader &&
            other.answers &&
            !other.revoked &&
            [reader, other].every(({ kind }) => kind === 'expert') &&
            reader.house !== null &&
            other.house === reader.house,
        )
        const seen = (await getAsked(reader)).others.map(({ name }) => name)
        expect(seen).toEqual(others.map(({ name }) => name))
      }
    }),
    { seed: 57, numRuns: 12 },
  )
})
