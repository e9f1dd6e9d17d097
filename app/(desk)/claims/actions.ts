'use server'

import { z } from 'zod'
import { wellFormed } from '@/text/wellformed'
import { findArticles } from '@/domain/article/queries'
import type { ArticleName } from '@/domain/shape'
import { findSimilarToText } from '@/domain/reuse/queries'
import { similarToTextSchema } from '@/domain/reuse/schema'
import { assignClaims } from '@/domain/review/commands'
import { assignClaimsSchema } from '@/domain/review/schema'
import { formAction, readAction } from '@/app/server/action'
import { understood } from '@/services/arrival'
import { currentActor } from '@/app/server/session'

export const assignClaimsAction = formAction(assignClaimsSchema, assignClaims)

export const findSimilarAction = readAction(similarToTextSchema, findSimilarToText)

const searched = wellFormed(z.string().max(200))

/** Only reads, so no page is revalidated. Returns an empty list to strangers and for an unusable query. */
export async function findArticlesAction(query: string): Promise<ArticleName[]> {
  understood()
  const [actor, asked] = [await currentActor(), searched.safeParse(query)]
  return actor && asked.success ? findArticles(actor, asked.data) : []
}
