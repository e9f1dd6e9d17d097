import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unique } from '@/tests/factories'
import { databaseOf, onServer } from '@/tests/global-setup'
import { databaseProblem, migrate, MigrationError, pendingMigrations, readMigrations } from './migrate'

const server = process.env.TEST_DATABASE_URL ?? ''
let name: string
let url: string
let folder: string
let client: pg.Client

beforeEach(async () => {
  name = `factdesk_migrate_${unique()}`
  url = databaseOf(server, name)
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-migrations-'))
  await onServer(server, `create database ${name}`)
  client = new pg.Client({ connectionString: url })
  await client.connect()
})

afterEach(async () => {
  await client.end()
  await onServer(server, `drop database if exists ${name} with (force)`)
  fs.rmSync(folder, { recursive: true, force: true })
})

function write(migration: string, sql: string) {
  fs.mkdirSync(path.join(folder, migration), { recursive: true })
  fs.writeFileSync(path.join(folder, migration, 'migration.sql'), sql)
}

const there = async (table: string) =>
  (await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table])).rows[0]
    ?.there
const kept = async () =>
  (
    await client.query<{ migration_name: string; checksum: string; applied_steps_count: number }>(
      'select migration_name, checksum, applied_steps_count from _prisma_migrations order by started_at, migration_name',
    )
  ).rows

describe('migrating', () => {
  it('applies each migration once, in the order of their names', async () => {
    write('2_second', 'alter table one add column b int')
    write('1_first', 'create table one (a int)')
    expect(await pendingMigrations(client, folder)).toEqual(['1_first', '2_second'])
    expect(await migrate(url, folder)).toEqual(['1_first', '2_second'])
    expect(await migrate(url, folder)).toEqual([])
    expect(await pendingMigrations(client, folder)).toEqual([])
    write('3_third', 'create table three (a int)')
    expect(await pendingMigrations(client, folder)).toEqual(['3_third'])
    expect(await migrate(url, folder)).toEqual(['3_third'])
    const checksums = readMigrations(folder).map((migration) => migration.checksum)
    expect((await kept()).map((row) => [row.migration_name, row.checksum, row.applied_steps_count])).toEqual([
      ['1_first', checksums[0], 1],
      ['2_second', checksums[1], 1],
      ['3_third', checksums[2], 1],
    ])
  })

  it('by three at once on a fresh database applies each of the desk’s own once', async () => {
    const all = readMigrations().map((migration) => migration.name)
    const done = await Promise.all([migrate(url), migrate(url), migrate(url)])
    expect(done.flat().sort()).toEqual(all)
    expect((await kept()).map((row) => row.migration_name).sort()).toEqual(all)
    expect(await databaseProblem(client)).toBeNull()
  })

  it('refuses a migration that changed after it was applied', async () => {
    write('1_first', 'create table one (a int)')
    await migrate(url, folder)
    write('1_first', 'create table one (a bigint)')
    write('2_second', 'create table two (a int)')
    await expect(migrate(url, folder)).rejects.toThrow(MigrationError)
    await expect(migrate(url, folder)).rejects.toThrow('1_first was changed after')
    expect(await there('two')).toBe(false)
  })

  it('refuses to go on after a migration that was begun elsewhere and not finished', async () => {
    write('1_first', 'create table one (a int)')
    await migrate(url, folder)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name) values ('x', 'y', '2_second')`,
    )
    write('2_second', 'create table two (a int)')
    await expect(migrate(url, folder)).rejects.toThrow('The migration 2_second failed before it was finished')
    expect(await there('two')).toBe(false)
    await client.query(`update _prisma_migrations set rolled_back_at = now() where id = 'x'`)
    expect(await migrate(url, folder)).toEqual(['2_second'])
  })

  it('names the migration that fails, leaves nothing of it, and goes on after a fix', async () => {
    write('1_first', 'create table one (a int)')
    write('2_second', 'create table two (a int); create table two (a int)')
    write('3_third', 'create table three (a int)')
    await expect(migrate(url, folder)).rejects.toThrow(
      /^The migration 2_second could not be applied: .*"two" already exists/,
    )
    expect([await there('one'), await there('two'), await there('three')]).toEqual([true, false, false])
    expect(await pendingMigrations(client, folder)).toEqual(['2_second', '3_third'])
    write('2_second', 'create table two (a int)')
    expect(await migrate(url, folder)).toEqual(['2_second', '3_third'])
  })
})
