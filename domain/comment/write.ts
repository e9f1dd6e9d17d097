import 'server-only'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'

/** The columns of a thread that is not resolved. */
export const REOPENED = { resolvedAt: null, resolvedById: null }

type Place = { articleId: string; claimId: string | null }

/** Begins the threads in which a question stands, one in each place. Its own line of history tells of it. */
export async function beginThreads(
  tx: Tx,
  places: readonly Place[],
  asked: { questionId: string; text: string; byId: string },
): Promise<void> {
  const threads = places.map((place) => ({ ...place, ...asked, id: newId(), at: now() }))
  await tx.comment.createMany({ data: threads.map((thread) => ({ ...thread, threadId: thread.id })) })
}

/** Opens the threads of a question again, because something was said after they seemed settled. */
export async function reopenThreads(
  tx: Tx,
  questionId: string,
  claimIds: readonly (string | null)[],
): Promise<void> {
  const named = claimIds.filter((id) => id !== null)
  const places = [...(named.length < claimIds.length ? [{ claimId: null }] : []), { claimId: { in: named } }]
  await tx.comment.updateMany({ where: { questionId, OR: places }, data: REOPENED })
}
