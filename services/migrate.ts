import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** A migration cannot be applied; `message` is one sentence that names it. */
export class MigrationError extends Error {}

const FOLDER = path.join('prisma', 'migrations')
const LOCK = 72_707_369
const OLDEST_SERVER = 140_000

// Matches the table of `prisma migrate`, so that both tools work on one database.
const TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

type Migration = { name: string; sql: string; checksum: string }

/** All migrations of a folder, ordered by name. */
export function readMigrations(folder = FOLDER): Migration[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

type Query = Pick<pg.Client, 'query'>

async function appliedMigrations(client: Query): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  return new Map(rows.map((row) => [row.migration_name, row.checksum]))
}

/** The names of the migrations that a database lacks; all of them when none was ever applied. */
export async function pendingMigrations(client: Query, folder = FOLDER): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as there`,
  )
  const applied = rows[0]?.there ? await appliedMigrations(client) : new Map<string, string>()
  return readMigrations(folder)
    .map((migration) => migration.name)
    .filter((name) => !applied.has(name))
}

/** Refuses when `prisma migrate` began a migration and did not finish it, because nobody knows how far it got. */
async function refuseHalfApplied(client: Query) {
  const { rows } = await client.query<{ migration_name: string }>(
    'select migration_name from _prisma_migrations where finished_at is null and rolled_back_at is null',
  )
  if (rows[0])
    throw new MigrationError(
      `The migration ${rows[0].migration_name} failed before it was finished: put the database right, then mark it by "prisma migrate resolve".`,
    )
}

async function apply(client: pg.Client, migration: Migration) {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new MigrationError(
      `The migration ${migration.name} could not be applied: ${(error as Error).message}`,
    )
  }
}

/**
 * Migrates a database to the newest version. Concurrent calls take turns; each migration is applied whole or not at
 * all.
 * @returns the names of the migrations applied now
 * @throws MigrationError also when the file of an applied migration has changed, or a migration is unfinished
 */
export async function migrate(url: string, folder = FOLDER): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(TABLE)
    await refuseHalfApplied(client)
    const applied = await appliedMigrations(client)
    const done: string[] = []
    for (const migration of readMigrations(folder)) {
      const checksum = applied.get(migration.name)
      if (checksum !== undefined && checksum !== migration.checksum)
        throw new MigrationError(`The migration ${migration.name} was changed after it had been applied.`)
      if (checksum !== undefined) continue
      await apply(client, migration)
      done.push(migration.name)
    }
    return done
  } finally {
    await client.end()
  }
}

export type DatabaseProblem = { code: 'version' | 'encoding' | 'arabic_search'; message: string }

/** Why a server cannot even be migrated; null when it can. */
export async function serverProblem(client: Query): Promise<DatabaseProblem | null> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
  )
  const [server] = rows
  if (!server || server.version < OLDEST_SERVER)
    return { code: 'version', message: 'The database server is too old: PostgreSQL 14 or newer is needed.' }
  if (server.encoding !== 'UTF8')
    return { code: 'encoding', message: `The database is encoded as ${server.encoding}: it must be UTF8.` }
  return null
}

/** Why the desk cannot work on a server that answers; null when it can. Needs pg_trgm to be installed. */
export async function databaseProblem(client: Query): Promise<DatabaseProblem | null> {
  const problem = await serverProblem(client)
  if (problem) return problem
  const seen = await client.query<{ sees: boolean }>(`select cardinality(show_trgm('كازاخستان')) > 0 as sees`)
  return seen.rows[0]?.sees
    ? null
    : {
        code: 'arabic_search',
        message:
          'This database cannot search Arabic, since its locale treats no Arabic letter as one: create it with LC_CTYPE C.UTF-8 or another UTF-8 locale.',
      }
}
