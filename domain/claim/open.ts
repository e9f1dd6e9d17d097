import 'server-only'
import { openArticleOfClaim } from '@/domain/article/open'
import { conflict, notFound, ruleBroken, type ErrorKey } from '@/domain/errors'
import { CLAIM_PARTS } from '@/domain/merging/parts'
import { mergedWith, type MergedPart } from '@/domain/merging/rules'
import type { Actor } from '@/domain/user/policy'
import type { Anchor, Claim, ClaimWriter, Source, Tx } from '@/prisma/client'
import { columnsOf, jsonOf } from '@/prisma/fields'
import { claimInTransaction } from './queries'

/** What no write needs: moments, which JSON would make text, and what only the database writes. */
const NOT_OF_SOURCES = ['createdAt', 'updatedAt', 'removedAt', 'changedIn'] as const
const NOT_OF_CLAIMS = ['search', 'keys'] as const

type Opened = Omit<Claim, (typeof NOT_OF_CLAIMS)[number]> & {
  sources: Omit<Source, (typeof NOT_OF_SOURCES)[number]>[]
  writers: Pick<ClaimWriter, 'part' | 'personId' | 'replaced'>[]
}
type Row = Opened & { anchor: Anchor | null }

const OPENED = `
  select ${columnsOf('claim', 'c', NOT_OF_CLAIMS)},
    (select coalesce(jsonb_agg(${jsonOf('source', 's', NOT_OF_SOURCES)} order by s.created_at, s.id), '[]')
     from source s where s.claim_id = c.id and s.removed_at is null) as sources,
    (select coalesce(jsonb_agg(${jsonOf('claim_writer', 'w', ['claimId'])}), '[]')
     from claim_writer w where w.claim_id = c.id) as writers,
    (select ${jsonOf('anchor', 'n')} from anchor n join revision r on r.id = n.revision_id
     where n.claim_id = c.id order by r.number desc limit 1) as anchor
  from claim c where c.id = any($1::uuid[]) order by c.article_id, c.number`

/** Loads claims whose articles the caller has locked. An id without a claim is absent. */
export async function loadClaims(
  tx: Tx,
  ids: readonly string[],
): Promise<{ claim: Opened; anchor: Anchor | null }[]> {
  const rows = await tx.$queryRawUnsafe<Row[]>(OPENED, ids)
  return rows.map(({ anchor, ...claim }) => ({ claim, anchor }))
}

/**
 * Locks a claim and its article until the transaction ends. Loads what every write needs: the article, the sources in
 * force, the writers of each part, and the anchor in the newest revision.
 * @throws DomainError `not_found`
 */
export async function openClaim(tx: Tx, actor: Actor, id: string) {
  const article = await openArticleOfClaim(tx, id)
  const [opened] = await loadClaims(tx, [id])
  if (!opened) throw notFound()
  return { tx, actor, article, ...opened }
}

export type OpenClaim = Awaited<ReturnType<typeof openClaim>>

/** The refusal of a stale write, with the current claim. */
export const lostClaim = async ({ tx, actor, claim }: OpenClaim, key?: ErrorKey) =>
  conflict(await claimInTransaction(tx, actor, claim.id), key)

/** As `openClaim`, for claims in force. @throws DomainError `conflict` with the current claim when it is withdrawn */
export async function openStandingClaim(tx: Tx, actor: Actor, id: string): Promise<OpenClaim> {
  const open = await openClaim(tx, actor, id)
  if (open.claim.withdrawnAt) throw await lostClaim(open, 'claimWithdrawn')
  return open
}

/**
 * Call it after checking whether anything would change, so that a repeated request is not a conflict.
 * @param version the version that the caller saw
 * @throws DomainError `conflict` with the current claim
 */
export async function requireNewest(open: OpenClaim, version: number): Promise<void> {
  if (open.claim.version !== version) throw await lostClaim(open)
}

/**
 * As `requireNewest`, for a write that merges with what others changed since: they changed other parts of the claim.
 * The rules of the claim are the caller's to check, on the claim as it is now.
 * @param fields the fields that the write changes
 * @returns the parts that others changed since
 * @throws DomainError `conflict` with the current claim
 */
export async function requireMerge(
  open: OpenClaim,
  version: number,
  fields: readonly string[],
): Promise<MergedPart[]> {
  const merged = mergedWith(CLAIM_PARTS, open.claim, version, fields)
  if (!merged) throw await lostClaim(open)
  return merged
}

type RevisionSpan = { revisionId: string; start: number; end: number }

/** @throws DomainError `rule` naming the other claim when the same words already are one */
export async function refuseTwin(
  tx: Tx,
  { revisionId, start, end }: RevisionSpan,
  except?: string,
): Promise<void> {
  const twin = await tx.anchor.findFirst({
    where: { revisionId, start, end, claim: { withdrawnAt: null, ...(except && { id: { not: except } }) } },
    select: { claim: { select: { number: true } } },
  })
  if (twin) throw ruleBroken('quote', 'claimExists', { number: twin.claim.number })
}
