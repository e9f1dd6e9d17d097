'use server'

import { z } from 'zod'
import { currentActor } from '@/app/server/session'
import { findArticles } from '@/domain/article/queries'
import type { ArticleName } from '@/domain/shape'
import { understood } from '@/services/arrival'
import { wellFormed } from '@/text/wellformed'

const searched = wellFormed(z.string().max(200))

/** Only reads, so no page is revalidated. Returns an empty list to strangers and for an unusable query. */
export async function findArticlesAction(query: string): Promise<ArticleName[]> {
  understood()
  const [actor, asked] = [await currentActor(), searched.safeParse(query)]
  return actor && asked.success ? findArticles(actor, asked.data) : []
}
