import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { closeDatabase } from '@/prisma/client'
import { makeArticle, makeUser, unique } from '@/tests/factories'
import { databaseOf, onServer } from '@/tests/global-setup'
import { withOwnDatabase } from '@/tests/own-database'

withOwnDatabase()

type Ended = { code: number; out: string; err: string }

/** Runs the command as npm does. */
function audit(env: Record<string, string> = {}, given: string[] = []): Promise<Ended> {
  const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: { audit: string } }
  const [, ...args] = scripts.audit.split(' ')
  return new Promise((resolve) => {
    execFile(process.execPath, [...args, ...given], { env: { ...process.env, ...env } }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    )
  })
}

it('finds every history intact, and names the altered line on a changed copy of the database', async () => {
  const { actor } = await makeUser()
  const { id, title } = await makeArticle(actor)
  const whole = { code: 0, out: 'WHOLE: 2 lines in 2 histories.\n', err: '' }
  expect(await audit()).toEqual(whole)

  const [own, copy] = [process.env.DATABASE_URL ?? '', `factdesk_copy_${unique()}`]
  await closeDatabase()
  await onServer(own, `create database ${copy} template ${new URL(own).pathname.slice(1)}`)
  const restored = databaseOf(own, copy)
  try {
    expect(await audit({ DATABASE_URL: restored })).toEqual(whole)
    const client = new pg.Client({ connectionString: restored })
    await client.connect()
    await client.query('alter table event disable trigger user')
    await client.query(`update event set after = after || '{"title": "Forged"}' where article_id = $1`, [id])
    await client.end()
    const broken = await audit({ DATABASE_URL: restored })
    expect([broken.code, broken.err]).toEqual([1, ''])
    expect(broken.out).toContain(`BROKEN: line 1 of the history of the article ${id}, “${title}”`)
    expect(broken.out).toContain('not what was written')
    expect(await audit()).toEqual(whole)
  } finally {
    await onServer(own, `drop database if exists ${copy} with (force)`)
  }
})

it.each([
  ['words it knows nothing of', {}, ['claims']],
  ['a database that is not there', { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }, []],
  ['a folder without a desk', { DATABASE_URL: '', DATA_DIR: path.join(os.tmpdir(), 'factdesk-none') }, []],
])('says in one sentence what prevents the check: %s', async (_, env, given) => {
  const ended = await audit(env, given)
  expect([ended.code, ended.out, ended.err.trim().split('\n').length]).toEqual([2, '', 1])
})
