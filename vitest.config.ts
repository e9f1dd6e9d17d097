import os from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { projects } from './scripts/lib/test-files.mjs'
import { runs } from './tests/properties'

const root = import.meta.dirname
const files = projects(root)

const shared = {
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      { find: 'server-only', replacement: path.join(root, 'services/empty.ts') },
    ],
  },
}
const each = {
  setupFiles: [path.join(root, 'tests/setup.ts')],
  // An idle machine never waits this long; a busy one may. More cases take longer.
  testTimeout: runs(180_000),
  hookTimeout: 180_000,
  expect: { poll: { timeout: 120_000 } },
}
const database = { globalSetup: [path.join(root, 'tests/global-setup.ts')] }
/** A test that turns out to need a database fails here, and none writes into a desk's data. */
const NOTHING = { DATABASE_URL: '', DATA_DIR: path.join(os.devNull, 'none'), LOG_LEVEL: 'silent' }

// Folders such as `(desk)` and `[id]` are not patterns.
const exactly = (names: string[]) => names.map((name) => name.replace(/[()[\]]/g, '\\$&'))

export default defineConfig({
  ...shared,
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: { ...each, name: 'pure', include: exactly(files.pure), isolate: false, env: NOTHING },
      },
      {
        ...shared,
        test: { ...each, ...database, name: 'together', include: exactly(files.together), isolate: false },
      },
      { ...shared, test: { ...each, ...database, name: 'alone', include: exactly(files.alone) } },
      { ...shared, test: { ...each, ...database, name: 'stress', include: exactly(files.stress) } },
    ],
  },
})
