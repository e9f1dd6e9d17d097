import 'server-only'
import type { z } from 'zod'
import { dayIn } from '@/domain/calendar/clock'
import { requirePast } from '@/domain/calendar/rules'
import { openStandingClaim, requireMerge } from '@/domain/claim/open'
import { changedFields } from '@/domain/claim/rules'
import { writeClaim } from '@/domain/claim/write'
import { forbidden, ruleBroken } from '@/domain/errors'
import { toldMerge } from '@/domain/merging/rules'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { brokenAttribution, NO_ATTRIBUTION } from './rules'
import type { Attribution } from './shape'
import type { attributeClaimSchema } from './schema'

type AttributeClaim = z.output<typeof attributeClaimSchema>

const wantedAttribution = ({ speaker, ...given }: AttributeClaim): Attribution =>
  speaker === null
    ? NO_ATTRIBUTION
    : {
        speaker,
        speakerKind: given.speakerKind,
        saidOn: given.saidOn ?? null,
        saidAt: given.saidAt ?? null,
        rating: given.rating ?? null,
        ratingName: given.ratingName,
      }

/**
 * Sets the whole attribution of a claim. No speaker means that the claim is the newsroom's own sentence. A
 * sign-off stays in force, because it covers quote, status, finding and sources.
 * @returns the claim's new version
 * @throws DomainError `conflict` with the current claim when somebody changed the attribution since `version`; `rule` when the rating
 *   contradicts the verdict or lacks a name in the article's language
 */
export async function attributeClaim(actor: Actor, input: AttributeClaim): Promise<number> {
  if (!may(actor, 'reviewClaim')) throw forbidden()
  return inTransaction(async (tx) => {
    const open = await openStandingClaim(tx, actor, input.id)
    const { claim, article } = open
    const wanted = wantedAttribution(input)
    const changes = changedFields(claim, wanted)
    if (!changes) return claim.version
    const merged = await requireMerge(open, input.version, Object.keys(changes))
    requirePast({ saidOn: changes.saidOn }, dayIn(now(), settings().newsroomTimeZone))
    const broken = brokenAttribution(wanted, { status: claim.status, language: article.language })
    if (broken) throw ruleBroken(broken.path, broken.key)
    return writeClaim(open, { verb: 'claim.attributed', changes, told: { after: toldMerge(merged) } })
  })
}
