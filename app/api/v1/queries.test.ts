import { expect, it } from 'vitest'
import { call } from '@/tests/api'
import { makeArticle, makeUser, type MadeClaim } from '@/tests/factories'
import { queriesOf } from '@/tests/queries'

type Place = { article: string; claim: MadeClaim }

/**
 * How many queries a request sends, with the one that finds the caller and, for writes, `begin` and `commit`. More
 * claims, sources or people never make them more.
 */
const KEPT: [string, number, (place: Place) => [string, string, unknown?]][] = [
  ['a page of claims', 3, () => ['GET', '/claims']],
  ['claims with a word', 2, () => ['GET', '/claims?q=bridge']],
  ['counts of claims', 2, () => ['GET', '/claims/facets']],
  ['a claim', 2, ({ claim }) => ['GET', `/claims/${claim.id}`]],
  [
    'a review',
    7,
    ({ claim: { id, version } }) => [
      'PATCH',
      `/claims/${id}`,
      { version, status: 'disputed', finding: 'It opened in 1999.' },
    ],
  ],
  ['a plan', 7, ({ claim: { id, version } }) => ['PATCH', `/claims/${id}`, { version, priority: 'high' }]],
]

it.each(KEPT)('%s takes %i queries', async (_, kept, asked) => {
  const { actor, token } = await makeUser()
  const { id: article, claims } = await makeArticle(actor)
  const [claim] = claims
  if (!claim) throw new Error('The article has no claim')
  // The first request of a minute also notes that the token was used.
  await call(token, 'GET', '/me')
  const [method, path, body] = asked({ article, claim })
  const { result, queries } = await queriesOf(() => call(token, method, path, { body }))
  expect(result.status).toBe(200)
  expect(queries.length, queries.join('\n')).toBe(kept)
})
