import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { newClaimSchema } from '@/domain/claim/schema'
import type { ClaimAsRead } from '@/domain/report/rules'
import { someClaim, someSource } from './report'

const reviewSchema = z.object({ claims: z.array(newClaimSchema) })

/** The claims of a demo article as a report reads them. */
export function demoClaims(name: string): ClaimAsRead[] {
  const review = reviewSchema.parse(JSON.parse(readFileSync(`scripts/demo/${name}.review.json`, 'utf8')))
  return review.claims.map(({ quote, status, finding, sources }, index) =>
    someClaim({
      number: index + 1,
      quote,
      status,
      finding,
      sources: sources.map(({ title, publisher, url, stance }) =>
        someSource({ title, publisher, url: url ?? null, stance }),
      ),
    }),
  )
}

/** The given number of claims, in English, of uneven length. */
export const manyClaims = (count: number): ClaimAsRead[] =>
  Array.from({ length: count }, (_, index) =>
    someClaim({
      number: index + 1,
      quote: 'The bridge at Karsan carries nine thousand cars a day. '.repeat(1 + (index % 4)),
      finding: 'Counted at the toll on three days of the week. '.repeat(1 + (index % 3)),
      sources: [someSource(), someSource({ stance: 'context', excerpt: '' })],
    }),
  )
