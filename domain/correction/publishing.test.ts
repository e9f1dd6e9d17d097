import { afterEach, describe, expect, it } from 'vitest'
import { correctionHistory } from '@/domain/history/queries'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { newId } from '@/services/ids'
import { loadCase } from '@/tests/cases/load'
import { approved, bench, start, stored, unheardOf } from '@/tests/correction'
import { makeArticle } from '@/tests/factories'
import { refusal } from '@/tests/refusal'
import {
  acknowledgeCorrection,
  amendCorrection,
  approveCorrection,
  changeCorrection,
  publishCorrection,
} from './commands'
import { getCorrection } from './queries'
import { startCorrectionSchema } from './schema'

afterEach(() => setClock())

const verbs = async (made: Awaited<ReturnType<typeof bench>>, id: string) =>
  (await correctionHistory(made.editor.actor, { id, articleId: made.article.id })).items.map(
    (line) => line.verb,
  )

const newestText = async (articleId: string) =>
  (await db().revision.findFirstOrThrow({ where: { articleId }, orderBy: { number: 'desc' } })).text

describe('publishing', () => {
  it('names a quote that is no longer in the text and writes nothing', async () => {
    const made = await bench()
    const id = await approved(made)
    const first = await start(made, { quote: `${made.name} opened`, replacement: `${made.name} was opened` })
    await acknowledgeCorrection(made.editor.actor, { id: first.id, version: 1 })
    await approveCorrection(made.editor.actor, { id: first.id, version: 2 })
    await publishCorrection(made.editor.actor, { id: first.id, version: 3 })
    const refused = await refusal(publishCorrection(made.editor.actor, { id, version: 3 }))
    expect(refused.issues).toMatchObject([{ path: 'quote', key: 'quoteMissing' }])
    expect(refused.issues[0]?.near?.[0]?.quote).toContain(`${made.name} was opened`)
    expect(await stored(id)).toMatchObject({ state: 'approved', version: 3, fixedIn: null })
    expect(await db().revision.count({ where: { articleId: made.article.id } })).toBe(2)
  })

  it('fixes the headline, which makes a revision of the same text', async () => {
    const { editor, checker, second, name } = await bench()
    const article = await makeArticle(editor.actor, {
      title: `${name} sank with 214 aboard`,
      text: 'Nobody was hurt.',
      claims: [{ quote: `${name} sank with 214 aboard` }],
    })
    const made = { editor, checker, second, name, article }
    const words = { quote: 'sank with 214 aboard', replacement: 'sank with 124 aboard' }
    const id = await approved(made, words)
    await publishCorrection(editor.actor, { id, version: 3 })
    const title = `${name} sank with 124 aboard`
    expect(await db().article.findUniqueOrThrow({ where: { id: article.id } })).toMatchObject({
      ...{ title, revision: 2 },
    })
    expect(await stored(id)).toMatchObject({ state: 'published', fixedIn: 2 })
    expect(await newestText(article.id)).toBe('Nobody was hurt.')
    expect(await db().claim.findFirstOrThrow({ where: { articleId: article.id } })).toMatchObject({
      quote: title,
      status: 'unreviewed',
    })
  })

  it('names a replacement that can be no headline', async () => {
    const { editor, checker, second, name } = await bench()
    const article = await makeArticle(editor.actor, { title: name, text: 'Nobody was hurt.', claims: [] })
    const made = { editor, checker, second, name, article }
    const id = await approved(made, { claimId: undefined, quote: name, replacement: '  ' })
    const refused = await refusal(publishCorrection(editor.actor, { id, version: 3 }))
    expect(refused.issues).toEqual([{ path: 'replacement', key: 'badCharacter' }])
    expect(await db().article.findUniqueOrThrow({ where: { id: article.id } })).toMatchObject({ revision: 1 })
  })

  it('fixes the copy that the claim stands on', async () => {
    const { editor, checker, second, name } = await bench()
    const text = `Of ${name} one says: it is long. And of its twin another says: it is long. So it goes.`
    const article = await makeArticle(editor.actor, {
      text,
      claims: [{ quote: 'it is long', prefix: 'And of its twin another says: ' }],
    })
    const made = { editor, checker, second, name, article }
    const id = await approved(made, { quote: 'it is long', replacement: 'it is short' })
    await publishCorrection(editor.actor, { id, version: 3 })
    expect(await newestText(article.id)).toBe(
      `Of ${name} one says: it is long. And of its twin another says: it is short. So it goes.`,
    )
  })

  it('a correction needs the text fixed here or elsewhere; a clarification does not', async () => {
    const made = await bench()
    const { id } = await start(made, { replacement: null })
    await acknowledgeCorrection(made.editor.actor, { id, version: 1 })
    expect((await refusal(approveCorrection(made.editor.actor, { id, version: 2 }))).issues).toEqual([
      { path: 'fixedElsewhere', key: 'correctionNeedsFix' },
    ])
    await changeCorrection(made.editor.actor, { id, version: 2, fixedElsewhere: 'In the publishing system.' })
    await approveCorrection(made.editor.actor, { id, version: 3 })
    await changeCorrection(made.editor.actor, { id, version: 4, fixedElsewhere: ' ' })
    expect((await refusal(publishCorrection(made.editor.actor, { id, version: 5 }))).issues).toEqual([
      { path: 'fixedElsewhere', key: 'correctionNeedsFix' },
    ])
    await changeCorrection(made.editor.actor, { id, version: 5, fixedElsewhere: 'In the next issue.' })
    await publishCorrection(made.editor.actor, { id, version: 6 })
    expect(await stored(id)).toMatchObject({ state: 'published', fixedIn: null })
    const clear = await approved(await bench(), { kind: 'clarification', replacement: null })
    await publishCorrection(made.editor.actor, { id: clear, version: 3 })
  })

  it('more than thirty days after the error was reported needs an explanation', async () => {
    setClock(new Date('2026-05-01T19:30:00Z'))
    const made = await bench()
    const id = await approved(made)
    setClock(new Date('2026-05-31T19:30:01Z'))
    expect((await refusal(publishCorrection(made.editor.actor, { id, version: 3 }))).issues).toEqual([
      { path: 'explanation', key: 'correctionNeedsExplanation' },
    ])
    expect((await getCorrection(made.editor.actor, id)).late).toBe(true)
    await changeCorrection(made.editor.actor, { id, version: 3, explanation: 'The archive was closed.' })
    expect(await stored(id)).toMatchObject({ state: 'acknowledged', approvedDigest: null })
    await approveCorrection(made.editor.actor, { id, version: 4 })
    await publishCorrection(made.editor.actor, { id, version: 5 })
    expect((await stored(id)).publishedAt).toEqual(new Date('2026-05-31T19:30:01Z'))
  })

  it('can delete words but never leaves an article empty', async () => {
    const made = await bench()
    const id = await approved(made, {
      quote: ' It carries nine thousand cars a day.',
      replacement: '',
      claimId: undefined,
    })
    await publishCorrection(made.editor.actor, { id, version: 3 })
    expect(await newestText(made.article.id)).toBe(
      `${made.name} opened in 1998.\n\nNobody counted the bicycles.`,
    )
    const article = await makeArticle(made.editor.actor, { text: `Only ${unheardOf()}.`, claims: [] })
    const quote = await newestText(article.id)
    const all = await approved({ ...made, article }, { quote, replacement: '', claimId: undefined })
    expect((await refusal(publishCorrection(made.editor.actor, { id: all, version: 3 }))).issues).toEqual([
      { path: 'replacement', key: 'textEmpty' },
    ])
  })
})

describe('a published correction', () => {
  const { steps } = loadCase<{ steps: { n: number; do: string }[] }>('C46_feed_ids')
  const step = (n: number) => steps.find((one) => one.n === n)?.do ?? ''

  it('is amended and keeps its earlier words; readers are notified only of a substantive change', async () => {
    setClock(new Date('2026-05-01T10:00:00Z'))
    const made = await bench()
    const id = await approved(made)
    await publishCorrection(made.editor.actor, { id, version: 3 })
    const publishedAt = new Date('2026-05-01T10:00:00Z')
    const before = (await stored(id)).note

    setClock(new Date('2026-05-02T10:00:00Z'))
    await amendCorrection(made.editor.actor, {
      id,
      version: 4,
      note: `${before} `,
      reason: step(3),
      substantive: false,
    })
    expect(await stored(id)).toMatchObject({ publishedAt, updatedForReadersAt: publishedAt, version: 5 })

    setClock(new Date('2026-05-03T10:00:00Z'))
    await amendCorrection(made.editor.actor, {
      id,
      version: 5,
      right: 'It opened in 1995.',
      reason: step(4),
      substantive: true,
    })
    expect(await stored(id)).toMatchObject({
      publishedAt,
      updatedForReadersAt: new Date('2026-05-03T10:00:00Z'),
      state: 'published',
    })
    const { amendments } = await getCorrection(made.editor.actor, id)
    expect(amendments.map(({ reason, substantive }) => [reason, substantive])).toEqual([
      [step(4), true],
      [step(3), false],
    ])
    expect(amendments[1]?.before).toMatchObject({ kind: 'correction', note: before })
    expect((await verbs(made, id))[0]).toBe('correction.amended')
  })

  it('is amended only after publication, never into a retraction, and never to less than its kind requires', async () => {
    const made = await bench()
    const id = await approved(made)
    const amend = (fields: object, version: number) =>
      refusal(amendCorrection(made.editor.actor, { id, version, reason: 'r', substantive: true, ...fields }))
    expect((await amend({ note: 'x' }, 3)).key).toBe('correctionNotPublished')
    await publishCorrection(made.editor.actor, { id, version: 3 })
    expect((await amend({ kind: 'retraction' }, 4)).key).toBe('retractionIsOwn')
    expect((await amend({ note: '' }, 4)).issues).toEqual([{ path: 'note', key: 'correctionNeedsNote' }])
    expect((await amend({ note: 'Another note' }, 3)).code).toBe('conflict')
  })
})

it('the schemas validate input strictly', () => {
  const parsed = (fields: object) => startCorrectionSchema.safeParse({ ...wholeOfNothing, ...fields })
  expect(parsed({}).success).toBe(true)
  expect(parsed({ replacement: 'two\nlines' }).success).toBe(false)
  expect(parsed({ kind: 'apology' }).success).toBe(false)
  expect(parsed({ note: 'half \ud83d' }).success).toBe(false)
  expect(parsed({ articleId: 'x' }).success).toBe(false)
})

const wholeOfNothing = { articleId: newId(), kind: 'editors_note', severity: 'minor' }
