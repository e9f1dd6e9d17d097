import 'server-only'
import { createHash } from 'node:crypto'
import { notFound } from '@/domain/errors'
import type { ArticleName } from '@/domain/shape'
import { db } from '@/prisma/client'
import { reportState, type ReportState } from './rules'
import { statusSecretSchema } from './schema'

/** What readers know of: an article that is out, or one that a published correction speaks of. */
const KNOWN = {
  OR: [{ state: 'published' as const }, { corrections: { some: { state: 'published' as const } } }],
}

/** The article a reader may name by its id; null for all others, whether they exist or not. */
export const articleForReaders = (id: string): Promise<ArticleName | null> =>
  db().article.findFirst({ where: { id, ...KNOWN }, select: { id: true, title: true, language: true } })

/** How one page's address may be written: with or without the slash at its end and what comes after a #. */
function spellings(address: string): string[] {
  const url = new URL(address)
  url.hash = ''
  const bare = url.href
  url.pathname = url.pathname.endsWith('/') ? url.pathname.replace(/\/+$/, '') : `${url.pathname}/`
  return [...new Set([address, bare, url.href])]
}

/**
 * The article whose canonical address a reader gave, whatever its state: who has the address has read it. Of several,
 * the one changed last. Its title is not for the reader.
 */
export async function articleOfAddress(address: string): Promise<{ id: string } | null> {
  if (!URL.canParse(address)) return null
  return db().article.findFirst({
    where: { canonicalUrl: { in: spellings(address) } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
}

export type ReportStatus = {
  state: ReportState
  phrase: string
  problem: string
  sentAt: Date
  language: string
  article: { title: string; language: string } | null
  /** The number of the correction that was published for it. */
  correction: number | null
  /** Why it was closed, where someone of the desk wrote so to the sender. */
  closedWhy: string
}

/**
 * How a report fares, for whoever has its secret. What the desk says of it inside stays inside.
 * @throws DomainError `not_found`
 */
export async function getReportStatus(secret: string): Promise<ReportStatus> {
  if (!statusSecretSchema.safeParse(secret).success) throw notFound()
  const report = await db().readerReport.findUnique({
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
  if (!report) throw notFound()
  const { createdAt, articleId, correction, closedAt, ...told } = report
  return {
    ...told,
    sentAt: createdAt,
    state: reportState({ closedAt, correction }),
    article: articleId ? await articleForReaders(articleId) : null,
    correction: correction?.state === 'published' ? correction.number : null,
  }
}
