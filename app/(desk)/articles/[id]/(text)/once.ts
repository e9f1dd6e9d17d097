import { setImmediate as othersTurn } from 'node:timers/promises'
import { cache } from 'react'
import { getArticleText } from '@/domain/article/queries'
import { getCoverage } from '@/domain/sentence/queries'
import type { Actor } from '@/domain/user/policy'

/**
 * Reads once per request what both the text and the panel show. Rendering a long text takes long, so other requests get
 * a turn before it starts.
 */
export const readArticleOnce = cache(async (actor: Actor, id: string) => {
  const read = await Promise.all([getArticleText(actor, id), getCoverage(actor, id)])
  await othersTurn()
  return read
})
