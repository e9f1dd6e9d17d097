import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseOf, onServer } from '../global-setup'
import { RECIPES, type Edit } from './recipes'

/** In milliseconds: compiling the whole tree without an earlier run's cache. */
const COMPILING = 900_000

const LEFT_OUT = /^(node_modules|\.git|\.data|\.next|dist|test-results|playwright-report)$/

function apply(root: string, { file, after, text }: Edit) {
  const at = path.join(root, file)
  fs.mkdirSync(path.dirname(at), { recursive: true })
  const before = after === undefined ? '' : fs.readFileSync(at, 'utf8')
  fs.writeFileSync(at, after === undefined ? text : before.replace(after, () => after + text))
}

const HELPERS = `import assert from 'node:assert/strict'
import { call } from '@/tests/api'
import { makeArticle, makeUser } from '@/tests/factories'
const load = (file) => import('./' + file)
`

describe('in a copy of the tree', () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-additions-'))
  const database = `factdesk_additions_${process.pid}`
  const shared = process.env.DATABASE_URL ?? ''
  const env = {
    ...process.env,
    DATABASE_URL: databaseOf(shared, database),
    TSX_TSCONFIG_PATH: 'tsconfig.run.json',
    DATA_DIR: path.join(root, '.data'),
  }
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })
    return status === 0 ? '' : `${stdout}${stderr}`
  }
  const runModule = (name: string, text: string) => {
    fs.writeFileSync(path.join(root, name), text)
    return run('--import', 'tsx', name)
  }

  beforeAll(async () => {
    for (const entry of fs.readdirSync('.').filter((name) => !LEFT_OUT.test(name)))
      fs.cpSync(entry, path.join(root, entry), { recursive: true })
    if (fs.existsSync('.next/types'))
      fs.cpSync('.next/types', path.join(root, '.next/types'), { recursive: true })
    fs.symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'))
    for (const { edits } of RECIPES) for (const edit of edits) apply(root, edit)
    for (const { file, from } of RECIPES.flatMap(({ made = [] }) => made))
      if (from) fs.cpSync(path.join(root, from), path.join(root, file), { recursive: true })
    await onServer(shared, `create database ${database}`)
    const generate = "import('./scripts/lib/prepare.mjs').then((prepare) => prepare.generateIfStale())"
    expect(run('-e', generate)).toBe('')
    expect(
      runModule(
        'prepare.ts',
        "import { migrate } from '@/services/migrate'\nawait migrate(process.env.DATABASE_URL)",
      ),
    ).toBe('')
  })
  afterAll(async () => {
    await onServer(shared, `drop database if exists ${database} with (force)`)
    fs.rmSync(root, { recursive: true, force: true })
  })

  it(
    'the compiler finds nothing forgotten',
    () => {
      const config = {
        extends: './tsconfig.json',
        exclude: ['node_modules', '**/*.test.ts', '**/*.test.tsx', 'prepare.ts'],
      }
      fs.writeFileSync(path.join(root, 'tsconfig.additions.json'), JSON.stringify(config))
      expect(
        run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.additions.json', '--incremental', 'false'),
      ).toBe('')
    },
    COMPILING,
  )

  it.each(RECIPES)('$what works', ({ proof }) => {
    expect(runModule('proof.ts', `${HELPERS}${proof}\nprocess.exit(0)\n`)).toBe('')
  })
})
