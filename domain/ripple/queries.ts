import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { Reason } from '@/text/likeness/compare'
import type { Actor } from '@/domain/user/policy'
import { db, type Prisma } from '@/prisma/client'
import type { Ripple } from './shape'

const select = {
  id: true,
  quote: true,
  score: true,
  reasons: true,
  state: true,
  why: true,
  decidedAt: true,
  article: { select: { id: true, title: true, language: true } },
  claim: { select: { id: true, number: true, status: true } },
  made: { select: { id: true, number: true, state: true } },
  decidedBy: { select: { id: true, name: true } },
} satisfies Prisma.RippleSelect

const known = <R extends { reasons: unknown }>({ reasons, ...ripple }: R) => ({
  ...ripple,
  reasons: reasons as Reason[],
})

const SHOWN = 200

/**
 * Other places with the same statement: those of its own article first, then the most similar ones; at most 200.
 * @throws DomainError `not_found`
 */
export async function listRipples(actor: Actor, correctionId: string): Promise<Ripple[]> {
  if (!may(actor, 'readCorrections')) throw forbidden()
  const correction = await db().correction.findUnique({
    where: { id: correctionId },
    select: { articleId: true },
  })
  if (!correction) throw notFound()
  const ripples = await db().ripple.findMany({
    where: { correctionId },
    orderBy: [{ score: 'desc' }, { id: 'asc' }],
    take: SHOWN,
    select,
  })
  const isHere = (ripple: (typeof ripples)[number]) => ripple.article.id === correction.articleId
  return [...ripples.filter(isHere), ...ripples.filter((one) => !isHere(one))].map(known)
}

/** @throws DomainError `not_found` */
export async function getRipple(actor: Actor, id: string): Promise<Ripple> {
  if (!may(actor, 'readCorrections')) throw forbidden()
  const ripple = await db().ripple.findUnique({ where: { id }, select })
  if (!ripple) throw notFound()
  return known(ripple)
}
