#!/usr/bin/env node
// Speaks the protocol of the schema-engine binary (JSON-RPC lines on stdio, and `cli
// can-connect-to-database|create-database|drop-database`) on top of @prisma/schema-engine-wasm and
// @prisma/adapter-pg. The stock prisma CLI then works where binaries.prisma.sh is not reachable.
import fs from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { parse } from 'pg-connection-string'
const require = createRequire(import.meta.url)
const argv = process.argv.slice(2)
if (argv[0] === '--version') {
  console.log(
    'schema-engine-wasm ' +
      JSON.parse(
        fs.readFileSync(
          path.join(path.dirname(require.resolve('@prisma/schema-engine-wasm')), 'package.json'),
          'utf8',
        ),
      ).version,
  )
  process.exit(0)
}
const datamodels = []
let datasource = {}
let cli
for (let i = 0; i < argv.length; i++) {
  if (argv[i] === '--datamodels') datamodels.push(argv[++i])
  else if (argv[i] === '--datasource') datasource = JSON.parse(argv[++i])
  else if (argv[i] === '--enabled-preview-features' || argv[i] === '--extension-types') i++
  else if (argv[i] === 'cli') cli = argv[++i]
}
const log = (level, message, extra = {}) =>
  process.stderr.write(
    JSON.stringify({
      timestamp: new Date().toISOString(),
      level,
      fields: { message, ...extra },
      target: 'schema_engine::logger',
    }) + '\n',
  )
if (cli) {
  log('INFO', 'Starting schema engine CLI', { git_hash: 'wasm' }) // The prisma CLI drops the first line.
  const u = new URL(datasource.url)
  const name = decodeURIComponent(u.pathname.slice(1)) || 'postgres'
  const conn = async (db) => {
    const v = new URL(u)
    if (db) v.pathname = '/' + db
    v.searchParams.delete('schema')
    const c = new pg.Client({ connectionString: v.href })
    await c.connect()
    return c
  }
  try {
    if (cli === 'can-connect-to-database') await (await conn()).end()
    else {
      const c = await conn('postgres')
      const id = c.escapeIdentifier(name)
      await c.query(
        cli === 'create-database' ? `CREATE DATABASE ${id}` : `DROP DATABASE IF EXISTS ${id} WITH (FORCE)`,
      )
      await c.end()
    }
    process.exit(0)
  } catch (e) {
    const code =
      e.code === '3D000' ? 'P1003' : e.code === '28P01' ? 'P1000' : e.code === '42P04' ? 'P1009' : 'P1001'
    log('ERROR', code === 'P1003' ? `Database \`${name}\` does not exist` : String(e.message || e.code), {
      error_code: code,
      is_panic: false,
      meta: null,
    })
    process.exit(1)
  }
}
globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
  message: '',
  set_message(m) {
    this.message = m
  },
}
const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
const wasmPath = path.join(
  path.dirname(require.resolve('@prisma/schema-engine-wasm')),
  'schema_engine_bg.wasm',
)
const { instance } = await WebAssembly.instantiate(fs.readFileSync(wasmPath), {
  './schema_engine_bg.js': glue,
})
glue.__wbg_set_wasm(instance.exports)
instance.exports.__wbindgen_start()
// Separate fields, not connectionString: connectToShadowDb of adapter-pg does {...config, database}, and in pg a
// connectionString wins over `database`. With a connectionString, the shadow run would replay every migration in the
// main database.
const toConfig = (url) => {
  const { schema, ...c } = parse(url)
  return c
}
const pgFactory = new PrismaPg(toConfig(datasource.url), {
  schema: new URL(datasource.url).searchParams.get('schema') ?? undefined,
})
// Uses its own shadow database: adapter-pg drops its own before it closes its connections ("is being accessed by
// other users").
pgFactory.connectToShadowDb = async () => {
  if (datasource.shadowDatabaseUrl) return new PrismaPg(toConfig(datasource.shadowDatabaseUrl)).connect()
  const cfg = toConfig(datasource.url),
    database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
  const admin = async (sql) => {
    const c = new pg.Client(cfg)
    await c.connect()
    try {
      await c.query(sql)
    } finally {
      await c.end()
    }
  }
  await admin(`CREATE DATABASE "${database}"`)
  const a = await new PrismaPg({ ...cfg, database }).connect(),
    end = a.dispose.bind(a)
  a.dispose = async () => {
    await end()
    await admin(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`)
  }
  return a
}
// adapter-pg does not know the Postgres type "char" (oid 18), which the describer reads from pg_catalog.
const withChar = (a) => {
  let chars = []
  const io = a.performIO.bind(a),
    raw = a.queryRaw.bind(a)
  a.performIO = async (q) => {
    const r = await io(q)
    chars = (r.fields ?? []).flatMap((f, i) => (f.dataTypeID === 18 ? ((f.dataTypeID = 25), [i]) : []))
    return r
  }
  a.queryRaw = async (q) => {
    const r = await raw(q)
    for (const i of chars) r.columnTypes[i] = ColumnTypeEnum.Character
    return r
  }
  return a
}
for (const m of ['connect', 'connectToShadowDb']) {
  const f = pgFactory[m].bind(pgFactory)
  pgFactory[m] = async () => withChar(await f())
}
const factory = bindMigrationAwareSqlAdapterFactory(pgFactory)
process.on('uncaughtException', (e) => {
  log('ERROR', globalThis.PRISMA_WASM_PANIC_REGISTRY.message || String(e))
  process.exit(101)
})
let engine
const get = async () =>
  (engine ??= await glue.SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels.map((f) => [f, fs.readFileSync(f, 'utf8')]) : undefined },
    (l) => {
      if (process.env.DEBUG) process.stderr.write(l + '\n')
    },
    factory,
  ))
const alias = { getDatabaseVersion: 'version' }
let queue = Promise.resolve()
readline
  .createInterface({ input: process.stdin, crlfDelay: Infinity })
  .on('line', (line) => {
    if (line.trim()) queue = queue.then(() => handle(JSON.parse(line)))
  })
  .on('close', () => {
    queue.then(() => process.exit(0))
  })
async function handle({ id, method, params }) {
  try {
    let result
    if (method === 'createDatabase') {
      const u = new URL(datasource.url)
      result = { databaseName: u.pathname.slice(1) }
    } else {
      const e = await get()
      const m = alias[method] ?? method
      if (method === 'diff' && params.to) {
        /* stdout is returned as a result and also expected as a print notification. */
      }
      result = await e[m](params)
      if (method === 'diff' && result.stdout != null) {
        process.stdout.write(
          JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'print', params: { content: result.stdout } }) +
            '\n',
        )
        result = { ...result, stdout: null }
      }
    }
    process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id, result: result ?? null }) + '\n')
  } catch (err) {
    const reg = factory.errorRegistry
    process.stdout.write(
      JSON.stringify({
        jsonrpc: '2.0',
        id,
        error: {
          code: 4466,
          message: 'An error happened. Check the data field for details.',
          data: {
            is_panic: false,
            message: err?.message ?? String(err),
            error_code: err?.code ?? err?.error_code ?? null,
            meta: null,
          },
        },
      }) + '\n',
    )
    if (process.env.DEBUG) console.error(err, reg)
  }
}
