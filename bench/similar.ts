import pg from 'pg'
import { findSimilarPassages } from '@/domain/reuse/queries'
import { likenessKeys } from '@/text/likeness/keys'
import { closeDatabase } from '@/prisma/client'
import { migrate } from '@/services/migrate'
import { newId } from '@/services/ids'

/**
 * Measures the search for similar claims and sentences, on the empty database that DATABASE_URL names:
 *
 * DATABASE_URL=postgres://…/scratch npx tsx --conditions=react-server --tsconfig tsconfig.run.json bench/similar.ts
 *
 * Uses 200,000 claims and as many sentences, from a vocabulary as uneven as in news. One claim in a hundred appears
 * elsewhere in other words, and one agency line stands in 2,000 articles.
 */
const CLAIMS = 200_000
const ARTICLES = 4_000
const VOCABULARY = 30_000
const BATCH = 5_000
const ASKED = 200
const AGENCY = 'The agency said on Monday that the Karsan bridge would open in 2027 after repairs'
const AGENCY_EVERY = 100

let state = 20_260_101
/** A linear congruential generator: it gives the same rows in every run. */
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}

const SYLLABLES = ['ka', 'ro', 'mi', 'تا', 'سو', 'ل', 'bel', 'قر', 'dan', 'م', 'نو', 'sha', 'ري', 'to', 'ع']
const words = Array.from({ length: VOCABULARY }, (_, rank) => {
  let left = rank + 30
  let word = ''
  while (left > 0) {
    word += SYLLABLES[left % SYLLABLES.length] ?? ''
    left = Math.floor(left / SYLLABLES.length)
  }
  return word
})
/** Words ranked before this one are like "the" and "of"; the search makes no keys of them. */
const FIRST_RANK = 60
/** By Zipf's law: a word's frequency falls with its rank. */
const word = () => words[Math.floor(FIRST_RANK * (VOCABULARY / FIRST_RANK) ** random())] ?? 'word'

function statement(): string {
  const length = 8 + Math.floor(random() * 12)
  const said = Array.from({ length }, word)
  if (random() < 0.5) said.splice(3, 0, String(1900 + Math.floor(random() * 130)))
  return said.join(' ')
}

const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL must name an empty database.')
await migrate(url)
const begun = Date.now()
const client = new pg.Client({ connectionString: url })
await client.connect()
const person = newId()
await client.query(
  `insert into "user" (id, email, name, password_hash, role) values ($1, 'bench@factdesk.example', 'Bench', '', 'editor')`,
  [person],
)
await client.query(
  `insert into article (id, title, language, created_by_id)
   select gen_random_uuid(), 'Article ' || n, 'en', $2 from generate_series(1, $1::int) n`,
  [ARTICLES, person],
)
await client.query(
  `insert into revision (id, article_id, number, text, headline, headline_start, blocks, sha256, created_by_id)
   select gen_random_uuid(), id, 1, 'x', title, 2, '[]', '', $1 from article`,
  [person],
)
const { rows: articles } = await client.query<{ article: string; revision: string }>(
  'select article_id as article, id as revision from revision',
)
const asked: string[] = []
let agency = ''
for (let from = 0; from < CLAIMS; from += BATCH) {
  const rows = Array.from({ length: BATCH }, (_, offset) => {
    const n = from + offset
    const home = articles[n % ARTICLES]
    const text = n % AGENCY_EVERY === 0 ? `${AGENCY} ${word()}` : statement()
    const id = newId()
    if (n % AGENCY_EVERY === 0) agency = id
    else if (n % (CLAIMS / ASKED) === 1) asked.push(id)
    const again = n % AGENCY_EVERY === 1 ? text.split(' ').reverse().join(' ') : statement()
    return {
      id,
      article: home?.article,
      revision: home?.revision,
      number: Math.floor(n / ARTICLES) + 1,
      text,
      again,
      keys: likenessKeys(text),
      others: likenessKeys(again),
    }
  })
  const json = JSON.stringify(rows)
  await client.query(
    `insert into claim (id, article_id, number, quote, keys, created_by_id)
     select id, article, number, text, keys, $2 from jsonb_to_recordset($1::jsonb)
       as r(id uuid, article uuid, number int, text text, keys int[])`,
    [json, person],
  )
  await client.query(
    `insert into sentence (id, article_id, revision_id, position, read_from, start, "end", text, keys, score)
     select gen_random_uuid(), article, revision, number, number, number * 10, number * 10 + 9, again, others, 0.5
     from jsonb_to_recordset($1::jsonb)
       as r(article uuid, revision uuid, number int, again text, others int[])`,
    [json],
  )
}
await client.query('vacuum analyze')
console.log(
  `${CLAIMS} claims and as many sentences in ${ARTICLES} articles, made in ${Math.round((Date.now() - begun) / 1000)} s`,
)

const actor = { id: person, name: 'Bench', role: 'editor' } as const
async function timed(id: string): Promise<{ ms: number; found: number }> {
  const start = performance.now()
  const found = await findSimilarPassages(actor, id)
  return { ms: performance.now() - start, found: found.items.length }
}

/** On a machine that does other work too, the best of some searches tells what the search itself takes. */
const AGAIN = 3

await timed(agency)
const times: number[] = []
const best: number[] = []
let found = 0
for (const id of asked) {
  const own: number[] = []
  for (let again = 0; again < AGAIN; again++) {
    const one = await timed(id)
    own.push(one.ms)
    found += again === 0 && one.found > 0 ? 1 : 0
  }
  times.push(...own)
  best.push(Math.min(...own))
}
function printTimes(name: string, all: number[]) {
  const sorted = all.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1)
  console.log(`${name}: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, longest ${at(0.999)} ms`)
}
printTimes(`${times.length} searches`, times)
printTimes(`the best of ${AGAIN} of each`, best)
console.log(`${found} of ${asked.length} found the statement said elsewhere`)
const line = await timed(agency)
console.log(`a line that stands in ${CLAIMS / AGENCY_EVERY} articles: ${line.ms.toFixed(1)} ms`)
await client.end()
await closeDatabase()
