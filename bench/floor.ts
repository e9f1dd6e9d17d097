import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'

/**
 * The floor that the desk is measured against: `node:http` and `pg`, nothing else. It gives the same answers with the
 * shortest SQL that the tables allow, counts rows by reading them, asks nobody who they are, and checks no input. It
 * listens on the port that it prints.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 })

const ROW = `c.id, c.number, c.quote, c.status, c.anchor_state as "anchorState", c.priority, c.version,
  c.due_at as "dueAt", c.due, c.created_at as "createdAt", c.updated_at as "updatedAt",
  coalesce(c.status = 'unreviewed' and c.due < now(), false) as overdue,
  json_build_object('id', a.id, 'title', a.title, 'language', a.language) as article,
  json_build_object('id', d.id, 'name', d.name) as desk, json_build_object('id', u.id, 'name', u.name) as assignee`
const JOINS = `join article a on a.id = c.article_id left join desk d on d.id = a.desk_id
  left join "user" u on u.id = c.assignee_id`

/** A page of claims, and how many there are. */
async function page(where: string, value: string, total: string) {
  const [{ rows: items }, { rows }] = await Promise.all([
    pool.query(
      `select ${ROW} from claim c ${JOINS} where c.withdrawn_at is null and ${where}
       order by c.updated_at desc, c.id limit 50`,
      [value],
    ),
    pool.query<{ n: number }>(total, [value]),
  ])
  return { items, total: rows[0]?.n, next: null, previous: null }
}

const STATUS = 'c.status = $1::"ClaimStatus"'
const WORD = 'c.search like $1'
const counted = (where: string) =>
  `select count(*)::int as n from claim c where c.withdrawn_at is null and ${where}`

const list = (asked: URLSearchParams) => page(STATUS, asked.get('status') ?? '', counted(STATUS))
const search = (asked: URLSearchParams) => page(WORD, `%${asked.get('q')}%`, counted(WORD))

async function facets(asked: URLSearchParams) {
  const { rows } = await pool.query<{ status: string; assignee: string | null; anchor: string; n: number }>(
    `select status, assignee_id as assignee, anchor_state as anchor, count(*)::int as n from claim c
     where c.withdrawn_at is null and priority = $1::"Priority" group by 1, 2, 3`,
    [asked.get('priority')],
  )
  const sums: Record<'status' | 'assignee' | 'anchor', Record<string, number>> = {
    status: {},
    assignee: {},
    anchor: {},
  }
  for (const { n, ...cell } of rows)
    for (const name of ['status', 'assignee', 'anchor'] as const) {
      const value = cell[name] ?? 'none'
      sums[name][value] = (sums[name][value] ?? 0) + n
    }
  return sums
}

type Change = { version: number; status: string; finding: string }

/** A review with its line of history, hashed after the line before it. */
async function review(id: string, { version, status, finding }: Change) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ id: string; count: number; hash: string; person: string }>(
      `select a.id, event_count + 1 as count, event_hash as hash, a.created_by_id as person from article a
       where id = (select article_id from claim where id = $1) for update`,
      [id],
    )
    const article = rows[0]
    if (!article) throw new Error('No such claim')
    const after = { status, finding }
    const hash = createHash('sha256')
      .update(article.hash)
      .update(JSON.stringify({ id, ...after }))
      .digest('hex')
    const { rows: changed } = await client.query(
      `update claim set status = $3, finding = $4, version = version + 1, updated_at = now(), reviewed_at = now()
       where id = $1 and version = $2 returning id, number, quote, status, finding, version`,
      [id, version, status, finding],
    )
    await client.query(
      `with moved as (update article set event_count = $2, event_hash = $3, updated_at = now() where id = $1)
       insert into event (id, article_id, position, claim_id, verb, subject_id, actor_id, at, after, hash)
       values ($4, $1, $2, $5, 'claim.reviewed', $5, $6, now(), $7, $3)`,
      [article.id, article.count, hash, randomUUID(), id, article.person, after],
    )
    await client.query('commit')
    return changed[0] as object
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function bodyOf(request: IncomingMessage): Promise<Change> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString()) as Change
}

async function answer(request: IncomingMessage): Promise<unknown> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://floor.example')
  if (request.method === 'PATCH') return review(pathname.split('/').at(-1) ?? '', await bodyOf(request))
  if (pathname.endsWith('/facets')) return facets(searchParams)
  return searchParams.has('q') ? search(searchParams) : list(searchParams)
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})
