import 'server-only'
import type { z } from 'zod'
import { openStandingClaim, type OpenClaim } from '@/domain/claim/open'
import { DomainError, forbidden } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { signOffDigest } from '@/domain/sign-off/digest'
import type { signOffTogetherSchema, withdrawTogetherSchema } from '@/domain/sign-off/schema'
import { writeSignOff, writeWithdrawal } from '@/domain/sign-off/write'
import type { Actor } from '@/domain/user/policy'
import { inTransaction } from '@/services/transaction'
import { REFUSAL, standingOf } from './rules'
import type { TogetherResult } from '@/domain/sign-off/shape'

type Done = Pick<TogetherResult, 'outcome' | 'version'> & Partial<Pick<TogetherResult, 'refusal'>>

/** Each claim is written in its own transaction, so a refused one leaves the others as they are. */
async function one(
  actor: Actor,
  id: string,
  work: (open: OpenClaim) => Promise<Done>,
): Promise<TogetherResult> {
  let number: number | null = null
  try {
    return await inTransaction(async (tx) => {
      const open = await openStandingClaim(tx, actor, id)
      number = open.claim.number
      return { id, number, refusal: null, ...(await work(open)) }
    })
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'unavailable') throw error
    const refusal = error.code === 'not_found' ? 'bulkUnknownClaim' : error.key
    return { id, number, outcome: error.code === 'conflict' ? 'conflict' : 'refused', refusal, version: null }
  }
}

async function signOpened(open: OpenClaim, sent: string): Promise<Done> {
  const { tx, actor, claim } = open
  const digest = signOffDigest(claim)
  const opened = await tx.claimOpened.findUnique({
    where: { personId_claimId: { personId: actor.id, claimId: claim.id } },
    select: { digest: true },
  })
  const standing = standingOf({ ...claim, digest }, actor.id, opened?.digest ?? null)
  if (standing === 'signed') return { outcome: 'unchanged', version: claim.version }
  const refusal = REFUSAL[standing] ?? (sent === digest ? null : 'signOffChangedSince')
  if (!refusal) return { outcome: 'changed', version: await writeSignOff(open, digest) }
  return { outcome: refusal === 'signOffChangedSince' ? 'conflict' : 'refused', refusal, version: null }
}

/**
 * Signs many claims off, each as this person had it before them and under the rules for one. A claim that is signed off
 * already is left alone, so a repeated request changes nothing.
 */
export async function signOffTogether(
  actor: Actor,
  { claims }: z.output<typeof signOffTogetherSchema>,
): Promise<{ items: TogetherResult[] }> {
  if (!may(actor, 'signOffClaim')) throw forbidden()
  const items: TogetherResult[] = []
  for (const { id, digest } of claims) items.push(await one(actor, id, (open) => signOpened(open, digest)))
  return { items }
}

/** Takes many sign-offs back, each unless the verdict was changed or signed off anew since. */
export async function withdrawTogether(
  actor: Actor,
  { claims }: z.output<typeof withdrawTogetherSchema>,
): Promise<{ items: TogetherResult[] }> {
  if (!may(actor, 'signOffClaim')) throw forbidden()
  const items: TogetherResult[] = []
  for (const { id, version } of claims)
    items.push(
      await one(actor, id, async (open) => {
        const now = await writeWithdrawal(open, version)
        return { outcome: now === open.claim.version ? 'unchanged' : 'changed', version: now }
      }),
    )
  return { items }
}
