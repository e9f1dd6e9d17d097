import { expect, it } from 'vitest'
import { anchorClaim, settleAnchor } from '@/domain/anchor/commands'
import { attributeClaim } from '@/domain/attribution/commands'
import { attributeClaimSchema } from '@/domain/attribution/schema'
import { reviseArticle } from '@/domain/revision/commands'
import { withdrawSignOff } from '@/domain/sign-off/commands'
import { takeOver } from '@/domain/reuse/commands'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { ARTICLE_TEXT, makeArticle, makeUser } from '@/tests/factories'
import { refusal } from '@/tests/refusal'
import { signOffAsRead } from '@/tests/sign-off'
import { restoreClaim, withdrawClaim } from './commands'
import { changeClaim } from '@/domain/review/commands'

type ClaimVersion = { id: string; version: number }

async function scene() {
  const [checker, editor, other] = await Promise.all([makeUser({ role: 'checker' }), makeUser(), makeUser()])
  const article = await makeArticle(editor.actor)
  const [claim, from] = article.claims
  if (!claim || !from) throw new Error('no claims')
  for (const { id } of [claim, from])
    await changeClaim(checker.actor, { id, version: 1, status: 'disputed', finding: 'It was 1999.' })
  const people = { checker: checker.actor, editor: editor.actor, other: other.actor }
  return { ...people, articleId: article.id, id: claim.id, fromId: from.id }
}

type Scene = Awaited<ReturnType<typeof scene>>

const away = { revision: 1, quote: 'Nobody counted the bicycles' }
const COMMANDS: Record<string, (actor: Actor, meant: ClaimVersion, scene: Scene) => Promise<unknown>> = {
  'a verdict': (actor, meant) => changeClaim(actor, { ...meant, status: 'needs_source' }),
  'a sign-off': (actor, meant) => signOffAsRead(actor, meant),
  'a take-over': (actor, meant, { fromId }) => takeOver(actor, { ...meant, fromId }),
  'a move to other words': (actor, meant) => anchorClaim(actor, { ...meant, ...away }),
  'a settled anchor': (actor, meant) => settleAnchor(actor, { ...meant, as: 'stands' }),
}

it.each(Object.entries(COMMANDS))(
  '%s over another person’s change is a conflict that carries the current claim',
  async (_, command) => {
    const made = await scene()
    const { checker, editor, id } = made
    await changeClaim(checker, { id, version: 2, finding: 'It was 2001.' })
    const late = await refusal(command(editor, { id, version: 2 }, made))
    expect(late).toMatchObject({ code: 'conflict', key: 'conflict' })
    expect(late.current).toMatchObject({ id, version: 3, finding: 'It was 2001.' })
    await withdrawClaim(editor, { id, version: 3 })
    const gone = await refusal(command(editor, { id, version: 3 }, made))
    expect(gone).toMatchObject({ code: 'conflict', key: 'claimWithdrawn', current: { id, version: 4 } })
  },
)

const KEPT: Record<string, (actor: Actor, meant: ClaimVersion, scene: Scene) => Promise<unknown>> = {
  ...COMMANDS,
  'an attribution': (actor, meant) =>
    attributeClaim(actor, attributeClaimSchema.parse({ ...meant, speaker: 'Dana Ospanova' })),
}

/** Whose scene suits them: the others need words that changed, or two claims that say the same. */
const READY = Object.entries(KEPT).filter(([name]) => !['a settled anchor', 'a take-over'].includes(name))

it.each(READY)('%s stands beside what another person changed of the plan', async (_, command) => {
  const made = await scene()
  const { checker, editor, id } = made
  await changeClaim(checker, { id, version: 2, priority: 'high' })
  expect(await command(editor, { id, version: 2 }, made)).toBe(4)
  expect(await db().claim.findUnique({ where: { id } })).toMatchObject({ priority: 'high', version: 4 })
})

it('an attribution is kept beside a finding, and conflicts with another attribution', async () => {
  const { checker, editor, id } = await scene()
  await changeClaim(checker, { id, version: 2, finding: 'It was 2001.' })
  const attribute = (actor: Actor, speaker: string) =>
    attributeClaim(actor, attributeClaimSchema.parse({ id, version: 2, speaker }))
  expect(await attribute(editor, 'دانة عثمان')).toBe(4)
  expect(await refusal(attribute(checker, 'Dana Ospanova'))).toMatchObject({
    code: 'conflict',
    current: { finding: 'It was 2001.', attribution: { speaker: 'دانة عثمان' } },
  })
})

it('withdrawing a claim and restoring one conflict with any change', async () => {
  const { checker, editor, id } = await scene()
  await changeClaim(checker, { id, version: 2, priority: 'high' })
  const current = { id, version: 3, priority: 'high' }
  const withdrawn = await refusal(withdrawClaim(editor, { id, version: 2 }))
  expect(withdrawn).toMatchObject({ code: 'conflict', current })
  await withdrawClaim(editor, { id, version: 3 })
  const broughtBack = await refusal(restoreClaim(editor, { id, version: 3 }))
  expect(broughtBack).toMatchObject({ code: 'conflict', current: { id, version: 4 } })
})

it('a sign-off is withdrawn whatever became of the plan, but not when another one stands in its place', async () => {
  const { checker, editor, other, id } = await scene()
  await signOffAsRead(editor, { id, version: 2 })
  await changeClaim(checker, { id, version: 3, priority: 'high' })
  expect(await withdrawSignOff(other, { id, version: 3 })).toBe(5)
  await signOffAsRead(other, { id, version: 5 })
  expect(await refusal(withdrawSignOff(editor, { id, version: 3 }))).toMatchObject({
    code: 'conflict',
    current: { id, version: 6 },
  })
})

it('anchoring to words of a text with a newer revision conflicts in the same way', async () => {
  const { editor, articleId, id } = await scene()
  await reviseArticle(editor, { articleId, text: `${ARTICLE_TEXT} So it goes.` })
  const late = await refusal(anchorClaim(editor, { id, version: 2, ...away }))
  expect(late).toMatchObject({ code: 'conflict', key: 'textChanged', current: { id, version: 2 } })
})

it('anchoring a claim where it already stands is no conflict, whatever the version', async () => {
  const { editor, id } = await scene()
  const version = await anchorClaim(editor, { id, version: 2, ...away })
  expect(await anchorClaim(editor, { id, version: 2, ...away })).toBe(version)
  expect(await db().event.count({ where: { claimId: id, verb: 'claim.anchored' } })).toBe(1)
})
