import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { readOnwards, readRow } from '@/domain/list/queries'
import type { Keyset } from '@/domain/list/table'
import { may, rolesThatMay } from '@/domain/permissions'
import type { Person } from '@/domain/shape'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { articleCommentList, commentList } from './list'
import type { Comment, CommentPage } from './shape'

type Options = { after?: Keyset; limit?: number }
type Row = Omit<Comment, 'resolved'> & { resolved: { at: string | Date; by: Person } | null }

/** JSON of the database holds moments as text. */
const asRead = ({ resolved, ...row }: Row): Comment => ({
  ...row,
  resolved: resolved && { ...resolved, at: new Date(resolved.at) },
})

/** What was said about a claim, the newest first. */
export async function claimComments(actor: Actor, claimId: string, page: Options = {}): Promise<CommentPage> {
  if (!may(actor, 'readClaims')) throw forbidden()
  if (!(await db().claim.findUnique({ where: { id: claimId }, select: { id: true } }))) throw notFound()
  const { items, next } = await readOnwards(commentList, { ...page, claim: claimId })
  return { items: items.map(asRead), next }
}

/** What was said about an article as a whole, the newest first. */
export async function articleComments(
  actor: Actor,
  articleId: string,
  page: Options = {},
): Promise<CommentPage> {
  if (!may(actor, 'readClaims')) throw forbidden()
  if (!(await db().article.findUnique({ where: { id: articleId }, select: { id: true } }))) throw notFound()
  const { items, next } = await readOnwards(articleCommentList, { ...page, article: articleId })
  return { items: items.map(asRead), next }
}

/** @throws DomainError `not_found` */
export async function getComment(actor: Actor, id: string): Promise<Comment> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const row = await readRow(commentList, id)
  if (!row) throw notFound()
  return asRead(row)
}

/** The people whom a comment may name: those who can read it. */
export async function listMentionable(): Promise<Person[]> {
  return db().user.findMany({
    where: { deactivatedAt: null, role: { in: rolesThatMay('readClaims') } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
    select: { id: true, name: true },
  })
}
