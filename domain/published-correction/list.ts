import { z } from 'zod'
import { CORRECTION_KINDS } from '@/domain/correction/rules'
import { filter, words } from '@/domain/list/filters'
import { filterShape, cursorParam } from '@/domain/list/params'
import { defineList, rowOf, type Bind } from '@/domain/list/table'
import { UUID } from '@/text/uuid'
import { wellFormed } from '@/text/wellformed'
import type { PublishedCorrection } from './shape'

const MONTH = /^(19[7-9]\d|[2-9]\d{3})-(0[1-9]|1[0-2])$/

/** The condition that a correction is published. Nothing about an undecided correction may ever become visible. */
export const PUBLISHED = `c.state = 'published' and c.published_at is not null`

export const publishedRow = rowOf<PublishedCorrection>(
  `c.id, c.number, c.kind, c.wrong, c."right", c.note, c.explanation, c.published_at as "publishedAt",
    coalesce(c.updated_for_readers_at, c.published_at) as "updatedAt",
    greatest(c.updated_at, a.updated_at) as "changedAt",
    json_build_object('id', a.id, 'title', a.title, 'language', a.language, 'url', a.canonical_url) as article`,
  ['join article a on a.id = c.article_id'],
)

/** The published corrections, the newest first. `zone`, the newsroom's time zone, decides where a month begins. */
export const publishedList = defineList({
  from: (bind: Bind, zone: string) =>
    `(correction c cross join (select ${bind(zone, 'text')} as zone) newsroom)`,
  key: 'c.id',
  ties: 'desc',
  only: PUBLISHED,
  row: publishedRow,
  columns: { published: { sql: 'c.published_at', cast: 'timestamptz', natural: 'desc' } },
  first: 'published',
  filters: {
    month: filter(z.string().max(7).regex(MONTH, 'wrongFormat'), (month, bind) => {
      const first = bind(`${month}-01`, 'timestamp')
      return `c.published_at >= ${first} at time zone newsroom.zone
        and c.published_at < (${first} + interval '1 month') at time zone newsroom.zone`
    }),
    article: filter(
      z.string().max(36).regex(UUID, 'notAnId'),
      (id, bind) => `c.article_id = ${bind(id, 'uuid')}`,
    ),
    kind: filter(z.enum(CORRECTION_KINDS), (kind, bind) => `c.kind = ${bind(kind, '"CorrectionKind"')}`),
    q: words('c.search', wellFormed(z.string().max(200))),
  },
  pageSize: 25,
  cursorMax: 400,
})

/** The published corrections, the most recently announced first. */
export const updatesList = defineList({
  from: 'correction c',
  key: 'c.id',
  ties: 'desc',
  only: `${PUBLISHED} and c.updated_for_readers_at is not null`,
  row: publishedRow,
  columns: { updated: { sql: 'c.updated_for_readers_at', cast: 'timestamptz', natural: 'desc' } },
  first: 'updated',
  filters: {},
  pageSize: 50,
  cursorMax: 400,
})

/** The filters and the page of the public list, as its address writes them. */
export const publishedListSchema = z.object({
  ...filterShape(publishedList),
  after: cursorParam(publishedList).optional(),
})

export type PublishedListParams = z.output<typeof publishedListSchema>

/** The address of a frame with the newest corrections, of one article or of all. */
export const frameAddressSchema = z.object(filterShape(publishedList)).pick({ article: true })
