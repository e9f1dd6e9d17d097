import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { addSource } from '@/domain/source/commands'
import { addSourceSchema } from '@/domain/source/schema'
import { changeClaim } from '@/domain/review/commands'
import { recordEvents } from '@/domain/history/record'
import { makeToken } from '@/domain/user/commands'
import type { Actor } from '@/domain/user/policy'
import { inTransaction } from '@/services/transaction'
import { makeArticle, makeUser } from '@/tests/factories'
import { withOwnDatabase } from '@/tests/own-database'
import { refusal } from '@/tests/refusal'
import { proveHistory, proveOnServer } from './queries'
import type { AuditStep } from './shape'
import { AUDIT_START, type Checkpoint } from './rules'

withOwnDatabase()

type Proof = Pick<AuditStep, 'lines' | 'chains' | 'fault'> & { steps: number }

/** Verifies all chains of the database. */
async function prove(): Promise<Proof> {
  const proof: Proof = { lines: 0, chains: 0, fault: null, steps: 0 }
  for (let checkpoint: Checkpoint | null = AUDIT_START; checkpoint;) {
    const step: AuditStep = await proveOnServer(checkpoint)
    proof.lines += step.lines
    proof.chains += step.chains
    proof.fault = step.fault
    proof.steps += 1
    checkpoint = step.next
  }
  return proof
}

/** Tampers with history as only the owner of the database can, and restores it afterwards. */
async function tampered(sql: string, look: () => Promise<void>) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    await client.query('create table kept as select * from event')
    await client.query('create table kept_end as select * from administration_chain')
    await client.query('alter table event disable trigger user')
    await client.query(sql)
    await look()
    await client.query('delete from event')
    await client.query('insert into event select * from kept')
    await client.query(
      'update administration_chain c set event_count = k.event_count, event_hash = k.event_hash from kept_end k',
    )
  } finally {
    await client.query('alter table event enable trigger user')
    await client.query('drop table if exists kept, kept_end')
    await client.end()
  }
}

let admin: Actor
let article: { id: string; title: string }
let other: { id: string; title: string }

beforeAll(async () => {
  admin = (await makeUser({ role: 'admin' })).actor
  const articles = []
  for (let n = 0; n < 2; n += 1) {
    const made = await makeArticle(admin)
    for (let version = 1; version <= 3; version += 1)
      await changeClaim(admin, { id: made.claims[0]?.id ?? '', version, finding: `Finding ${version}.` })
    articles.push({ id: made.id, title: made.title })
  }
  const [one, two] = articles
  if (!one || !two) throw new Error('no articles')
  ;[article, other] = [one, two]
  for (const name of ['laptop', 'desk', 'phone', 'script']) await makeToken(admin, { name })
})

const ADMINISTRATION = 5
const LINES = 4

describe('the check of all histories', () => {
  it('finds untouched lines and chains whole', async () => {
    expect(await prove()).toEqual({ lines: ADMINISTRATION + 2 * LINES, chains: 3, fault: null, steps: 1 })
  })

  const CHAINS = [
    ['an article', () => `article_id = '${article.id}'`, () => article],
    ['no article', () => 'article_id is null', () => null],
  ] as const

  describe.each(CHAINS)('of %s finds', (_, own, of) => {
    const found = (sql: string, fault: object) =>
      tampered(sql, async () => {
        expect((await prove()).fault).toEqual({ article: of(), ...fault })
      })

    it.each([
      [`after = '{"name": "forged"}'`],
      [`verb = 'claim.withdrawn'`],
      [`at = at + interval '1 second'`],
      [`subject_id = gen_random_uuid()`],
      [`hash = null`],
    ])('a changed line: %s', (change) =>
      found(`update event set ${change} where ${own()} and position = 2`, { position: 2, fault: 'hash' }),
    )

    it('a line deleted in the middle', () =>
      found(`delete from event where ${own()} and position = 3`, { position: 3, fault: 'position' }))

    it('a deleted line whose successors moved up', () =>
      found(
        `with gone as (delete from event where ${own()} and position = 2)
         update event set position = -position where ${own()} and position > 2;
         update event set position = -position - 1 where ${own()} and position < 0`,
        { position: 2, fault: 'hash' },
      ))

    it('two lines that swapped places', () =>
      found(
        `update event set position = -position where ${own()} and position in (2, 3);
         update event set position = 5 + position where ${own()} and position < 0`,
        { position: 2, fault: 'hash' },
      ))

    it('the last line deleted', () =>
      found(
        `delete from event e where ${own()} and position = (select max(position) from event where ${own()})`,
        { position: of() ? LINES : ADMINISTRATION, fault: 'end' },
      ))

    it('all lines deleted', () => found(`delete from event where ${own()}`, { position: 1, fault: 'end' }))

    it('a line replaced by one of another chain', () =>
      found(
        `delete from event where ${own()} and position = 2;
         insert into event (id, article_id, position, verb, subject_id, actor_id, at, after, hash)
         select gen_random_uuid(), ${of() ? `'${article.id}'` : 'null'}, 2, verb, subject_id, actor_id, at, after, hash
         from event where article_id = '${other.id}' and position = 2`,
        { position: 2, fault: 'hash' },
      ))

    it('a line that continues no chain', () =>
      found(
        `insert into event (id, article_id, verb, subject_id, actor_id, at)
         select gen_random_uuid(), article_id, verb, subject_id, actor_id, at from event where ${own()} limit 1`,
        { position: (of() ? LINES : ADMINISTRATION) + 1, fault: 'stray' },
      ))
  })

  it('misses lines deleted from the end together with the stored end of the chain', async () => {
    await tampered(
      `delete from event where article_id is null and position = ${ADMINISTRATION};
       update administration_chain set event_count = event_count - 1,
         event_hash = (select hash from event where article_id is null and position = ${ADMINISTRATION - 1})`,
      async () => {
        expect((await prove()).fault).toBeNull()
      },
    )
  })
})

describe('one step of the check', () => {
  it('is for admins alone', async () => {
    for (const role of ['viewer', 'checker', 'editor'] as const) {
      const { actor } = await makeUser({ role })
      expect(await refusal(proveHistory(actor, AUDIT_START))).toMatchObject({
        code: 'forbidden',
      })
    }
    expect(await proveHistory(admin, AUDIT_START)).toMatchObject({ fault: null, next: null })
  })

  it('stops after a fixed number of lines, even within a chain, and resumes there', async () => {
    const long = await makeArticle(admin)
    const line = { actor: admin, verb: 'claim.sign_off_voided', subjectId: long.id } as const
    await inTransaction((tx) =>
      recordEvents(
        tx,
        long.id,
        Array.from({ length: 2_300 }, () => line),
      ),
    )
    const before = await proveOnServer(AUDIT_START)
    expect(before.lines).toBeLessThanOrEqual(1_250)
    expect(before.next).toMatchObject({ articleId: long.id })
    const proof = await prove()
    expect(proof).toMatchObject({ chains: 4, fault: null })
    expect(proof.lines).toBeGreaterThan(2_300)
    await tampered(
      `update event set at = at + interval '1 second' where article_id = '${long.id}' and position = 2200`,
      async () => {
        expect((await prove()).fault).toMatchObject({
          article: { id: long.id },
          position: 2_200,
          fault: 'hash',
        })
      },
    )
  })

  it('does not mistake lines written meanwhile for a fault', async () => {
    const busy = await makeArticle(admin)
    const claimId = busy.claims[0]?.id
    let writing = true
    const write = async () => {
      for (let n = 0; n < 20; n += 1)
        await addSource(admin, addSourceSchema.parse({ claimId, title: `Source ${n}`, stance: 'context' }))
      writing = false
    }
    const look = async () => {
      while (writing) expect((await prove()).fault).toBeNull()
    }
    await Promise.all([write(), look()])
  })

  it('refuses an article that does not exist', async () => {
    const checkpoint = { articleId: '01a20000-0000-7000-8000-000000000000', position: 1 }
    expect(await refusal(proveOnServer(checkpoint))).toMatchObject({ code: 'not_found' })
  })
})
