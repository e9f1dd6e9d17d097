import { afterEach, describe, expect, it } from 'vitest'
import { approved, bench, start, stored, unheardOf } from '@/tests/correction'
import { makeArticle, makeUser, unique } from '@/tests/factories'
import { race, refusal } from '@/tests/refusal'
import { correctionHistory } from '@/domain/history/queries'
import { db } from '@/prisma/client'
import { newId } from '@/services/ids'
import { setClock } from '@/services/clock'
import {
  acknowledgeCorrection,
  amendCorrection,
  approveCorrection,
  assignOwner,
  changeCorrection,
  closeCorrectionRequest,
  publishCorrection,
  rejectCorrection,
  secondCorrection,
} from './commands'
import { listInbox } from '@/domain/correction-request/queries'
import { getCorrection } from './queries'

afterEach(() => setClock())

const verbs = async (made: Awaited<ReturnType<typeof bench>>, id: string) =>
  (await correctionHistory(made.editor.actor, { id, articleId: made.article.id })).items.map(
    (line) => line.verb,
  )

const newestText = async (articleId: string) =>
  (await db().revision.findFirstOrThrow({ where: { articleId }, orderBy: { number: 'desc' } })).text

async function makeCorrectionRequest(articleId: string | null, createdAt = new Date('2026-03-01T08:00:00Z')) {
  const id = newId()
  const mark = unique()
  await db().correctionRequest.create({
    data: {
      id,
      articleId,
      phrase: 'opened in 1998',
      problem: 'It was 1996.',
      language: 'en',
      statusHash: mark,
      createdAt,
    },
  })
  return id
}

describe('a correction from error to publication', () => {
  it('records the time and person of each step once, and fixes the text on publication', async () => {
    const made = await bench()
    const { id, number } = await start(made)
    expect(number).toBeGreaterThan(0)
    expect(await acknowledgeCorrection(made.editor.actor, { id, version: 1 })).toBe(2)
    expect(await acknowledgeCorrection(made.editor.actor, { id, version: 1 })).toBe(2)
    expect(await approveCorrection(made.editor.actor, { id, version: 2 })).toBe(3)
    expect(await publishCorrection(made.editor.actor, { id, version: 3 })).toBe(4)
    expect(await publishCorrection(made.editor.actor, { id, version: 3 })).toBe(4)
    const after = await stored(id)
    expect(after).toMatchObject({
      state: 'published',
      revision: 1,
      fixedIn: 2,
      reportedById: made.editor.actor.id,
      acknowledgedById: made.editor.actor.id,
      approvedById: made.editor.actor.id,
      publishedById: made.editor.actor.id,
    })
    expect(after.updatedForReadersAt).toEqual(after.publishedAt)
    expect(await newestText(made.article.id)).toBe(
      `${made.name} opened in 1996. It carries nine thousand cars a day.\n\nNobody counted the bicycles.`,
    )
    const anchors = await db().anchor.findMany({
      where: { claim: { articleId: made.article.id }, revision: { number: 2 } },
      orderBy: { claim: { number: 'asc' } },
      select: { quote: true, state: true, outcome: true },
    })
    expect(anchors).toEqual([
      { quote: `${made.name} opened in 1996`, state: 'changed', outcome: 'changed' },
      { quote: 'It carries nine thousand cars a day', state: 'anchored', outcome: 'unchanged' },
    ])
    expect(await verbs(made, id)).toEqual([
      'correction.published',
      'correction.approved',
      'correction.acknowledged',
      'correction.started',
    ])
  })

  it('refuses a step out of order', async () => {
    const made = await bench()
    const { id } = await start(made)
    const by = made.editor.actor
    expect((await refusal(approveCorrection(by, { id, version: 1 }))).key).toBe('correctionStep')
    expect((await refusal(publishCorrection(by, { id, version: 1 }))).key).toBe('correctionStep')
    expect((await refusal(secondCorrection(by, { id, version: 1 }))).key).toBe('correctionStep')
    await acknowledgeCorrection(by, { id, version: 1 })
    expect((await refusal(publishCorrection(by, { id, version: 2 }))).key).toBe('correctionStep')
    await approveCorrection(by, { id, version: 2 })
    expect((await refusal(acknowledgeCorrection(by, { id, version: 3 }))).key).toBe('correctionStep')
    await publishCorrection(by, { id, version: 3 })
    for (const again of [
      () => rejectCorrection(by, { id, version: 4, why: 'no' }),
      () => changeCorrection(by, { id, version: 4, note: 'Other words' }),
      () => approveCorrection(by, { id, version: 4 }),
      () => assignOwner(by, { id, version: 4, ownerId: by.id }),
    ])
      expect((await refusal(again())).key).toBe('correctionPublished')
    await expect(db().correction.update({ where: { id }, data: { state: 'approved' } })).rejects.toThrow()
  })

  it('needs the fields of its kind before approval', async () => {
    const made = await bench()
    const { id } = await start(made, { wrong: '', right: ' ', note: '' })
    await acknowledgeCorrection(made.editor.actor, { id, version: 1 })
    const refused = await refusal(approveCorrection(made.editor.actor, { id, version: 2 }))
    expect(refused.issues.map(({ path }) => path)).toEqual(['wrong', 'right', 'note'])
  })

  it('is rejected with a reason and stays rejected', async () => {
    const made = await bench()
    const { id } = await start(made)
    await rejectCorrection(made.editor.actor, { id, version: 1, why: 'The year was right.' })
    expect(await stored(id)).toMatchObject({ state: 'rejected', rejectedWhy: 'The year was right.' })
    expect((await refusal(acknowledgeCorrection(made.editor.actor, { id, version: 2 }))).key).toBe(
      'correctionRejected',
    )
  })
})

describe('two people', () => {
  it('are needed for a serious error or a retraction, and the approver cannot be the second', async () => {
    for (const given of [
      { severity: 'serious' as const },
      { kind: 'retraction' as const, replacement: null },
    ]) {
      const made = await bench()
      const id = await approved(made, given)
      const refused = await refusal(publishCorrection(made.editor.actor, { id, version: 3 }))
      expect(refused.issues).toEqual([{ path: 'second', key: 'correctionNeedsSecond' }])
      expect((await refusal(secondCorrection(made.editor.actor, { id, version: 3 }))).key).toBe(
        'secondIsApprover',
      )
      expect((await refusal(secondCorrection(made.checker.actor, { id, version: 3 }))).code).toBe('forbidden')
      expect(await secondCorrection(made.second.actor, { id, version: 3 })).toBe(4)
      expect(await secondCorrection(made.second.actor, { id, version: 3 })).toBe(4)
      await publishCorrection(made.editor.actor, { id, version: 4 })
      expect(await stored(id)).toMatchObject({ state: 'published', secondById: made.second.actor.id })
    }
  })

  it('approve again when the words change after the approval', async () => {
    const made = await bench()
    const id = await approved(made, { severity: 'serious' })
    await secondCorrection(made.second.actor, { id, version: 3 })
    await changeCorrection(made.editor.actor, { id, version: 4, asked: 'Asked Omar.' })
    expect(await stored(id)).toMatchObject({ state: 'approved', secondById: made.second.actor.id })
    await changeCorrection(made.editor.actor, {
      id,
      version: 5,
      note: 'Another note about the bridge of 1996.',
    })
    expect(await stored(id)).toMatchObject({ state: 'acknowledged', approvedById: null, secondById: null })
  })

  it('who save at once: one succeeds, the other gets the current correction', async () => {
    const made = await bench()
    const { id } = await start(made)
    const { done, refused } = await race([
      changeCorrection(made.editor.actor, { id, version: 1, note: 'One' }),
      changeCorrection(made.second.actor, { id, version: 1, note: 'Two' }),
    ])
    expect(done).toEqual([2])
    expect(refused.map(({ code }) => code)).toEqual(['conflict'])
    expect(refused[0]?.current).toMatchObject({ version: 2, note: (await stored(id)).note })
    expect(await changeCorrection(made.second.actor, { id, version: 1, note: (await stored(id)).note })).toBe(
      2,
    )
  })

  it('who publish at once publish it once', async () => {
    const made = await bench()
    const id = await approved(made)
    const { done } = await race([
      publishCorrection(made.editor.actor, { id, version: 3 }),
      publishCorrection(made.second.actor, { id, version: 3 }),
    ])
    expect(done).toEqual([4, 4])
    expect(await db().revision.count({ where: { articleId: made.article.id } })).toBe(2)
  })
})

describe('permissions', () => {
  it('let checkers start and word a correction until an editor takes it up; viewers only read', async () => {
    const made = await bench()
    const viewer = await makeUser({ role: 'viewer' })
    expect((await refusal(start(made, {}, viewer))).code).toBe('forbidden')
    const { id } = await start(made, {}, made.checker)
    expect(await changeCorrection(made.checker.actor, { id, version: 1, note: 'A note' })).toBe(2)
    for (const work of [
      () => acknowledgeCorrection(made.checker.actor, { id, version: 2 }),
      () => approveCorrection(made.checker.actor, { id, version: 2 }),
      () => publishCorrection(made.checker.actor, { id, version: 2 }),
      () => rejectCorrection(made.checker.actor, { id, version: 2, why: 'no' }),
      () => assignOwner(made.checker.actor, { id, version: 2, ownerId: made.checker.actor.id }),
      () =>
        amendCorrection(made.checker.actor, { id, version: 2, reason: 'r', substantive: true, note: 'x' }),
      () => closeCorrectionRequest(made.checker.actor, { id, why: 'no' }),
      () => changeCorrection(viewer.actor, { id, version: 2, note: 'x' }),
    ])
      expect((await refusal(work())).code).toBe('forbidden')
    await acknowledgeCorrection(made.editor.actor, { id, version: 2 })
    const refused = await refusal(changeCorrection(made.checker.actor, { id, version: 3, note: 'Mine' }))
    expect([refused.code, refused.key]).toEqual(['forbidden', 'correctionTakenUp'])
    expect((await getCorrection(viewer.actor, id)).may).toEqual({
      change: false,
      handle: false,
      second: false,
    })
  })

  it('let only people who can work on it own it', async () => {
    const made = await bench()
    const viewer = await makeUser({ role: 'viewer' })
    const { id } = await start(made)
    expect(await assignOwner(made.editor.actor, { id, version: 1, ownerId: made.checker.actor.id })).toBe(2)
    expect(
      (await refusal(assignOwner(made.editor.actor, { id, version: 2, ownerId: viewer.actor.id }))).key,
    ).toBe('cannotOwn')
    expect((await refusal(assignOwner(made.editor.actor, { id, version: 1, ownerId: null }))).code).toBe(
      'conflict',
    )
    const [line] = (await correctionHistory(made.editor.actor, { id, articleId: made.article.id })).items
    expect(line?.after).toMatchObject({ ownerId: made.checker.actor.id, owner: made.checker.actor.name })
  })

  it('keep an owner beside new words, and conflict over words that belong together', async () => {
    const made = await bench()
    const { id } = await start(made)
    const [editor, checker] = [made.editor.actor, made.checker.actor]
    await changeCorrection(editor, { id, version: 1, right: 'افتُتح الجسر عام 1931.' })
    expect(await assignOwner(editor, { id, version: 1, ownerId: checker.id })).toBe(3)
    const [line] = (await correctionHistory(editor, { id, articleId: made.article.id })).items
    expect(line?.after).toMatchObject({ owner: checker.name, mergedWith: ['words'] })
    expect((await refusal(changeCorrection(editor, { id, version: 1, note: 'It said 1932.' }))).code).toBe(
      'conflict',
    )
  })
})

describe('opening a correction', () => {
  it('twice with one key opens one', async () => {
    const made = await bench()
    const requestKey = unique()
    const [one, two] = await Promise.all([start(made, { requestKey }), start(made, { requestKey })])
    expect(two).toEqual(one)
    expect(await db().correction.count({ where: { articleId: made.article.id } })).toBe(1)
  })

  it('with a replacement requires words that occur once in the text', async () => {
    const made = await bench()
    expect((await refusal(start(made, { quote: `no such ${unheardOf()}` }))).issues).toEqual([
      { path: 'quote', key: 'quoteMissing' },
    ])
    const twice = await makeArticle(made.editor.actor, { text: 'One bell rang. One bell rang.' })
    const ambiguous = { articleId: twice.id, quote: 'One bell', claimId: undefined }
    expect((await refusal(start(made, ambiguous))).issues).toMatchObject([
      { path: 'quote', key: 'quoteAmbiguous' },
    ])
    await start(made, { quote: 'no longer there', replacement: null })
  })

  it('refuses the claim of another article and an unknown article', async () => {
    const [made, other] = await Promise.all([bench(), bench()])
    expect((await refusal(start(made, { claimId: other.article.claims[0]?.id }))).issues).toEqual([
      { path: 'claimId', key: 'notFound' },
    ])
    expect((await refusal(start(made, { articleId: newId() }))).code).toBe('not_found')
    expect((await refusal(start(made, { rippleOfId: newId() }))).issues[0]?.path).toBe('rippleOfId')
  })

  it('from a correction request counts from when it came, and is taken out of the inbox', async () => {
    const made = await bench()
    const correctionRequestId = await makeCorrectionRequest(null)
    const { id } = await start(made, { correctionRequestId })
    expect(await stored(id)).toMatchObject({
      foundBy: 'reader',
      reportedById: null,
      reportedAt: new Date('2026-03-01T08:00:00Z'),
    })
    expect(
      await db().correctionRequest.findUniqueOrThrow({ where: { id: correctionRequestId } }),
    ).toMatchObject({
      correctionId: id,
      articleId: made.article.id,
    })
    const taken = { key: 'correctionRequestTaken', current: { id: correctionRequestId, correction: { id } } }
    expect(await refusal(start(made, { correctionRequestId }))).toMatchObject(taken)
    const closing = closeCorrectionRequest(made.editor.actor, { id: correctionRequestId, why: 'x' })
    expect(await refusal(closing)).toMatchObject(taken)
  })

  it('is unnecessary for a request that is closed with a reason', async () => {
    const made = await bench()
    const id = await makeCorrectionRequest(made.article.id, new Date('2001-01-01T00:00:00Z'))
    expect((await listInbox(made.editor.actor)).items.map((one) => one.id)).toContain(id)
    await closeCorrectionRequest(made.editor.actor, { id, why: 'The article says 1996.' })
    expect((await listInbox(made.editor.actor)).items.map((one) => one.id)).not.toContain(id)
    expect(await db().correctionRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({
      closedWhy: 'The article says 1996.',
      closedById: made.editor.actor.id,
    })
    expect(await refusal(start(made, { correctionRequestId: id }))).toMatchObject({
      key: 'correctionRequestTaken',
      current: { id, closedWhy: 'The article says 1996.', correction: null },
    })
  })
})
