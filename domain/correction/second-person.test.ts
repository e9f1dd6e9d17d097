import { describe, expect, it } from 'vitest'
import { correctionHistory } from '@/domain/history/queries'

import { listRipples } from '@/domain/ripple/queries'
import { openRipple } from '@/domain/ripple/commands'
import { getPublished, listUpdates } from '@/domain/published-correction/queries'
import { db } from '@/prisma/client'
import { newId } from '@/services/ids'
import { approved, bench, start, stored, wholeOf, type Bench } from '@/tests/correction'
import { makeArticle, makeUser, unique } from '@/tests/factories'
import { race, refusal } from '@/tests/refusal'
import {
  acknowledgeCorrection,
  amendCorrection,
  approveAmendment,
  approveCorrection,
  changeCorrection,
  publishCorrection,
  refuseAmendment,
  rejectCorrection,
  secondCorrection,
  updateCorrection,
  withdrawAmendment,
} from './commands'
import { getCorrection } from './queries'
import { APPROVED_FIELDS, decisionRefusal, type Amended } from './rules'

const GRAVE = [{ severity: 'serious' as const }, { kind: 'retraction' as const, replacement: null }]

/** Other values of the fields that hold no words. */
const CHOICES: Partial<Record<string, string>> = { severity: 'minor', kind: 'clarification' }

const versionOf = async (id: string) => (await stored(id)).version
const newest = async (id: string) => ({ id, version: await versionOf(id) })

/** Creates a correction that one editor words and approves, another seconds, and that is published. */
async function published(made: Bench, given: object = {}): Promise<string> {
  const id = await approved(made, given)
  if ((await getCorrection(made.editor.actor, id)).needsSecond)
    await secondCorrection(made.second.actor, await newest(id))
  await publishCorrection(made.editor.actor, await newest(id))
  return id
}

const amend = async (made: Bench, id: string, fields: object, by = made.editor) =>
  amendCorrection(by.actor, {
    ...(await newest(id)),
    reason: 'A better source',
    substantive: true,
    ...fields,
  })

describe('the second person of a correction', () => {
  it('wrote no part of it, whoever approved it', async () => {
    const made = await bench()
    const { id } = await start(made, { severity: 'serious' })
    await acknowledgeCorrection(made.second.actor, await newest(id))
    await approveCorrection(made.second.actor, await newest(id))
    expect((await refusal(secondCorrection(made.editor.actor, await newest(id)))).key).toBe('secondIsWriter')
    expect((await getCorrection(made.editor.actor, id)).secondRefused).toBe('secondIsWriter')
    const third = await makeUser()
    await secondCorrection(third.actor, await newest(id))
  })

  it.each([...APPROVED_FIELDS])('may not have changed even its %s', async (field) => {
    const made = await bench()
    const third = await makeUser()
    const { id } = await start(made, {
      severity: 'serious',
      replacement: null,
      fixedElsewhere: 'In print.',
    })
    await acknowledgeCorrection(made.editor.actor, await newest(id))
    const given = CHOICES[field] ?? `${made.name} opened`
    await changeCorrection(made.second.actor, { ...(await newest(id)), [field]: given })
    await approveCorrection(made.editor.actor, await newest(id))
    expect((await refusal(secondCorrection(made.second.actor, await newest(id)))).key).toBe('secondIsWriter')
    await secondCorrection(third.actor, await newest(id))
  })

  it('did not write the words that a ripple brought from elsewhere', async () => {
    const made = await bench()
    const third = await makeUser()
    const other = await makeArticle(made.editor.actor, {
      text: `Some say more. ${made.name} was opened in 1998. They smile.`,
      claims: [],
    })
    const { id } = await start(made, { severity: 'serious' }, made.second)
    await acknowledgeCorrection(made.editor.actor, await newest(id))
    await approveCorrection(made.editor.actor, await newest(id))
    const ripple = (await listRipples(made.editor.actor, id)).find((one) => one.article.id === other.id)
    const opened = await openRipple(made.editor.actor, { id: ripple?.id ?? '' })
    await changeCorrection(made.editor.actor, { ...(await newest(opened.id)), fixedElsewhere: 'In print.' })
    await acknowledgeCorrection(made.editor.actor, await newest(opened.id))
    await approveCorrection(made.editor.actor, await newest(opened.id))
    expect((await refusal(secondCorrection(made.second.actor, await newest(opened.id)))).key).toBe(
      'secondIsWriter',
    )
    await secondCorrection(third.actor, await newest(opened.id))
  })

  it('is needed even when somebody makes it milder before publication', async () => {
    for (const [grave, milder] of [
      [GRAVE[0], { severity: 'minor' }],
      [GRAVE[1], { kind: 'editors_note' }],
    ] as const) {
      const made = await bench()
      const id = await approved(made, grave)
      await updateCorrection(made.editor.actor, { ...(await newest(id)), ...milder, state: 'approved' })
      const refused = await refusal(publishCorrection(made.editor.actor, await newest(id)))
      expect(refused.issues.map((issue) => issue.path)).toContain('second')
      expect((await getCorrection(made.editor.actor, id)).needsSecond).toBe(true)
    }
  })

  it('is needed even when it was rejected and opened again as something milder', async () => {
    for (const again of [{ claimId: undefined }, { quote: '', replacement: null }]) {
      const made = await bench()
      const { id } = await start(made, { severity: 'serious' })
      await rejectCorrection(made.editor.actor, { ...(await newest(id)), why: 'Not so.' })
      const fresh = await start(made, { severity: 'minor', ...again })
      expect((await stored(fresh.id)).secondNeeded).toBe(true)
    }
    const made = await bench()
    const { id } = await start(made, { severity: 'serious' })
    await rejectCorrection(made.editor.actor, { ...(await newest(id)), why: 'Not so.' })
    const other = { claimId: made.article.claims[1]?.id, quote: 'nine thousand', replacement: 'ten thousand' }
    expect((await stored((await start(made, other)).id)).secondNeeded).toBe(false)
  })

  it('approves the explanation too: a later change of it revokes both approvals', async () => {
    const made = await bench()
    const id = await approved(made, { severity: 'serious', explanation: 'The archive was closed.' })
    await secondCorrection(made.second.actor, await newest(id))
    await changeCorrection(made.editor.actor, { ...(await newest(id)), explanation: 'We were busy.' })
    expect(await stored(id)).toMatchObject({ state: 'acknowledged', approvedById: null, secondById: null })
    expect((await refusal(publishCorrection(made.editor.actor, await newest(id)))).key).toBe('correctionStep')
  })

  it('approves exact words: words that changed under an approval are never published', async () => {
    const made = await bench()
    const id = await approved(made, { severity: 'serious' })
    await db().correction.update({ where: { id }, data: { note: 'Other words under the approval' } })
    expect(await refusal(secondCorrection(made.second.actor, await newest(id)))).toMatchObject({
      key: 'correctionNotAsApproved',
      current: { id, note: 'Other words under the approval' },
    })
    await db().correction.update({ where: { id }, data: { note: wholeOf(made).note } })
    await secondCorrection(made.second.actor, await newest(id))
    await db().correction.update({ where: { id }, data: { explanation: 'Other words' } })
    expect(await refusal(publishCorrection(made.editor.actor, await newest(id)))).toMatchObject({
      key: 'correctionNotAsApproved',
      current: { id, explanation: 'Other words' },
    })
  })
})

describe('an amendment of a correction that needed two people', () => {
  it('is visible to readers only after a second person approves it', async () => {
    for (const grave of GRAVE) {
      const made = await bench()
      const id = await published(made, grave)
      const before = await stored(id)
      const told = await getPublished(before.number)
      await amend(made, id, { note: 'Not so bad after all.' })
      expect(await stored(id)).toMatchObject({
        note: before.note,
        updatedForReadersAt: before.updatedForReadersAt,
      })
      expect(await getPublished(before.number)).toMatchObject({ note: told.note, changes: [] })
      const { proposal, amendments } = await getCorrection(made.second.actor, id)
      expect(amendments).toEqual([])
      expect(proposal).toMatchObject({
        note: 'Not so bad after all.',
        reason: 'A better source',
        proposedBy: { id: made.editor.actor.id },
        may: { decide: true, withdraw: false },
      })
      expect((await refusal(approveAmendment(made.editor.actor, await newest(id)))).key).toBe(
        'amendmentIsOwn',
      )
      expect((await refusal(approveAmendment(made.checker.actor, await newest(id)))).code).toBe('forbidden')
      await approveAmendment(made.second.actor, await newest(id))
      const after = await getCorrection(made.editor.actor, id)
      expect(after).toMatchObject({ note: 'Not so bad after all.', proposal: null })
      expect(after.amendments).toMatchObject([
        {
          by: { id: made.editor.actor.id },
          approvedBy: { id: made.second.actor.id },
          before: { note: before.note },
        },
      ])
      expect((await getPublished(before.number)).changes).toHaveLength(1)
      const verbs = (await correctionHistory(made.editor.actor, { id, articleId: made.article.id })).items
      expect(verbs.slice(0, 2).map(({ verb }) => verb)).toEqual([
        'correction.amended',
        'correction.amendment_proposed',
      ])
    }
  })

  it.each(['kind', 'wrong', 'right', 'explanation'] as const)(
    'waits whatever it changes: %s',
    async (field) => {
      const made = await bench()
      const id = await published(made, { severity: 'serious' })
      const value = field === 'kind' ? 'clarification' : 'سقط سهوًا ذكرُ السنة.'
      const before = (await stored(id))[field]
      await amend(made, id, { [field]: value, substantive: false })
      expect((await stored(id))[field]).toBe(before)
      await approveAmendment(made.second.actor, await newest(id))
      expect((await stored(id))[field]).toBe(value)
    },
  )

  it('cannot make a retraction or an ordinary correction milder by one person alone', async () => {
    for (const [given, kind] of [
      [GRAVE[1], 'editors_note'],
      [GRAVE[1], 'correction'],
      [{}, 'clarification'],
      [{}, 'editors_note'],
    ] as const) {
      const made = await bench()
      const id = await published(made, given)
      const before = (await stored(id)).kind
      await amend(made, id, { kind })
      expect((await stored(id)).kind).toBe(before)
      await approveAmendment(made.second.actor, await newest(id))
      expect((await stored(id)).kind).toBe(kind)
    }
  })

  it('still waits after two people made its kind milder', async () => {
    const made = await bench()
    const id = await published(made, GRAVE[1])
    await amend(made, id, { kind: 'editors_note' })
    await approveAmendment(made.second.actor, await newest(id))
    await amend(made, id, { note: 'Only a note.' })
    expect((await stored(id)).note).not.toBe('Only a note.')
  })

  it('can be refused with a reason or withdrawn by its author; then another may be proposed', async () => {
    const made = await bench()
    const id = await published(made, { severity: 'serious' })
    const { note } = await stored(id)
    await amend(made, id, { note: 'One' })
    expect((await refusal(amend(made, id, { note: 'Two' }))).key).toBe('amendmentPending')
    expect((await refusal(amend(made, id, { note: 'Two' }, made.second))).key).toBe('amendmentPending')
    expect((await refusal(withdrawAmendment(made.second.actor, await newest(id)))).key).toBe(
      'amendmentNotOwn',
    )
    const why = 'The source says otherwise.'
    expect((await refusal(refuseAmendment(made.editor.actor, { ...(await newest(id)), why }))).key).toBe(
      'amendmentIsOwn',
    )
    await refuseAmendment(made.second.actor, { ...(await newest(id)), why })
    await amend(made, id, { note: 'Two' })
    await withdrawAmendment(made.editor.actor, await newest(id))
    expect((await refusal(approveAmendment(made.second.actor, await newest(id)))).key).toBe('noAmendment')
    expect(await stored(id)).toMatchObject({ note })
    const kept = await db().proposedAmendment.findMany({
      where: { correctionId: id },
      orderBy: { proposedAt: 'asc' },
    })
    expect(kept.map(({ state, decidedWhy }) => [state, decidedWhy])).toEqual([
      ['refused', why],
      ['withdrawn', ''],
    ])
  })

  it('is proposed once when asked for twice, and takes effect once when approved twice at once', async () => {
    const made = await bench()
    const id = await published(made, { severity: 'serious' })
    const seen = await newest(id)
    const wanted = { ...seen, note: 'One', reason: 'r', substantive: true }
    const version = await amendCorrection(made.editor.actor, wanted)
    expect(await amendCorrection(made.editor.actor, wanted)).toBe(version)
    expect((await refusal(approveAmendment(made.second.actor, seen))).code).toBe('conflict')
    const third = await makeUser()
    const { done } = await race([
      approveAmendment(made.second.actor, { id, version }),
      approveAmendment(third.actor, { id, version }),
    ])
    expect(done).toHaveLength(1)
    expect(await db().amendment.count({ where: { correctionId: id } })).toBe(1)
  })

  it('is refused with the current correction when what readers were told has changed since', async () => {
    const made = await bench()
    const id = await published(made, { severity: 'serious' })
    await amend(made, id, { note: 'One' })
    await db().correction.update({ where: { id }, data: { note: 'What readers read by now' } })
    expect(await refusal(approveAmendment(made.second.actor, await newest(id)))).toMatchObject({
      ...{ code: 'conflict', key: 'amendmentChanged' },
      current: { id, note: 'What readers read by now' },
    })
  })

  it('is decided by nobody who proposed other words for the same since the last approval', async () => {
    const made = await bench()
    const third = await makeUser()
    const id = await published(made, { severity: 'serious' })
    await amend(made, id, { note: 'One', right: 'One.' }, made.second)
    await withdrawAmendment(made.second.actor, await newest(id))
    await amend(made, id, { note: 'Two' })
    for (const decide of [
      async () => approveAmendment(made.second.actor, await newest(id)),
      async () => refuseAmendment(made.second.actor, { ...(await newest(id)), why: 'No.' }),
    ])
      expect((await refusal(decide())).key).toBe('amendmentIsWritten')
    expect((await getCorrection(made.second.actor, id)).proposal).toMatchObject({
      decisionRefused: 'amendmentIsWritten',
      may: { decide: false, withdraw: false },
    })
    await approveAmendment(third.actor, await newest(id))
    await amend(made, id, { note: 'Three' })
    await approveAmendment(made.second.actor, await newest(id))
    expect((await stored(id)).note).toBe('Three')
  })

  it('is decided by nobody who amended alone since the last approval', async () => {
    const made = await bench()
    const third = await makeUser()
    const id = await published(made)
    await amend(made, id, { note: 'A slip of the pen is mended.' }, made.second)
    expect((await getCorrection(made.editor.actor, id)).writers.map((one) => one.id)).toContain(
      made.second.actor.id,
    )
    await amend(made, id, { kind: 'clarification' })
    expect((await refusal(approveAmendment(made.second.actor, await newest(id)))).key).toBe(
      'amendmentIsWritten',
    )
    await approveAmendment(third.actor, await newest(id))
  })

  it('is decided by who worded other fields, or the same before the last approval', () => {
    const present: Amended = { kind: 'correction', wrong: 'w', right: 'r', note: 'n', explanation: '' }
    const proposal = { ...present, note: 'new', proposedById: 'a' }
    const by = (words: Partial<Amended>, minute: number) => ({
      ...present,
      ...words,
      proposedById: 'b',
      proposedAt: new Date(minute * 60_000),
    })
    const approval = { byId: 'c', approvedById: 'd', at: new Date(5 * 60_000) }
    const refused = (over: object) =>
      decisionRefusal({ proposal, present, amendments: [approval], proposals: [], ...over }, 'b')
    expect(refused({})).toBeNull()
    expect(refused({ proposals: [by({ right: 'other' }, 6)] })).toBeNull()
    expect(refused({ proposals: [by({ note: 'older' }, 4)] })).toBeNull()
    expect(refused({ proposals: [by({ note: 'newer' }, 6)] })).toBe('amendmentIsWritten')
    const alone = { byId: 'b', approvedById: null, at: new Date(6 * 60_000) }
    expect(refused({ amendments: [approval, alone] })).toBe('amendmentIsWritten')
    expect(refused({ proposal: { ...proposal, proposedById: 'b' } })).toBe('amendmentIsOwn')
  })

  it('needs no second person when publishing needed none', async () => {
    const made = await bench()
    const id = await published(made)
    await amend(made, id, { note: 'One person is enough here.' })
    expect((await stored(id)).note).toBe('One person is enough here.')
    const updates = await listUpdates(50)
    expect(updates.items.some((one) => one.id === id)).toBe(true)
  })
})

describe('a correction request', () => {
  async function makeRequest(articleId: string | null) {
    const [id, mark] = [newId(), unique()]
    await db().correctionRequest.create({
      data: {
        id,
        articleId,
        ...{ phrase: 'opened in 1998', problem: 'It was 1996.', language: 'en', createdAt: new Date() },
        statusHash: mark,
      },
    })
    return id
  }

  it('can only be linked to a correction of its own article', async () => {
    const made = await bench()
    const other = await makeArticle(made.editor.actor)
    const correctionRequestId = await makeRequest(other.id)
    const refused = await refusal(start(made, { correctionRequestId }))
    expect(refused.issues).toEqual([{ path: 'correctionRequestId', key: 'correctionRequestOtherArticle' }])
    expect(await db().correction.count({ where: { articleId: made.article.id } })).toBe(0)
    const own = await makeRequest(made.article.id)
    const { id } = await start(made, { correctionRequestId: own })
    expect((await db().correctionRequest.findUniqueOrThrow({ where: { id: own } })).correctionId).toBe(id)
  })

  it('of no known article is assigned to the article that is corrected', async () => {
    const made = await bench()
    const correctionRequestId = await makeRequest(null)
    const { id } = await start(made, { correctionRequestId })
    expect(
      await db().correctionRequest.findUniqueOrThrow({ where: { id: correctionRequestId } }),
    ).toMatchObject({
      correctionId: id,
      articleId: made.article.id,
    })
  })
})
