import 'server-only'
import { busy, DomainError, forbidden, limited, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { sqlPool } from '@/prisma/client'
import type { Stream } from './hub'
import type { LiveParams } from './schema'
import { hub } from './worker'

/** How long to wait before asking for another stream. */
const RETRY_SECONDS = 30

/** @throws DomainError `not_found` for an article that is not there, or not the reader's to see */
async function requireArticle(articleId: string): Promise<void> {
  const { rowCount } = await sqlPool().query('select 1 from article where id = $1', [articleId])
  if (rowCount === 0) throw notFound()
}

/**
 * Lets somebody open a stream of changes.
 * @returns opens it; `since` is the moment of the reader's last look, null for a reader who begins now
 * @throws DomainError while the instance hears nothing, and when too many streams are open
 */
export async function liveStream(
  actor: Actor,
  { article }: Pick<LiveParams, 'article'>,
): Promise<(stream: Omit<Stream, 'actor' | 'articleId'>, since: number | null) => () => void> {
  if (!may(actor, 'readArticles')) throw forbidden()
  const refusal = hub().refusal(actor)
  if (refusal === 'not hearing') throw new DomainError('unavailable', 'unavailable')
  if (refusal === 'too many') throw busy('liveBusy')
  if (refusal === 'too many of one') throw limited(RETRY_SECONDS, 'liveTooMany')
  if (article !== undefined) await requireArticle(article)
  return (stream, since) => hub().join({ ...stream, actor, articleId: article ?? null }, since)
}

export { requireArticle as requireReadableArticle }
