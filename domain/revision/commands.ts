import 'server-only'
import { conflict, forbidden, invalid, notFound } from '@/domain/errors'
import { lockArticle } from '@/domain/history/record'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { newId } from '@/services/ids'
import { claimRequest } from '@/domain/request/record'
import { inTransaction } from '@/services/transaction'
import { readBody } from './draft'
import { mayRevise } from './policy'
import { writeRevision, type Revised } from './record'
import { totalsOf } from './rules'
import type { Revise } from './schema'

/**
 * Makes an edited text the article's newest revision and says where each claim stands in it. A claim whose words
 * changed is unreviewed again, with the earlier verdict kept beside it; one whose words are gone is orphaned.
 * @throws DomainError `conflict` when another revision came meanwhile; `invalid` when the text is the same
 */
export async function reviseArticle(actor: Actor, input: Revise): Promise<Revised> {
  if (!mayRevise(actor)) throw forbidden()
  const { draft, issues } = readBody(input)
  if (issues.length) throw invalid(issues)
  return inTransaction(async (tx) => {
    if (!(await lockArticle(tx, input.articleId))) throw notFound()
    const request = await claimRequest(tx, actor.id, input.requestKey, newId(), input)
    if (!request.first) return revisedBefore(tx, request.subjectId)
    const article = await tx.article.findUniqueOrThrow({
      where: { id: input.articleId },
      select: { revision: true },
    })
    if (article.revision !== (input.revision ?? article.revision)) throw conflict(undefined, 'textChanged')
    const old = await tx.revision.findUniqueOrThrow({
      where: { articleId_number: { articleId: input.articleId, number: article.revision } },
      select: { text: true },
    })
    if (old.text === draft.text)
      throw invalid([{ path: input.markdown === undefined ? 'text' : 'markdown', key: 'textSame' }])
    return writeRevision(tx, actor, {
      articleId: input.articleId,
      revisionId: request.subjectId,
      text: draft.text,
      blocks: draft.blocks,
    })
  })
}

async function revisedBefore(tx: Tx, revisionId: string): Promise<Revised> {
  const { number } = await tx.revision.findUniqueOrThrow({ where: { id: revisionId } })
  const anchors = await tx.anchor.findMany({
    where: { revisionId, claim: { withdrawnAt: null } },
    select: { state: true, outcome: true },
  })
  return { revision: number, totals: totalsOf(anchors) }
}
