import { createHash, randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { findHome } from '@/services/postgres-home'
import { runningServer } from '@/services/postgres-process'
import { exactly, type Attack, type AttackedDesk, type Role } from './attack'

const BRIDGE = 'The bridge opened in 1998'
const CARS = 'It carries nine thousand cars a day'
const BICYCLES = 'Nobody counted the bicycles'

type Answer = { status: number; keys: string[]; body: Record<string, unknown> }
type Call = (method: string, path: string, body?: unknown) => Promise<Answer>
type Desk = { people: Record<'checker' | 'editor' | 'second', Call>; sql: pg.Client; articleId: string }

function connect(dataDir: string): pg.Client {
  const home = findHome(dataDir)
  const password = fs.readFileSync(path.join(home.dir, 'password'), 'utf8').trim()
  const port = runningServer(home.cluster)?.port ?? 0
  return new pg.Client({ host: '127.0.0.1', port, user: 'factdesk', password, database: 'factdesk' })
}

/** Calls the API as a person of the demo, whose token it writes to the database. */
async function caller({ url, accounts }: AttackedDesk, sql: pg.Client, role: Role): Promise<Call> {
  const token = randomBytes(24).toString('base64url')
  const hash = createHash('sha256').update(token).digest('hex')
  await sql.query(
    'insert into api_token (id, user_id, name, hash) select $1, id, $2, $3 from "user" where email = $4',
    [randomUUID(), 'attack', hash, accounts[role].email],
  )
  return async (method, address, body) => {
    const answer = await fetch(`${url}/api/v1${address}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const told = (await answer.json()) as Record<string, unknown>
    const keys = ((told.errors as { key: string }[] | undefined) ?? []).map((error) => error.key)
    return { status: answer.status, keys, body: told }
  }
}

const said = ({ status, keys }: Answer) => [status, ...keys].join(' ')
const versionOf = async (call: Call, address: string) => (await call('GET', address)).body.version

/** Changes a record in its current version. */
const change = async (call: Call, address: string, fields: object) =>
  call('PATCH', address, { version: await versionOf(call, address), ...fields })
const step = async (call: Call, address: string, verb: string, fields: object = {}) =>
  call('POST', `${address}/${verb}`, { version: await versionOf(call, address), ...fields })

async function claimAt({ sql, articleId }: Desk, quote: string): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(
    'select id from claim where article_id = $1 and quote = $2',
    [articleId, quote],
  )
  return `/claims/${rows[0]?.id}`
}

/** The editor rewrites the checker's finding or replaces the sources, then signs off. */
async function ownWork(desk: Desk) {
  const { checker, editor } = desk.people
  const sign = async (claim: string) => {
    const { version, digest } = (await editor('GET', claim)).body
    return editor('PUT', `${claim}/sign-off`, { version, digest })
  }
  const finding = await claimAt(desk, BRIDGE)
  await change(checker, finding, { status: 'disputed', finding: 'It was 1999.' })
  await change(editor, finding, { finding: 'It was 1899.' })
  const sources = await claimAt(desk, CARS)
  await checker('POST', `${sources}/sources`, { title: 'Toll counts', stance: 'refutes' })
  await change(checker, sources, { status: 'disputed', finding: 'It is eight thousand.' })
  await editor('POST', `${sources}/sources`, { title: 'A letter', stance: 'refutes' })
  return [
    exactly('a finding signed off by who rewrote it', said(await sign(finding)), '422 signOffOwnFinding'),
    exactly('sources signed off by who exchanged them', said(await sign(sources)), '422 signOffOwnSources'),
  ]
}

/** Someone rewrites a source between the reading of a claim and its sign-off. */
async function unseenEvidence(desk: Desk) {
  const { checker, second } = desk.people
  const claim = await claimAt(desk, CARS)
  const { version, digest, sources } = (await second('GET', claim)).body
  const [source] = sources as { id: string }[]
  await checker('PATCH', `/sources/${source?.id}`, { excerpt: 'Words that nobody read.' })
  const signed = await second('PUT', `${claim}/sign-off`, { version, digest })
  return [exactly('evidence signed off that was rewritten since it was read', said(signed), '409')]
}

/** The reviewer of an urgent claim lowers its urgency, so that nobody has to sign it off. */
async function loweredUrgency(desk: Desk) {
  const { checker, editor } = desk.people
  const claim = await claimAt(desk, BICYCLES)
  await change(editor, claim, { priority: 'urgent' })
  await change(checker, claim, { status: 'needs_source', finding: 'Nobody knows.' })
  const lowered = await change(checker, claim, { priority: 'low' })
  await change(checker, claim, { status: 'unreviewed' })
  await change(checker, claim, { priority: 'low' })
  await change(checker, claim, { status: 'needs_source' })
  const { signOffNeeded } = (await checker('GET', claim)).body
  return [
    exactly('an urgent claim lowered by its reviewer', said(lowered), '422 urgencyIsOwn'),
    exactly('a sign-off needed after it was opened, lowered and reviewed', String(signOffNeeded), 'true'),
  ]
}

async function publishedRetraction({ people, articleId }: Desk): Promise<string> {
  const { editor, second } = people
  const words = { wrong: 'All of it was made up.', note: 'This article of a bridge was retracted.' }
  const given = { articleId, kind: 'retraction', severity: 'serious', replacement: null, ...words }
  const made = await editor('POST', '/corrections', given)
  const correction = `/corrections/${String(made.body.id)}`
  await change(editor, correction, { state: 'acknowledged' })
  await change(editor, correction, { state: 'approved' })
  await step(second, correction, 'second')
  await step(editor, correction, 'publish')
  return correction
}

/** One person turns a retraction into an editor's note. */
async function milderRetraction(desk: Desk) {
  const { editor } = desk.people
  const correction = await publishedRetraction(desk)
  const amended = { kind: 'editors_note', note: 'All is well.', reason: 'r', substantive: true }
  await step(editor, correction, 'amend', amended)
  const approved = await step(editor, correction, 'amendment/approve')
  const { state, kind, note } = (await editor('GET', correction)).body
  return [
    exactly('an amendment approved by who proposed it', said(approved), '422 amendmentIsOwn'),
    exactly(
      'what readers are told by then',
      [state, kind, note].join(' · '),
      'published · retraction · This article of a bridge was retracted.',
    ),
  ]
}

/** Someone links a correction request to a correction of another article. */
async function strangeRequest({ people, sql, articleId }: Desk) {
  const [id, mark] = [randomUUID(), randomUUID()]
  await sql.query(
    `insert into correction_request (id, article_id, phrase, problem, language, status_hash, created_at)
     select $1, id, 'words', 'They are wrong.', 'en', $2, now() from article where id <> $3 limit 1`,
    [id, mark, articleId],
  )
  const given = { articleId, kind: 'editors_note', severity: 'minor', correctionRequestId: id }
  const answer = await people.editor('POST', '/corrections', given)
  return [exactly('a request tied to another article', said(answer), '422 correctionRequestOtherArticle')]
}

export default {
  about: 'One person does alone what two are needed for',
  run: async (attacked) => {
    const sql = connect(attacked.dataDir)
    await sql.connect()
    try {
      const checker = await caller(attacked, sql, 'checker')
      const editor = await caller(attacked, sql, 'editor')
      const second = await caller(attacked, sql, 'admin')
      const quotes = [BRIDGE, CARS, BICYCLES]
      const text = `${quotes.join('. ')}.`
      const claims = quotes.map((quote) => ({ quote }))
      const made = await editor('POST', '/articles', { title: 'Bridge', language: 'en', text, claims })
      const desk = { people: { checker, editor, second }, sql, articleId: String(made.body.id) }
      return [
        ...(await ownWork(desk)),
        ...(await unseenEvidence(desk)),
        ...(await loweredUrgency(desk)),
        ...(await milderRetraction(desk)),
        ...(await strangeRequest(desk)),
      ]
    } finally {
      await sql.end()
    }
  },
} satisfies Attack
