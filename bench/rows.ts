import type pg from 'pg'
import { newId } from '@/services/ids'

export const ARTICLES = 4_000
export const CLAIMS = 200_000
const DESKS = 8
const CHECKERS = 20

/**
 * Words for the claims: Arabic ones in the spellings that newsrooms use, and English ones. The last word of each list
 * is rare: one claim in a thousand has it.
 */
const ARABIC = [
  'أعلنت الحكومة أن المشروع سيكتمل خلال عام',
  'ارتفعت الأسعار بنسبة ٣٫٥٪ منذ يناير',
  'وقّعت الشركة اتفاقًا مع وزارة الطاقة',
  'يبلغ عدد سكّان المدينة ١٩٩١ ألف نسمة',
  'التقى الوفد المسؤولين في العاصمة',
  'محادثات جرت في عشق آباد بحضور الوفدين',
]
const ENGLISH = [
  'The ministry said the line would open within a year',
  'Prices have risen by 3.5 per cent since January',
  'The company signed an agreement with the energy ministry',
  'The city has a population of 1,991 thousand',
  'Delegates met officials in the capital',
  'Talks were held in Ashgabat before both delegations',
]

/** Fills an empty, migrated database with claims of articles in both languages, by SQL alone. */
export async function makeBenchRows(client: pg.Client): Promise<{ assignee: string; desk: string }> {
  await client.query('set statement_timeout = 0')
  const person = newId()
  await client.query(
    `insert into "user" (id, email, name, password_hash, role) values ($1, 'bench@factdesk.example', 'Bench', '', 'editor')`,
    [person],
  )
  await client.query(
    `insert into "user" (id, email, name, password_hash, role)
     select gen_random_uuid(), 'checker' || n || '@factdesk.example', 'Checker ' || n, '', 'checker'
     from generate_series(1, $1::int) n`,
    [CHECKERS],
  )
  await client.query(
    `insert into desk (id, name) select gen_random_uuid(), 'Desk ' || n from generate_series(1, $1::int) n`,
    [DESKS],
  )
  await client.query(
    `insert into article (id, title, language, desk_id, created_by_id, state, updated_at)
     select gen_random_uuid(), 'Article ' || n, case when n % 2 = 0 then 'ar' else 'en' end,
       (array(select id from desk order by name))[1 + n % $2], $3, 'checking', now() - n * interval '1 hour'
     from generate_series(1, $1::int) n`,
    [ARTICLES, DESKS, person],
  )
  await client.query(
    `with made as (
       select a.id as article_id, a.language, n, row_number() over () as i,
         (array(select id from "user" where role = 'checker' order by email)) as checkers
       from article a, generate_series(1, $1::int) n
     )
     insert into claim (id, article_id, number, quote, finding, status, priority, due_at, assignee_id, created_by_id,
       created_at, updated_at, anchor_state)
     select gen_random_uuid(), article_id, n,
       'رقم ' || i || ' ' ||
         (case when language = 'ar' then $3::text[] else $4::text[] end)[case when i % 1000 = 0 then 6 else 1 + i % 5 end],
       case when i % 3 = 0 then 'Checked against the yearbook, page ' || i % 400 else '' end,
       (enum_range(null::"ClaimStatus"))[1 + i % 4], (enum_range(null::"Priority"))[1 + (i / 7) % 4],
       case when i % 3 = 0 then null else now() + (i * 7919 % 100000) * interval '1 minute' end,
       case when i % 5 = 0 then null else checkers[1 + i % cardinality(checkers)] end, $2,
       now() - (i * 104729 % 1000000) * interval '1 minute', now() - (i * 15485863 % 1000000) * interval '1 second',
       (case when i % 1000 = 4 then 'orphaned' when i % 500 = 4 then 'changed' else 'anchored' end)::"AnchorState"
     from made`,
    [CLAIMS / ARTICLES, person, ARABIC, ENGLISH],
  )
  await client.query('vacuum analyze')
  await client.query('reset statement_timeout')
  const { rows } = await client.query<{ assignee: string; desk: string }>(
    `select (select id from "user" where role = 'checker' limit 1) as assignee, (select name from desk limit 1) as desk`,
  )
  const [made] = rows
  if (!made) throw new Error('Nothing was made to measure on')
  return made
}
