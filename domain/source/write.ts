import 'server-only'
import { dayIn } from '@/domain/calendar/clock'
import { requirePast } from '@/domain/calendar/rules'
import type { OpenClaim } from '@/domain/claim/open'
import { writeClaim, type ClaimLine } from '@/domain/claim/write'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import type { NewSource } from './schema'

type Line = Extract<ClaimLine, { verb: `source.${string}` }>

/** Records the actor as a writer of the sources, whom the sign-off therefore excludes. */
export const tellClaim = (open: OpenClaim, subjectId: string, line: Line) =>
  writeClaim(open, { ...line, subjectId, written: [{ part: 'sources', by: [open.actor.id] }] })

/** Adds a source to an open claim. @throws DomainError when it was read in the future */
export async function insertSource(open: OpenClaim, id: string, source: NewSource): Promise<void> {
  const { tx, actor, claim } = open
  requirePast({ accessed: source.accessed }, dayIn(now(), settings().newsroomTimeZone))
  const at = now()
  await tx.source.create({
    data: { ...source, id, claimId: claim.id, createdById: actor.id, createdAt: at, updatedAt: at },
  })
  const { title, stance, url = null } = source
  await tellClaim(open, id, { verb: 'source.added', told: { after: { title, stance, url } } })
}
