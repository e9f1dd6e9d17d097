import { expect, it } from 'vitest'
import { changeClaim } from '@/domain/review/commands'
import { db } from '@/prisma/client'
import { approved, bench } from '@/tests/correction'
import { publishCorrection } from './commands'

it('a published correction sets back the verdict on the words it replaces, and no other', async () => {
  const made = await bench()
  const [year, cars] = made.article.claims
  for (const claim of [year, cars])
    await changeClaim(made.checker.actor, {
      id: claim?.id ?? '',
      version: 1,
      status: 'disputed',
      finding: 'The archive says otherwise.',
    })
  await publishCorrection(made.second.actor, { id: await approved(made), version: 3 })
  const after = await db().claim.findMany({
    where: { articleId: made.article.id },
    orderBy: { number: 'asc' },
    include: { anchors: { orderBy: { revision: { number: 'desc' } }, take: 1 } },
  })
  expect(after.map((claim) => [claim.status, claim.anchors[0]?.state])).toEqual([
    ['unreviewed', 'changed'],
    ['disputed', 'anchored'],
  ])
  expect(after[0]).toMatchObject({
    quote: `${made.name} opened in 1996`,
    earlier: { status: 'disputed', quote: `${made.name} opened in 1998` },
  })
})
