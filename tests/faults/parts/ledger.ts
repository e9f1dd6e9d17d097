import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { atMost, exactly, nextSender, type AttackedDesk, type Figure } from '../../attacks/attack'

/** No answer may take longer, whatever happens to the desk. */
const LONGEST_MS = 30_000
/** An answer after this time counts as none, and as hung. */
const PATIENCE_MS = 60_000

type Claim = { id: string; version: number }
export type Review = { mark: string; status: number; tookMs: number; retryAfter: string | null }
type Desk = Pick<AttackedDesk, 'url' | 'token'>

/** What was asked of a desk in a fault, to be compared with what it has kept. */
export class Ledger {
  readonly claims: Claim[] = []
  readonly reviews: Review[] = []
  readonly articleIds: string[] = []

  constructor(private readonly desk: Desk) {}

  private async send(
    method: string,
    path: string,
    body: unknown,
  ): Promise<{ status: number; retryAfter: string | null; body: unknown }> {
    const answer = await fetch(`${this.desk.url}/api/v1${path}`, {
      method,
      headers: {
        ...nextSender(),
        authorization: `Bearer ${this.desk.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const text = await answer.text()
    const isJson = (answer.headers.get('content-type') ?? '').includes('json')
    return {
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      body: isJson ? JSON.parse(text) : null,
    }
  }

  /** Adds articles with their claims. */
  async open(articles: number, each: number): Promise<void> {
    for (let article = 0; article < articles; article += 1) {
      const quotes = Array.from(
        { length: each },
        (_, n) => `Bridge ${article}-${n} opened in ${1900 + (n % 100)}`,
      )
      const { status, body } = await this.send('POST', '/articles', {
        title: `Bridges ${article}`,
        language: 'en',
        text: `${quotes.join('. ')}.`,
        claims: quotes.map((quote) => ({ quote })),
      })
      if (status !== 201) throw new Error(`No article: ${status}`)
      const made = body as { id: string; claims: { id: string }[] }
      this.articleIds.push(made.id)
      this.claims.push(...made.claims.map(({ id }) => ({ id, version: 1 })))
    }
  }

  /** One review of a claim, whose finding has a mark of its own. `also`: other fields of the claim. */
  async review(claim: Claim, also: object = {}): Promise<Review> {
    const mark = randomUUID()
    const from = performance.now()
    const done = (status: number, retryAfter: string | null) => {
      const review = { mark, status, retryAfter, tookMs: Math.round(performance.now() - from) }
      this.reviews.push(review)
      return review
    }
    try {
      const { status, retryAfter, body } = await this.send('PATCH', `/claims/${claim.id}`, {
        version: claim.version,
        finding: `As of today, ${mark}.`,
        ...also,
      })
      if (status === 200) claim.version = (body as Claim).version
      return done(status, retryAfter)
    } catch {
      return done(0, null)
    }
  }

  /** Reviews all claims at the same time. */
  wave = (claims: readonly Claim[] = this.claims, also: object = {}): Promise<Review[]> =>
    Promise.all(claims.map((claim) => this.review(claim, also)))

  /** Reviews as some people do, one after another each, while `work` goes on. */
  async during(people: number, work: () => Promise<unknown>, restMs = 0): Promise<void> {
    let going = true
    const person = async (n: number) => {
      for (let turn = n; going; turn += people) {
        const claim = this.claims[turn % this.claims.length]
        if (claim) await this.review(claim)
        await pause(restMs)
      }
    }
    const all = Array.from({ length: people }, (_, n) => person(n))
    try {
      await work()
    } finally {
      going = false
      await Promise.all(all)
    }
  }

  /** Reads the versions that the desk has, as people do who were told nothing. */
  async look(sql: pg.Client): Promise<void> {
    const { rows } = await sql.query<Claim>('select id, version from claim where article_id = any($1)', [
      this.articleIds,
    ])
    const versions = new Map(rows.map(({ id, version }) => [id, version]))
    for (const claim of this.claims) claim.version = versions.get(claim.id) ?? claim.version
  }

  get acknowledged(): Review[] {
    return this.reviews.filter(({ status }) => status === 200)
  }

  /** The number of answers with each status, as `200: 31, 503: 4`. */
  tally(reviews: readonly Review[] = this.reviews): string {
    const counts = new Map<number, number>()
    for (const { status } of reviews) counts.set(status, (counts.get(status) ?? 0) + 1)
    return [...counts]
      .sort(([one], [other]) => one - other)
      .map(([status, count]) => `${status || 'none'}: ${count}`)
      .join(', ')
  }

  /** Compares the answers with what is in the database: each acknowledged review once, with its event. */
  async figures(what: string, sql: pg.Client, audit: () => string): Promise<Figure[]> {
    const { rows } = await sql.query<{ mark: string; events: number }>(
      `select substring(after->>'finding' from 'today, (.*)[.]$') as mark, count(*)::int as events
       from event where article_id = any($1) and after ? 'finding' group by 1`,
      [this.articleIds],
    )
    const events = new Map(rows.map(({ mark, events: count }) => [mark, count]))
    const { rows: claims } = await sql.query<{ mark: string }>(
      `select substring(finding from 'today, (.*)[.]$') as mark from claim
       where article_id = any($1) and finding <> ''`,
      [this.articleIds],
    )
    const lost = this.acknowledged.filter(({ mark }) => !events.has(mark))
    const doubled = [...events.values()].filter((count) => count > 1)
    const faults = this.reviews.filter(({ status }) => status >= 500 && status !== 503)
    const mute = this.reviews.filter(({ status, retryAfter }) => status === 503 && !retryAfter)
    return [
      exactly(`${what}: acknowledged reviews that are lost, among ${this.tally()}`, lost.length, 0),
      exactly(`${what}: reviews written twice`, doubled.length, 0),
      exactly(`${what}: findings without an event`, claims.filter(({ mark }) => !events.has(mark)).length, 0),
      exactly(`${what}: faults`, faults.length, 0),
      exactly(`${what}: told to come back without when`, mute.length, 0),
      atMost(
        `${what}: the longest answer`,
        Math.max(0, ...this.reviews.map(({ tookMs }) => tookMs)),
        LONGEST_MS,
        'ms',
      ),
      exactly(`${what}: all history`, audit(), 'whole'),
    ]
  }
}

/** Follows all chains of history, as operators do. */
export function audit(env: Record<string, string>): string {
  const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: { audit: string } }
  const [, ...args] = scripts.audit.split(' ')
  const ended = spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, ...env } })
  return ended.status === 0 ? 'whole' : `${ended.stdout}${ended.stderr}`.trim()
}
