import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { CueKind } from '@/text/cues/cue'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { partAt } from '@/text/reading'
import { readSentences } from './open'
import { claimsOn, isCovered, openOf } from './rules'
import type { Coverage } from './shape'

/**
 * Every sentence of an article's newest revision, with what was decided about it.
 * @throws DomainError `not_found`
 */
export async function getCoverage(actor: Actor, articleId: string): Promise<Coverage> {
  if (!may(actor, 'readArticles')) throw forbidden()
  const article = await db().article.findUnique({ where: { id: articleId }, select: { revision: true } })
  if (!article) throw notFound()
  const { sentences, anchors, headlineStart } = await readSentences(db(), articleId, article.revision)
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
      const part = partAt(start, headlineStart)
      return { position, part, start, end, text, state, claims, score, cues: cues as CueKind[] }
    }),
  }
}
