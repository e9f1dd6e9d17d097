import type { Attribution } from '@/domain/attribution/shape'
import type { EarlierVerdict } from '@/domain/revision/rules'
import type { Person, Read } from '@/domain/shape'
import type { claim, Claim } from './shape'

/** An answer holds at most so many writers of one claim. */
const WRITERS_SHOWN = 200

const utc = (moment: string) => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const person = (id: string) =>
  `(select json_build_object('id', u.id, 'name', u.name) from "user" u where u.id = ${id})`

const list = (query: string) => `(select coalesce(json_agg(l.one), '[]') from (${query}) l)`

const WRITERS = list(`
  select json_build_object('part', w.part, 'person', ${person('w.person_id')}, 'replaced', w.replaced) as one
  from claim_writer w where w.claim_id = c.id order by w.part, w.person_id limit ${WRITERS_SHOWN}`)

const SOURCES = list(`
  select json_build_object(
    'id', s.id, 'kind', s.kind, 'title', s.title, 'publisher', s.publisher, 'url', s.url, 'stance', s.stance,
    'primary', s."primary", 'excerpt', s.excerpt, 'locator', s.locator, 'published', s.published,
    'accessed', s.accessed, 'version', s.version, 'createdAt', ${utc('s.created_at')},
    'createdBy', ${person('s.created_by_id')}) as one
  from source s where s.claim_id = c.id and s.removed_at is null order by s.created_at, s.id`)

const ANCHOR = `(
  select json_build_object('start', n.start, 'end', n."end", 'prefix', n.prefix, 'suffix', n.suffix, 'state', n.state,
    'revision', json_build_object('number', r.number, 'headlineStart', r.headline_start))
  from anchor n join revision r on r.id = n.revision_id where n.claim_id = c.id order by r.number desc limit 1)`

const TAKEN_FROM = `(
  select json_build_object('id', t.id, 'number', t.number, 'article', json_build_object('id', b.id, 'title', b.title))
  from claim t join article b on b.id = t.article_id where t.id = c.taken_from_id)`

/**
 * One claim with everything that answers tell of it, in one query; `where` says which, of claim `c`. The parts come as
 * JSON, in the order in which answers give them.
 */
export const detailSql = (where: string) => `
  select c.id, c.number, c.quote, c.status, c.finding, c.proposal, c.earlier, c.withdrawn_why as "withdrawnWhy",
    c.sent_back_why as "sentBackWhy", c.sent_back_at as "sentBackAt", ${person('c.sent_back_by_id')} as "sentBackBy",
    ${person('c.sent_back_to_id')} as "sentBackTo", ${TAKEN_FROM} as "takenFrom", c.priority,
    c.speaker, c.speaker_kind as "speakerKind", c.said_on as "saidOn", c.said_at as "saidAt", c.rating,
    c.rating_name as "ratingName", c.due_at as "dueAt", c.due, c.version, c.reviewed_at as "reviewedAt",
    c.signed_off_at as "signedOffAt", c.withdrawn_at as "withdrawnAt", c.created_at as "createdAt",
    c.updated_at as "updatedAt", ${person('c.assignee_id')} as assignee, ${person('c.reviewed_by_id')} as reviewer,
    ${person('c.signed_off_by_id')} as signer, ${person('c.created_by_id')} as "createdBy",
    c.disputed_before as "disputedBefore", c.urgency_lowered_by_id as "loweredById", ${WRITERS} as writers,
    (select json_build_object('id', a.id, 'title', a.title, 'language', a.language, 'revision', a.revision)
     from article a where a.id = c.article_id) as article,
    ${ANCHOR} as anchor, ${SOURCES} as sources
  from claim c where ${where}`

type Told = Read<typeof claim>

/** A row of `detailSql`. */
export type ClaimDetail = Pick<
  Told,
  | ('id' | 'number' | 'quote' | 'status' | 'finding' | 'withdrawnWhy' | 'priority' | 'version' | 'writers')
  | ('dueAt' | 'due' | 'reviewedAt' | 'signedOffAt' | 'withdrawnAt' | 'createdAt' | 'updatedAt' | 'article')
  | ('assignee' | 'reviewer' | 'signer' | 'createdBy' | 'proposal' | 'takenFrom')
> &
  Pick<Claim, 'sources'> &
  Attribution & {
    earlier: EarlierVerdict | null
    sentBackWhy: string | null
    sentBackAt: Date | null
    sentBackBy: Person | null
    sentBackTo: Person | null
    disputedBefore: boolean
    loweredById: string | null
    anchor:
      | (Omit<NonNullable<Told['anchor']>, 'part' | 'revision'> & {
          revision: { number: number; headlineStart: number }
        })
      | null
  }
