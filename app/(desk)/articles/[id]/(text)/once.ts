import { setImmediate as othersTurn } from 'node:timers/promises'
import { cache } from 'react'
import { getArticleText } from '@/domain/article/queries'
import { getCoverage } from '@/domain/sentence/queries'
import type { Actor } from '@/domain/user/policy'

/**
 * What both the text and the panel beside it show is read once a request. Others have their turn before it is rendered,
 * which takes long where a text does.
 */
export const readArticleOnce = cache(async (actor: Actor, id: string) => {
  const read = await Promise.all([getArticleText(actor, id), getCoverage(actor, id)])
  await othersTurn()
  return read
})
