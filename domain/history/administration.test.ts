import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { changePassword } from '@/domain/password/commands'
import { changeUser, makeToken, revokeToken } from '@/domain/user/commands'
import { addWebhook, changeWebhook } from '@/domain/webhook/commands'
import { changeWording } from '@/domain/wording/commands'
import { db } from '@/prisma/client'
import { newId } from '@/services/ids'
import { migrate } from '@/services/migrate'
import { makeUser, unique } from '@/tests/factories'
import { databaseOf, onServer } from '@/tests/global-setup'
import { withOwnDatabase } from '@/tests/own-database'
import { refusal } from '@/tests/refusal'
import { verifyChain, type ChainLine } from './chain'
import { administrationHistory } from './queries'

withOwnDatabase()

async function expectWholeChain() {
  const { eventCount, eventHash } = await db().administrationChain.findUniqueOrThrow({ where: { id: 1 } })
  const lines = await db().event.findMany({ where: { articleId: null }, orderBy: { position: 'asc' } })
  expect(verifyChain(lines, { count: eventCount, hash: eventHash })).toBeNull()
  return lines
}

describe('lines that belong to no article', () => {
  it('form one chain, whatever their subject', async () => {
    const { actor: admin } = await makeUser({ role: 'admin' })
    const person = await makeUser({ role: 'checker' })
    await changeUser(admin, { id: person.actor.id, role: 'editor' })
    const { id } = await makeToken(person.actor, { name: 'laptop' })
    await revokeToken(admin, { id })
    await changeWording(admin, { kind: 'correction', language: 'ar', version: 0, text: 'تصويب: «{right}»' })
    const hook = await addWebhook(admin, { url: 'https://hooks.invalid/a', events: ['claim.made'] })
    await changeWebhook(admin, { id: hook.id, disabled: true })
    await changePassword(person.actor, { current: person.password, password: 'harbour violin eleven moss' })
    const lines = await expectWholeChain()
    expect(lines.map(({ verb }) => verb)).toEqual([
      'token.made',
      'token.made',
      'user.changed',
      'token.made',
      'token.revoked',
      'wording.changed',
      'webhook.added',
      'webhook.disabled',
      'user.password_changed',
    ])
    const page = await administrationHistory(admin, { limit: 4 })
    expect(page.items.map(({ verb, about }) => [verb, about])).toEqual([
      ['user.password_changed', person.actor.name],
      ['webhook.disabled', 'https://hooks.invalid/a'],
      ['webhook.added', 'https://hooks.invalid/a'],
      ['wording.changed', admin.name],
    ])
    const rest = await administrationHistory(admin, { after: [page.next] })
    expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual(lines.map((line) => line.id).reverse())
    expect(rest.items[0]).toMatchObject({ verb: 'token.revoked', about: `laptop · ${person.actor.name}` })
    expect(rest.next).toBeNull()
  })

  it('are shown only to admins', async () => {
    for (const role of ['viewer', 'checker', 'editor'] as const) {
      const { actor } = await makeUser({ role })
      expect((await refusal(administrationHistory(actor))).code).toBe('forbidden')
    }
  })

  it('that are written at the same time still form one chain', async () => {
    const { actor } = await makeUser()
    const before = await expectWholeChain()
    await Promise.all(Array.from({ length: 8 }, (_, n) => makeToken(actor, { name: `token ${n}` })))
    expect(await expectWholeChain()).toHaveLength(before.length + 8)
  })
})

describe('lines from before the chain', () => {
  const MIGRATIONS = 'prisma/migrations'
  const CHAINED = '20261129141000_administration_chain'

  /** A database from before lines without an article were chained. */
  async function withOldDatabase(work: (client: pg.Client, url: string) => Promise<void>) {
    const server = process.env.DATABASE_URL ?? ''
    const name = `factdesk_old_${unique()}`
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-migrations-'))
    for (const one of fs.readdirSync(MIGRATIONS))
      if (one < CHAINED) fs.cpSync(path.join(MIGRATIONS, one), path.join(folder, one), { recursive: true })
    await onServer(server, `create database ${name}`)
    const url = databaseOf(server, name)
    await migrate(url, folder)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      await work(client, url)
    } finally {
      await client.end()
      await onServer(server, `drop database if exists ${name} with (force)`)
      fs.rmSync(folder, { recursive: true })
    }
  }

  const SAID: [before: object | null, after: object | null][] = [
    [null, null],
    [null, { name: 'رمز 😀 "quoted" \\ back / slash', role: 'admin', z: null, A: true, a: false }],
    [{ text: 'a\u0001\b\f\n\r\t\u001f\u007f\u2028' }, { events: ['claim.made', 'ü'], empty: {}, none: [] }],
    [
      { attempts: 7, answer: 410, nested: { b: [1, [2, { c: 'é' }]], aa: -3, a: 0 } },
      { expiresAt: '2026-11-29T00:00:00.000Z' },
    ],
  ]

  it('are chained unchanged by the migration, exactly as the recorder would chain them', () =>
    withOldDatabase(async (client, url) => {
      const [person, token] = [newId(), newId()]
      await client.query(
        `insert into "user" (id, email, name, role, password_hash) values ($1, 'a@b.test', 'A', 'admin', '')`,
        [person],
      )
      for (const [index, [before, after]] of SAID.entries())
        await client.query(
          `insert into event (id, verb, subject_id, actor_id, at, before, after, claim_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [
            newId(),
            'token.made',
            token,
            person,
            new Date(1_764_000_000_000 + index),
            before,
            after,
            index === 2 ? token : null,
          ],
        )
      await client.query(
        `insert into event (id, verb, subject_id, actor_id, at, before) values ($1, 'token.revoked', $2, $3, now(), 'null')`,
        [newId(), token, person],
      )
      await migrate(url)
      const { rows } = await client.query<ChainLine>(
        `select article_id as "articleId", position, claim_id as "claimId", verb, subject_id as "subjectId",
           actor_id as "actorId", at, before, after, hash from event order by position`,
      )
      const { rows: ends } = await client.query<{ count: number; hash: string }>(
        'select event_count as count, event_hash as hash from administration_chain',
      )
      expect(rows).toHaveLength(SAID.length + 1)
      expect(verifyChain(rows, ends[0])).toBeNull()
      await expect(client.query('delete from event')).rejects.toMatchObject({ code: '23001' })
    }))
})
