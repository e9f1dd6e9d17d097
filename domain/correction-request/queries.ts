import 'server-only'
import { createHash } from 'node:crypto'
import { notFound } from '@/domain/errors'
import type { ArticleName } from '@/domain/shape'
import { db } from '@/prisma/client'
import { requestState } from './rules'
import { statusSecretSchema } from './schema'
import type { RequestStatus } from './shape'

/** The articles that readers know: those in public, and those with a published correction. */
const KNOWN = {
  OR: [{ state: 'published' as const }, { corrections: { some: { state: 'published' as const } } }],
}

/** The article that a reader may name by id; null for all others, whether or not they exist. */
export const articleForReaders = (id: string): Promise<ArticleName | null> =>
  db().article.findFirst({ where: { id, ...KNOWN }, select: { id: true, title: true, language: true } })

/** The spellings of one page's address: with or without the final slash, and without anything after a #. */
function spellings(address: string): string[] {
  const url = new URL(address)
  url.hash = ''
  const bare = url.href
  url.pathname = url.pathname.endsWith('/') ? url.pathname.replace(/\/+$/, '') : `${url.pathname}/`
  return [...new Set([address, bare, url.href])]
}

/**
 * The article with a canonical address that a reader gave, in any state: anyone with the address has read it. Of
 * several articles, the last changed one counts. Its title is not for the reader.
 */
export async function articleOfAddress(address: string): Promise<{ id: string } | null> {
  if (!URL.canParse(address)) return null
  return db().article.findFirst({
    where: { canonicalUrl: { in: spellings(address) } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
}

/**
 * The progress of a request, for the holder of its secret. Internal remarks stay hidden.
 * @throws DomainError `not_found`
 */
export async function getRequestStatus(secret: string): Promise<RequestStatus> {
  if (!statusSecretSchema.safeParse(secret).success) throw notFound()
  const request = await db().correctionRequest.findUnique({
    where: { statusHash: createHash('sha256').update(secret).digest('hex') },
    select: {
      phrase: true,
      problem: true,
      createdAt: true,
      language: true,
      closedAt: true,
      closedWhy: true,
      articleId: true,
      correction: { select: { state: true, number: true } },
    },
  })
  if (!request) throw notFound()
  const { createdAt, articleId, correction, closedAt, ...told } = request
  return {
    ...told,
    sentAt: createdAt,
    state: requestState({ closedAt, correction }),
    article: articleId ? await articleForReaders(articleId) : null,
    correction: correction?.state === 'published' ? correction.number : null,
  }
}
