import 'server-only'
import { createHash } from 'node:crypto'
import { forbidden, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { ArticleName } from '@/domain/shape'
import type { Actor } from '@/domain/user/policy'
import { db, type Prisma } from '@/prisma/client'
import { ANSWERS_MAX, requestState } from './rules'
import { messagesOf } from '@/services/messages'
import { localeOf } from '@/text/locale'
import { statusSecretSchema } from './schema'
import type { CorrectionRequest, RequestStatus } from './shape'

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
      answers: { orderBy: { at: 'asc' }, take: ANSWERS_MAX, select: { id: true, text: true, at: true } },
    },
  })
  if (!request) throw notFound()
  const { createdAt, articleId, correction, closedAt, ...told } = request
  return {
    ...told,
    sentAt: createdAt,
    state: requestState({ closedAt, correction, answered: told.answers.length > 0 }),
    article: articleId ? await articleForReaders(articleId) : null,
    correction: correction?.state === 'published' ? correction.number : null,
  }
}

const INBOX = 20

const forDesk = {
  ...{ id: true, phrase: true, problem: true, source: true, address: true, language: true, createdAt: true },
  ...{ name: true, email: true },
  answers: {
    orderBy: { at: 'asc' },
    take: ANSWERS_MAX,
    select: { id: true, text: true, at: true, by: { select: { id: true, name: true } } },
  },
} satisfies Prisma.CorrectionRequestSelect

/** A request for the desk. Only those who may answer see who sent it. */
function readFor(
  actor: Actor,
  { name, email, ...request }: Prisma.CorrectionRequestGetPayload<{ select: typeof forDesk }>,
): CorrectionRequest {
  const answer = may(actor, 'handleCorrections')
  const { title: subject } = messagesOf(localeOf(request.language)).readers.status
  return { ...request, subject, sender: answer ? { name, email } : null, may: { answer } }
}

/** Open correction requests, the oldest first, at most 20, and their total number. */
export async function listInbox(actor: Actor) {
  if (!may(actor, 'readCorrections')) throw forbidden()
  const where = { correctionId: null, closedAt: null }
  const [items, total] = await Promise.all([
    db().correctionRequest.findMany({
      where,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: INBOX,
      select: { ...forDesk, article: { select: { id: true, title: true, language: true } } },
    }),
    db().correctionRequest.count({ where }),
  ])
  return { items: items.map(({ article, ...one }) => ({ ...readFor(actor, one), article })), total }
}

/** The correction requests that led to a correction, the oldest first, at most 20. */
export async function correctionRequestsOf(actor: Actor, correctionId: string): Promise<CorrectionRequest[]> {
  if (!may(actor, 'readCorrections')) throw forbidden()
  const found = await db().correctionRequest.findMany({
    where: { correctionId },
    orderBy: { createdAt: 'asc' },
    take: 20,
    select: forDesk,
  })
  return found.map((one) => readFor(actor, one))
}
