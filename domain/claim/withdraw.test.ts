import { expect, test } from 'vitest'
import { changeClaim } from '@/domain/review/commands'
import { db } from '@/prisma/client'
import { makeArticle, makeUser } from '@/tests/factories'
import { refusal } from '@/tests/refusal'
import { restoreClaim, withdrawClaim } from './commands'
import { claimListParamsSchema } from './list'
import { listClaims } from './queries'

test('withdrawing takes a claim off the list, keeps its number and can be undone', async () => {
  const { actor: editor } = await makeUser({ role: 'editor' })
  const { actor: checker } = await makeUser({ role: 'checker' })
  const article = await makeArticle(editor)
  const id = article.claims[0]?.id ?? ''
  const params = claimListParamsSchema.parse({ article: article.id })
  const total = async () => (await listClaims(checker, params)).total
  await withdrawClaim(checker, { id, version: 1 })
  await withdrawClaim(checker, { id, version: 1 })
  expect(await total()).toBe(1)
  const lost = await refusal(changeClaim(checker, { id, version: 2, finding: 'x' }))
  expect(lost).toMatchObject({ code: 'conflict', key: 'claimWithdrawn' })
  expect((await refusal(restoreClaim(checker, { id, version: 1 }))).code).toBe('conflict')
  await restoreClaim(checker, { id, version: 2 })
  expect(await total()).toBe(2)
  const lines = await db().event.findMany({ where: { claimId: id }, orderBy: { position: 'asc' } })
  expect(lines.map((line) => line.verb)).toEqual(['claim.withdrawn', 'claim.restored'])
})
