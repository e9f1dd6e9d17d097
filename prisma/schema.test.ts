import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * Compares the result of the migrations with schema.prisma, using Prisma's own engine: tables, columns, enums, keys and
 * indexes. The schema cannot express indexes on expressions, triggers, functions, check constraints and the expressions
 * of generated columns, so these are not compared.
 */
function difference() {
  const made = spawnSync(
    process.execPath,
    [
      'node_modules/prisma/build/index.js',
      'migrate',
      'diff',
      '--from-config-datasource',
      '--to-schema',
      'prisma/schema.prisma',
      '--script',
      '--exit-code',
    ],
    {
      encoding: 'utf8',
      timeout: 170_000,
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: path.resolve('scripts/schema-engine.mjs') },
    },
  )
  return { status: made.status, sql: made.stdout.replace(/^Loaded .*$/m, '').trim() }
}

describe('the migrations', () => {
  it('produce the tables that the schema describes', () => {
    expect(difference()).toEqual({ status: 0, sql: '-- This is an empty migration.' })
  })
})
