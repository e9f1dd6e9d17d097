import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
const FOLDERS = ['app', 'components', 'domain', 'prisma', 'scripts', 'services', 'tests']
const ALL = `{${FOLDERS.join(',')}}/**/*.test.{ts,tsx}`
/** What one file must not leave to the next: other modules, another environment, other pools, timers that stand still. */
const ALTERS = /vi\.mock\(|vi\.useFakeTimers|process\.env\b|closeDatabase|memoryUsage/

const alone = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file)),
)
  .filter((file) => ALTERS.test(readFileSync(path.join(root, file), 'utf8')))
  // Folders such as `(desk)` and `[id]` are no patterns.
  .map((file) => file.replace(/[()[\]]/g, '\\$&'))

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
  // Nothing waits so long; a machine that does much else may.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 120_000 } },
}

export default defineConfig({
  ...shared,
  test: {
    globalSetup: ['tests/global-setup.ts'],
    maxWorkers: 2,
    projects: [
      // What every file loads is loaded once a process.
      { ...shared, test: { ...each, name: 'together', include: [ALL], exclude: alone, isolate: false } },
      { ...shared, test: { ...each, name: 'alone', include: alone } },
    ],
  },
})
