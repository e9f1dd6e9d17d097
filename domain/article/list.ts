import { z } from 'zod'
import { noAnchors } from '@/domain/anchor/shape'
import { noClaims } from '@/domain/claim/rules'
import { dueOf } from '@/domain/list/due'
import { anyChoice, anyName, filter, words } from '@/domain/list/filters'
import { listParams } from '@/domain/list/params'
import { ME, names } from '@/domain/list/schema'
import { defineList, rowOf, type Bind, type ListParams } from '@/domain/list/table'
import { ARTICLE_STATES } from './schema'
import type { ArticleRow } from './shape'

const NONE = JSON.stringify(noClaims())
const NOWHERE = JSON.stringify(noAnchors())

/** Who reads the articles, when, and in which time zone. */
export type ArticleReader = { id: string; at: Date; zone: string }

/** SQL of the states of `isPastDeadline`. */
const IN_CHECK = `a.state in ('draft', 'checking')`

/** The articles, the most recently changed first, each with its numbers of claims by status and by anchor. */
export const articleList = defineList({
  from: (_bind: Bind, _reader: ArticleReader) => 'article a',
  key: 'a.id',
  ties: 'desc',
  row: rowOf<ArticleRow>(
    `a.id, a.title, a.byline, a.language, a.state, a.deadline, a.updated_at as "updatedAt", a.revision,
      d.name as desk,
      '${NONE}'::jsonb || coalesce((select jsonb_object_agg(c.status, c.n) from
        (select status, count(*)::int as n from claim
          where article_id = a.id and withdrawn_at is null group by status) c), '{}') as counts,
      '${NOWHERE}'::jsonb || coalesce((select jsonb_object_agg(c.anchor_state, c.n) from
        (select anchor_state, count(*)::int as n from claim
          where article_id = a.id and withdrawn_at is null group by anchor_state) c), '{}') as anchors`,
    ['left join desk d on d.id = a.desk_id'],
  ),
  columns: {
    updated: { sql: 'a.updated_at', cast: 'timestamptz', natural: 'desc' },
    deadline: { sql: 'a.deadline', cast: 'timestamptz', nullable: true },
    title: { sql: 'a.title', cast: 'text' },
  },
  first: 'updated',
  filters: {
    q: words(
      'fold_spelling(a.title)',
      z
        .string()
        .max(200)
        .transform((value) => value.trim() || undefined),
    ),
    state: anyChoice(ARTICLE_STATES, 'a.state', '"ArticleState"'),
    desk: filter(names, (desks, bind) => {
      const given = bind(desks, 'text[]')
      return `a.desk_id in (select id from desk where name = any(${given}) or id::text = any(${given}))`
    }),
    language: anyName('a.language'),
    due: dueOf('a.deadline', IN_CHECK),
    mine: filter(
      z.literal(ME),
      (_, bind, { id }: ArticleReader) =>
        `(a.created_by_id = ${bind(id, 'uuid')} or a.id in (
          select article_id from claim where assignee_id = ${bind(id, 'uuid')} and withdrawn_at is null))`,
    ),
  },
  pageSize: 50,
  cursorMax: 3_000,
})

export type ArticleListParams = ListParams<typeof articleList>

export const articleListParamsSchema = listParams(articleList)
