import 'server-only'
import { busy, forbidden, notFound } from '@/domain/errors'
import { endFault, followChain, type ChainEnd, type ChainLine } from '@/domain/history/chain'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { openSnapshot, type Snapshot } from '@/services/snapshot'
import type { Checkpoint } from './rules'
import type { AuditFault, AuditStep } from './shape'

/** How many lines are in memory at once. Hashing this many does not delay other requests. */
const PAGE = 250
/** The most lines or histories that one step reads, so that it takes a fraction of a second. */
const LINES = 1_000
const CHAINS = 100

type Chain = {
  article: AuditFault['article']
  head: ChainEnd
  /** How far the chain has been proved. */
  proved: ChainEnd
  stray: boolean
}

const NO_ID = '00000000-0000-0000-0000-000000000000'

type HeadRow = {
  id: string | null
  title: string
  count: number
  hash: string
  proved: string | null
  stray: boolean
}

/** SQL for the stored end of a chain. `own` is the condition that selects its lines of `event`. */
const headOf = (own: string) => `event_count as count, event_hash as hash,
  (select e.hash from event e where ${own} and e.position = $2) as proved,
  exists (select 1 from event e where ${own} and e.position is null) as stray`

/** The next chain to follow and how far it has been proved; undefined after the last chain. */
async function nextChain({ query }: Snapshot, checkpoint: Checkpoint): Promise<Chain | undefined> {
  const { articleId, position } = checkpoint
  const [row] =
    articleId === null && position !== null
      ? await query<HeadRow>(
          `select $1::uuid as id, '' as title, ${headOf('e.article_id is null')} from administration_chain`,
          [null, position],
        )
      : await query<HeadRow>(
          `select a.id, a.title, ${headOf('e.article_id = a.id')} from article a
           where a.id ${position === null ? '>' : '='} $1::uuid order by a.id limit 1`,
          [articleId ?? NO_ID, position ?? 0],
        )
  if (!row && position !== null) throw notFound()
  return (
    row && {
      article: row.id === null ? null : { id: row.id, title: row.title },
      head: { count: row.count, hash: row.hash },
      proved: { count: position ?? 0, hash: row.proved ?? '' },
      stray: row.stray,
    }
  )
}

function nextLines({ query }: Snapshot, { article, proved }: Chain): Promise<ChainLine[]> {
  return query<ChainLine>(
    `select article_id as "articleId", position, claim_id as "claimId", verb, subject_id as "subjectId",
       actor_id as "actorId", at, before, after, hash
     from event where article_id ${article ? '= $2::uuid' : 'is null and $2::uuid is null'} and position > $1
     order by position limit ${PAGE}`,
    [proved.count, article?.id ?? null],
  )
}

async function prove(snapshot: Snapshot, from: Checkpoint): Promise<AuditStep> {
  const step = { lines: 0, chains: 0, fault: null, next: null }
  let checkpoint = from
  while (step.lines < LINES && step.chains < CHAINS) {
    const chain = await nextChain(snapshot, checkpoint)
    if (!chain) return step
    const { article, head, stray } = chain
    const lines = await nextLines(snapshot, chain)
    const end = followChain(chain.proved, lines)
    if ('fault' in end) return { ...step, fault: { article, ...end } }
    step.lines += lines.length
    const whole = lines.length < PAGE
    const wrong = whole ? endFault(end, head) : null
    if (wrong) return { ...step, fault: { article, ...wrong } }
    if (whole && stray) return { ...step, fault: { article, position: end.count + 1, fault: 'stray' } }
    if (whole) step.chains += 1
    checkpoint = { articleId: article?.id ?? null, position: whole ? null : end.count }
  }
  return { ...step, next: checkpoint }
}

/**
 * Proves the next lines of history after the checkpoint, in one snapshot, for anyone who runs the server. A line is
 * proved when its hash continues the line before it. A chain is whole when its last line matches the stored end.
 * @throws DomainError `busy`
 */
export async function proveOnServer(checkpoint: Checkpoint): Promise<AuditStep> {
  const snapshot = await openSnapshot()
  if (!snapshot) throw busy('auditBusy')
  try {
    return await prove(snapshot, checkpoint)
  } finally {
    snapshot.close()
  }
}

/** The same check for admins. @throws DomainError `forbidden`, `busy`, `not_found` */
export async function proveHistory(actor: Actor, checkpoint: Checkpoint): Promise<AuditStep> {
  if (!may(actor, 'readAdministration')) throw forbidden()
  return proveOnServer(checkpoint)
}
