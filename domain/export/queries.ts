import 'server-only'
import { claimList, type ClaimSelection } from '@/domain/claim/list'
import { claimReader } from '@/domain/claim/reader'
import { busy, forbidden } from '@/domain/errors'
import { countSql, keysSql } from '@/domain/list/sql'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { openSnapshot, type Snapshot } from '@/services/snapshot'
import type { ExportedClaim } from './schema'

const BATCH = 250
const CURSOR = 'claims_to_export'

const CLAIMS_SQL = `
  select c.id, c.number, c.quote, c.status, c.anchor_state as "anchorState", c.finding, c.proposal, c.speaker, c.said_on as "saidOn", c.priority,
    c.due_at as "dueAt", c.reviewed_at as "reviewedAt", c.created_at as "createdAt", c.updated_at as "updatedAt",
    c.version,
    json_build_object('id', a.id, 'title', a.title, 'language', a.language, 'revision', a.revision) as article,
    case when d.id is null then null else json_build_object('id', d.id, 'name', d.name) end as desk,
    case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end as assignee,
    case when r.id is null then null else json_build_object('id', r.id, 'name', r.name) end as reviewer,
    coalesce(s.sources, '[]'::json) as sources
  from unnest($1::uuid[]) with ordinality as wanted (id, place)
    join claim c on c.id = wanted.id
    join article a on a.id = c.article_id
    left join desk d on d.id = a.desk_id
    left join "user" u on u.id = c.assignee_id
    left join "user" r on r.id = c.reviewed_by_id
    left join lateral (
      select json_agg(json_build_object(
        'id', s.id, 'kind', s.kind, 'title', s.title, 'publisher', s.publisher, 'url', s.url, 'stance', s.stance,
        'primary', s."primary", 'excerpt', s.excerpt, 'locator', s.locator, 'published', s.published,
        'accessed', s.accessed
      ) order by s.created_at, s.id) as sources
      from source s where s.claim_id = c.id and s.removed_at is null
    ) s on true
  order by wanted.place`

export type ClaimsToExport = {
  /** The number of claims in all batches together. */
  total: number
  /** The batches in order, to be read one after another. Fails when fewer claims arrive than were counted. */
  batches: AsyncIterable<ExportedClaim[]>
  /** The caller must call it at the end, whether it read everything or not. A batch being read then fails. */
  close: () => void
}

async function* read({ query, close }: Snapshot, total: number): AsyncGenerator<ExportedClaim[]> {
  try {
    for (let count = 0; ;) {
      const ids = (await query<{ id: string }>(`fetch ${BATCH} from ${CURSOR}`)).map(({ id }) => id)
      if (ids.length === 0) {
        if (count !== total) throw new Error(`${count} of ${total} claims were read`)
        return
      }
      const claims = await query<ExportedClaim>(CLAIMS_SQL, [ids])
      count += claims.length
      yield claims
    }
  } finally {
    close()
  }
}

/**
 * All claims that the filters select, in one snapshot, whatever is written meanwhile. A cursor over the ids fixes the
 * order once; each batch then reads the rest for its own claims.
 * @throws DomainError `forbidden`, `busy`
 */
export async function claimsToExport(actor: Actor, selection: ClaimSelection): Promise<ClaimsToExport> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const reader = claimReader(actor, now(), settings())
  const snapshot = await openSnapshot()
  if (!snapshot) throw busy('exportBusy')
  try {
    const counted = countSql(claimList, selection, reader)
    const total = (await snapshot.query<{ n: number }>(counted.text, counted.values))[0]?.n ?? 0
    const ordered = keysSql(claimList, selection, reader)
    await snapshot.query(`declare ${CURSOR} no scroll cursor for ${ordered.text}`, ordered.values)
    return { total, batches: read(snapshot, total), close: snapshot.close }
  } catch (error) {
    snapshot.close()
    throw error
  }
}
