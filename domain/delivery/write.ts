import 'server-only'
import { isTold } from '@/domain/history/events'
import type { Line, Listener } from '@/domain/history/listener'
import type { Prisma, Tx } from '@/prisma/client'
import { insertRows } from '@/prisma/insert-rows'
import { newId } from '@/services/ids'
import { settings } from '@/services/settings'
import type { Payload, Subject } from '@/domain/webhook/shape'

/**
 * Writes a delivery for each address that subscribed to a line, inside the transaction of the change. So a rolled-back
 * change is never sent, and a committed one is sent even if the process ends right after it.
 */
async function recordDeliveries(tx: Tx, told: readonly Line[]): Promise<void> {
  const webhooks = await tx.webhook.findMany({
    where: { disabledAt: null, events: { hasSome: [...new Set(told.map((line) => line.verb))] } },
    select: { id: true, events: true },
  })
  if (webhooks.length === 0) return
  const subjects = await subjectsOf(tx, told)
  const { newsroomName: newsroom } = settings()
  await insertRows(
    tx,
    'delivery',
    told.flatMap((line) => {
      const { id, verb: event, at, before, after } = line
      const payload: Payload = {
        id,
        event,
        at: at.toISOString(),
        newsroom,
        subject: subjects(line),
        ...(before && { before: { ...before } }),
        ...(after && { after: { ...after } }),
      }
      return webhooks
        .filter((webhook) => webhook.events.includes(event))
        .map((webhook) => deliveryOf(webhook.id, payload, at))
    }),
  )
}

export const webhookListener: Listener = {
  hears: isTold,
  listening: 'exists (select 1 from webhook where disabled_at is null)',
  hear: recordDeliveries,
}

/** A delivery that is due immediately. */
export const deliveryOf = (webhookId: string, payload: Payload, at: Date) => ({
  id: newId(),
  webhookId,
  event: payload.event,
  payload: payload as Prisma.InputJsonObject,
  createdAt: at,
  nextAt: at,
})

const byId = <R extends { id: string }>(records: readonly R[]) => new Map(records.map((one) => [one.id, one]))

async function subjectsOf(tx: Tx, lines: readonly Line[]): Promise<(line: Line) => Subject> {
  const { publicUrl } = settings()
  const idsOf = (noun: string) =>
    lines.filter((line) => line.verb.startsWith(`${noun}.`)).map((line) => line.subjectId)
  const numbersOf = { select: { id: true, number: true } } as const
  const where = (ids: string[]) => ({ where: { id: { in: ids } }, ...numbersOf })
  const [reportIds, correctionIds] = [idsOf('report'), idsOf('correction')]
  const claimIds = lines.flatMap((line) => line.claimId ?? [])
  const claims = byId(claimIds.length ? await tx.claim.findMany(where(claimIds)) : [])
  const reports = byId(reportIds.length ? await tx.report.findMany(where(reportIds)) : [])
  const corrections = byId(correctionIds.length ? await tx.correction.findMany(where(correctionIds)) : [])
  return ({ subjectId, articleId, claimId, verb }) => {
    const article = articleId && { id: articleId, url: `${publicUrl}/articles/${articleId}` }
    const claim = claimId && claims.get(claimId)
    const report = verb.startsWith('report.') && reports.get(subjectId)
    const correction = verb.startsWith('correction.') && corrections.get(subjectId)
    return {
      id: subjectId,
      ...(article && { article }),
      ...(article && claim && { claim: { ...claim, url: `${article.url}/claims/${claim.number}` } }),
      ...(report && { report }),
      ...(correction && { correction }),
    }
  }
}
