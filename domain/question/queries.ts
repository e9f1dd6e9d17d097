import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db, sqlPool, type Prisma } from '@/prisma/client'
import { now } from '@/services/clock'
import { QUESTIONS_MAX, stateOf } from './rules'
import type { Question } from './shape'

const PERSON = { select: { id: true, name: true } } as const

const selected = {
  ...{ id: true, articleId: true, kind: true, name: true, house: true, email: true, language: true },
  ...{ text: true, askedAt: true, dueAt: true, expiresAt: true, seenAt: true, revokedAt: true },
  askedBy: PERSON,
  revokedBy: PERSON,
  claims: {
    orderBy: { claim: { number: 'asc' } },
    select: { claim: { select: { id: true, number: true, quote: true } } },
  },
  answers: {
    orderBy: { at: 'asc' },
    select: {
      ...{ id: true, at: true, revision: true },
      items: {
        orderBy: { id: 'asc' },
        select: {
          ...{ id: true, claimId: true, quote: true, verdict: true, text: true, proposed: true },
          ...{ url: true, sourceTitle: true, sourceId: true },
        },
      },
    },
  },
} satisfies Prisma.QuestionSelect

type Row = Prisma.QuestionGetPayload<{ select: typeof selected }>

function readFor(actor: Actor, { revokedAt, revokedBy, email, claims, ...row }: Row): Question {
  return {
    ...row,
    email: may(actor, 'askOutside') ? email : null,
    claims: claims.map(({ claim }) => claim),
    state: stateOf({ ...row, revokedAt }, row.answers.length > 0, now()),
    revoked: revokedAt && revokedBy ? { at: revokedAt, by: revokedBy } : null,
    may: { revoke: !revokedAt && may(actor, 'revokeQuestion', { askedById: row.askedBy.id }) },
  }
}

/** Everything that was asked about an article, the newest first. */
export async function questionsOf(actor: Actor, articleId: string): Promise<Question[]> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const { rows: found } = await sqlPool().query<{ asked: string[] }>(
    `select array(select q.id from question q where q.article_id = a.id order by q.id desc limit $2) as asked
     from article a where a.id = $1`,
    [articleId, QUESTIONS_MAX],
  )
  const [article] = found
  if (!article) throw notFound()
  // Nobody is asked about most articles, and each part of the answers takes a statement.
  if (article.asked.length === 0) return []
  const rows = await db().question.findMany({
    where: { id: { in: article.asked } },
    orderBy: { id: 'desc' },
    select: selected,
  })
  return rows.map((row) => readFor(actor, row))
}

/** What was asked about one claim, the newest first. */
export async function questionsOfClaim(actor: Actor, claimId: string): Promise<Question[]> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const rows = await db().question.findMany({
    where: { claims: { some: { claimId } } },
    orderBy: { id: 'desc' },
    take: QUESTIONS_MAX,
    select: selected,
  })
  return rows.map((row) => readFor(actor, row))
}

/** @throws DomainError `not_found` */
export async function getQuestion(actor: Actor, id: string): Promise<Question> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const row = await db().question.findUnique({ where: { id }, select: selected })
  if (!row) throw notFound()
  return readFor(actor, row)
}
