import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { CueKind } from '@/text/cues/cue'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { readSentences } from './read'
import { claimsOn, isCovered, openOf, type Open } from './rules'

export type CoveredSentence = {
  position: number
  start: number
  end: number
  text: string
  /** `claimed`: a claim stands on it. `passed`: there is nothing to check. `open`: nobody has decided. */
  state: 'claimed' | 'passed' | 'open'
  /** The numbers of the claims that stand on it. */
  claims: number[]
  /** How check-worthy it is, from 0 to 1. From `WORTH_CHECKING` on, the sentence is suggested. */
  score: number
  cues: CueKind[]
}

export type Coverage = { revision: number; open: Open; covered: boolean; sentences: CoveredSentence[] }

/**
 * Every sentence of an article's newest revision, with what was decided about it.
 * @throws DomainError `not_found`
 */
export async function getCoverage(actor: Actor, articleId: string): Promise<Coverage> {
  if (!may(actor, 'readArticles')) throw forbidden()
  const article = await db().article.findUnique({ where: { id: articleId }, select: { revision: true } })
  if (!article) throw notFound()
  const { sentences, anchors } = await readSentences(db(), articleId, article.revision)
  const on = claimsOn(sentences, anchors)
  const open = openOf(sentences, anchors, on)
  return {
    revision: article.revision,
    open,
    covered: isCovered(open),
    // Each field is named, because a rest pattern is slow for thousands of sentences.
    sentences: sentences.map(({ position, start, end, text, passedAt, score, cues }, index) => {
      const claims = on[index] ?? []
      const state = claims.length > 0 ? 'claimed' : passedAt ? 'passed' : 'open'
      return { position, start, end, text, state, claims, score, cues: cues as CueKind[] }
    }),
  }
}
