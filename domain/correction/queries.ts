import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import type { Page } from '@/domain/list/page'
import { readPage, readTotal } from '@/domain/list/queries'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db, type Prisma, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { dueAt, dueDates, needsExplanation } from './clock'
import { correctionList, type Clock, type CorrectionListParams } from './list'
import { decisionRefusal, isOpen, needsSecond, nextStep, secondRefusal } from './rules'
import type { CorrectionDetail, CorrectionRow } from './shape'

const person = { select: { id: true, name: true } } as const
const articleName = { select: { id: true, title: true, language: true } } as const

const detail = {
  id: true,
  number: true,
  kind: true,
  severity: true,
  state: true,
  foundBy: true,
  quote: true,
  revision: true,
  replacement: true,
  wrong: true,
  right: true,
  note: true,
  explanation: true,
  asked: true,
  fixedElsewhere: true,
  fixedIn: true,
  reportedAt: true,
  acknowledgedAt: true,
  approvedAt: true,
  secondAt: true,
  publishedAt: true,
  rejectedAt: true,
  rejectedWhy: true,
  updatedForReadersAt: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  article: { select: { ...articleName.select, revision: true } },
  claim: { select: { id: true, number: true, status: true } },
  owner: person,
  reportedBy: person,
  acknowledgedBy: person,
  approvedBy: person,
  secondBy: person,
  publishedBy: person,
  rejectedBy: person,
  rippleOf: { select: { id: true, number: true, wrong: true, right: true, article: articleName } },
  amendments: {
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 50,
    select: {
      id: true,
      before: true,
      reason: true,
      substantive: true,
      at: true,
      by: person,
      approvedBy: person,
    },
  },
  secondNeeded: true,
  writers: { orderBy: { personId: 'asc' }, take: 200, select: { person } },
  proposals: {
    where: { state: { not: 'approved' } },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    take: 50,
    select: {
      id: true,
      state: true,
      kind: true,
      wrong: true,
      right: true,
      note: true,
      explanation: true,
      reason: true,
      substantive: true,
      proposedBy: person,
      proposedAt: true,
    },
  },
  _count: { select: { ripples: { where: { state: 'open' } } } },
} satisfies Prisma.CorrectionSelect

/** The newsroom's clock, which decides when corrections are due. */
const clock = (): Clock => ({ zone: settings().newsroomTimeZone, at: now() })

type Found = Prisma.CorrectionGetPayload<{ select: typeof detail }>

/** The open proposal, and what the reader may do with it. At most one is open, and it is the newest. */
function proposalFor(actor: Actor, found: Found): CorrectionDetail['proposal'] {
  const [newest] = found.proposals
  if (newest?.state !== 'open') return null
  const { state: _, ...proposal } = newest
  const proposals = found.proposals.map((one) => ({ ...one, proposedById: one.proposedBy.id }))
  const amendments = found.amendments.map(({ by, approvedBy, at }) => ({
    byId: by.id,
    approvedById: approvedBy?.id ?? null,
    at,
  }))
  const touched = { ...proposal, proposedById: proposal.proposedBy.id }
  const decisionRefused = decisionRefusal(
    { proposal: touched, present: found, amendments, proposals },
    actor.id,
  )
  const handles = may(actor, 'handleCorrections')
  return {
    ...proposal,
    decisionRefused,
    may: {
      decide: handles && decisionRefused === null,
      withdraw: handles && proposal.proposedBy.id === actor.id,
    },
  }
}

async function readCorrection(
  client: Tx,
  actor: Actor,
  where: { id: string } | { number: number },
): Promise<CorrectionDetail | null> {
  if (!may(actor, 'readCorrections')) throw forbidden()
  const found = await client.correction.findUnique({ where, select: detail })
  if (!found) return null
  const { _count, proposals: _, secondNeeded, ...correction } = found
  const proposal = proposalFor(actor, found)
  const writers = correction.writers.map((one) => one.person)
  const approval = {
    approvedById: correction.approvedBy?.id ?? null,
    writerIds: writers.map(({ id }) => id),
  }
  const { zone, at } = clock()
  const due = dueAt(correction, zone)
  const handles = may(actor, 'handleCorrections')
  const { state } = correction
  return {
    ...correction,
    openRipples: _count.ripples,
    dueAt: due,
    overdue: due !== null && due < at,
    due: dueDates(correction, zone),
    late: isOpen(state) && needsExplanation(correction.reportedAt, at, zone),
    needsSecond: needsSecond({ ...correction, secondNeeded }),
    writers,
    secondRefused: secondRefusal(approval, actor.id),
    proposal,
    nextStep: nextStep(state),
    may: {
      change: isOpen(state) && may(actor, 'changeCorrection', { state }),
      handle: handles,
      second:
        state === 'approved' && correction.secondBy === null && may(actor, 'secondCorrection', approval),
    },
  }
}

/** The correction as a transaction sees it. @throws DomainError `not_found` */
export async function correctionInTransaction(tx: Tx, actor: Actor, id: string): Promise<CorrectionDetail> {
  const correction = await readCorrection(tx, actor, { id })
  if (!correction) throw notFound()
  return correction
}

/** @throws DomainError `not_found` */
export const getCorrection = (actor: Actor, id: string) => correctionInTransaction(db(), actor, id)

/** The correction with this number on the desk. @throws DomainError `not_found` */
export async function getCorrectionByNumber(actor: Actor, number: number): Promise<CorrectionDetail> {
  const correction = await readCorrection(db(), actor, { number })
  if (!correction) throw notFound()
  return correction
}

export type CorrectionPage = Page<CorrectionRow> & { total: number }

/** A page of the corrections of all articles; `total` counts all rows that the filters select. */
export async function listCorrections(actor: Actor, params: CorrectionListParams): Promise<CorrectionPage> {
  if (!may(actor, 'readCorrections')) throw forbidden()
  const present = clock()
  const [page, total] = await Promise.all([
    readPage(correctionList, params, present),
    readTotal(correctionList, params, present),
  ])
  return { ...page, total }
}

/** A correction request that cannot be taken any more, as a transaction sees it: closed, or with its correction. */
export const takenRequest = (tx: Tx, id: string) =>
  tx.correctionRequest.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ id: true, phrase: true, problem: true, createdAt: true, closedAt: true, closedWhy: true },
      correction: { select: { id: true, number: true, state: true } },
    },
  })

/** An open correction request, for the form that opens a correction. @throws DomainError `not_found` */
export async function getOpenCorrectionRequest(actor: Actor, id: string) {
  if (!may(actor, 'readCorrections')) throw forbidden()
  const correctionRequest = await db().correctionRequest.findFirst({
    where: { id, correctionId: null, closedAt: null },
    select: { id: true, phrase: true, problem: true, source: true, articleId: true, claimId: true },
  })
  if (!correctionRequest) throw notFound()
  return correctionRequest
}

/** The number of corrections of an article, without rejected ones. */
export async function countCorrections(actor: Actor, articleId: string): Promise<number> {
  if (!may(actor, 'readCorrections')) throw forbidden()
  return db().correction.count({ where: { articleId, state: { not: 'rejected' } } })
}

/** The numbers of the corrections of a claim, at most 20. */
export async function correctionsOfClaim(actor: Actor, claimId: string): Promise<number[]> {
  if (!may(actor, 'readCorrections')) throw forbidden()
  const found = await db().correction.findMany({
    where: { claimId },
    orderBy: { number: 'asc' },
    take: 20,
    select: { number: true },
  })
  return found.map(({ number }) => number)
}
