import { cache } from 'react'
import { getArticleText } from '@/domain/article/queries'
import { getCoverage } from '@/domain/sentence/queries'
import type { Actor } from '@/domain/user/policy'

/** What both the text and the panel beside it show is read once a request. */
export const readArticleOnce = cache((actor: Actor, id: string) =>
  Promise.all([getArticleText(actor, id), getCoverage(actor, id)]),
)
