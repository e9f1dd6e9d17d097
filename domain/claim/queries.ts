import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { mayEditSources } from '@/domain/source/policy'
import type { Actor } from '@/domain/user/policy'
import { db, type Prisma, type Tx } from '@/prisma/client'
import { claimPermissions, mayReadClaims } from './policy'

const person = { select: { id: true, name: true } } as const

const detail = {
  id: true,
  number: true,
  quote: true,
  status: true,
  finding: true,
  proposal: true,
  priority: true,
  dueAt: true,
  version: true,
  reviewedAt: true,
  withdrawnAt: true,
  createdAt: true,
  updatedAt: true,
  assignee: person,
  reviewer: person,
  createdBy: person,
  article: { select: { id: true, title: true, language: true, revision: true } },
  anchors: {
    orderBy: { revision: { number: 'desc' } },
    take: 1,
    select: {
      start: true,
      end: true,
      prefix: true,
      suffix: true,
      state: true,
      revision: { select: { number: true } },
    },
  },
  sources: {
    where: { removedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 200,
    select: {
      id: true,
      kind: true,
      title: true,
      publisher: true,
      url: true,
      stance: true,
      primary: true,
      excerpt: true,
      locator: true,
      published: true,
      accessed: true,
      version: true,
      createdAt: true,
      createdBy: person,
    },
  },
} satisfies Prisma.ClaimSelect

type Where = { id: string } | { articleId_number: { articleId: string; number: number } }

async function readClaim(client: Tx, actor: Actor, where: Where) {
  if (!mayReadClaims(actor)) throw forbidden()
  const claim = await client.claim.findUnique({ where, select: detail })
  if (!claim) return null
  const { anchors, ...rest } = claim
  const [anchor] = anchors
  return {
    ...rest,
    anchor: anchor ? { ...anchor, revision: anchor.revision.number } : null,
    may: { ...claimPermissions(actor), editSources: mayEditSources(actor) },
  }
}

/** A claim with its anchor in the newest revision, its sources, and what this reader may do with it. */
export type ClaimDetail = NonNullable<Awaited<ReturnType<typeof readClaim>>>

/** @throws DomainError `not_found` */
export async function getClaim(actor: Actor, id: string): Promise<ClaimDetail> {
  const claim = await readClaim(db() as unknown as Tx, actor, { id })
  if (!claim) throw notFound()
  return claim
}

/** The claim by the number it has within its article. */
export async function getClaimByNumber(
  actor: Actor,
  articleId: string,
  number: number,
): Promise<ClaimDetail> {
  const claim = await readClaim(db() as unknown as Tx, actor, { articleId_number: { articleId, number } })
  if (!claim) throw notFound()
  return claim
}

/** The claim as this transaction sees it, for the one who lost a race; null when there is none. */
export const claimInTransaction = (tx: Tx, actor: Actor, id: string) => readClaim(tx, actor, { id })
