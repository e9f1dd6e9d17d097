import { expect, it } from 'vitest'
import { changeClaim } from '@/domain/review/commands'
import { getClaim } from '@/domain/claim/queries'
import { reviseArticle } from '@/domain/revision/commands'
import { addSource, changeSource, removeSource } from '@/domain/source/commands'
import { addSourceSchema, changeSourceSchema } from '@/domain/source/schema'
import { db } from '@/prisma/client'
import { ARTICLE_TEXT, makeArticle, makeUser } from '@/tests/factories'
import { refusal } from '@/tests/refusal'
import { signOffAsRead } from '@/tests/sign-off'
import { signOffClaim, withdrawSignOff } from './commands'

const fresh = (id: string) => db().claim.findUniqueOrThrow({ where: { id } })

const verbs = async (claimId: string) =>
  (await db().event.findMany({ where: { claimId }, orderBy: { position: 'asc' } })).map((event) => event.verb)

async function disputed() {
  const [checker, editor] = await Promise.all([makeUser({ role: 'checker' }), makeUser()])
  const article = await makeArticle(editor.actor)
  const [claim] = article.claims
  if (!claim) throw new Error('no claim')
  await changeClaim(checker.actor, { id: claim.id, version: 1, status: 'disputed', finding: 'It was 1999.' })
  return { checker: checker.actor, editor: editor.actor, article, id: claim.id }
}

it('is a second person’s: not the reviewer’s, not a checker’s, not of what nobody reviewed', async () => {
  const { checker, editor, article, id } = await disputed()
  const { version } = await fresh(id)
  expect(await refusal(signOffAsRead(checker, { id, version }))).toMatchObject({ code: 'forbidden' })
  const open = article.claims[1]?.id ?? ''
  expect(await refusal(signOffAsRead(editor, { id: open, version: 1 }))).toMatchObject({
    key: 'signOffUnreviewed',
  })
  await changeClaim(editor, { id: open, version: 1, status: 'needs_source' })
  expect(await refusal(signOffAsRead(editor, { id: open, version: 2 }))).toMatchObject({ key: 'signOffOwn' })
  await signOffAsRead(editor, { id, version })
  expect(await fresh(id)).toMatchObject({ signedOffById: editor.id, version: version + 1 })
  expect((await fresh(id)).signedOffDigest).toMatch(/^[0-9a-f]{64}$/)
})

it('approves what was seen: a claim that changed meanwhile is a conflict, a repeated request is none', async () => {
  const { editor, id } = await disputed()
  expect(await refusal(signOffAsRead(editor, { id, version: 1 }))).toMatchObject({ code: 'conflict' })
  const after = await signOffAsRead(editor, { id, version: 2 })
  expect(await signOffAsRead(editor, { id, version: 2 })).toBe(after)
  expect((await verbs(id)).filter((verb) => verb === 'claim.signed_off')).toHaveLength(1)
})

it('approves the evidence that was seen: a source rewritten since the page was read is a conflict', async () => {
  const { checker, editor, id } = await disputed()
  const log = addSourceSchema.parse({ claimId: id, title: 'Log', excerpt: 'In 1999.', stance: 'refutes' })
  const sourceId = await addSource(checker, log)
  const { version, digest } = await getClaim(editor, id)
  await changeSource(checker, changeSourceSchema.parse({ id: sourceId, excerpt: 'In 1989.' }))
  const refused = await refusal(signOffClaim(editor, { id, version, digest }))
  expect(refused).toMatchObject({
    code: 'conflict',
    current: { id, version, sources: [{ excerpt: 'In 1989.' }] },
  })
  expect((await fresh(id)).signedOffById).toBeNull()
  const seen = await getClaim(editor, id)
  await signOffClaim(editor, { id, version, digest: seen.digest })
  expect(await fresh(id)).toMatchObject({ signedOffById: editor.id, signedOffDigest: seen.digest })
})

it('ends with any change of finding, status or sources, and the history says so', async () => {
  const { checker, editor, id } = await disputed()
  const signed = async () => {
    await signOffAsRead(editor, { id, version: (await fresh(id)).version })
    return fresh(id)
  }
  const changes = [
    async (version: number) => changeClaim(checker, { id, version, finding: `In ${version}.` }),
    async (version: number) => changeClaim(checker, { id, version, status: 'needs_source' }),
    async () => addSource(checker, addSourceSchema.parse({ claimId: id, title: 'Log', stance: 'refutes' })),
    async () => {
      const source = await db().source.findFirstOrThrow({ where: { claimId: id } })
      await removeSource(checker, { id: source.id })
    },
  ]
  for (const [index, change] of changes.entries()) {
    await change((await signed()).version)
    expect(await fresh(id)).toMatchObject({ signedOffById: null, signedOffAt: null, signedOffDigest: null })
    const voided = (await verbs(id)).filter((verb) => verb === 'claim.sign_off_voided')
    expect(voided).toHaveLength(index + 1)
  }
})

it('outlives what changes no verdict: a plan, and another text around the words', async () => {
  const { editor, article, id } = await disputed()
  await signOffAsRead(editor, { id, version: 2 })
  await changeClaim(editor, { id, version: 3, priority: 'high' })
  await reviseArticle(editor, { articleId: article.id, text: `New first sentence. ${ARTICLE_TEXT}` })
  expect((await fresh(id)).signedOffById).toBe(editor.id)
  await reviseArticle(editor, { articleId: article.id, text: ARTICLE_TEXT.replace('1998', '1989') })
  expect((await fresh(id)).signedOffById).toBeNull()
  expect((await verbs(id)).at(-1)).toBe('claim.sign_off_voided')
})

it('is taken back by an editor', async () => {
  const { editor, id } = await disputed()
  const version = await signOffAsRead(editor, { id, version: 2 })
  await withdrawSignOff(editor, { id, version })
  expect((await fresh(id)).signedOffById).toBeNull()
  expect(await verbs(id)).toContain('claim.sign_off_withdrawn')
})
