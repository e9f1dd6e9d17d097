import { readdirSync } from 'node:fs'
import path from 'node:path'
import { PRODUCT } from './folders.mjs'
import { codeBelow, importGraph } from './imports.mjs'

/** The slowest: a part of `npm test` by itself. */
const STRESS = /\.stress\.test\.tsx?$/
/** What one file must not leave to the next: other modules, another environment, other pools, timers that stand still. */
const ALTERS = /vi\.mock\(|vi\.useFakeTimers|process\.env\b|closeDatabase|memoryUsage/
/** Who comes here can reach a database. */
const DATABASE = ['prisma/client.ts', 'tests/global-setup.ts', 'pg']

/** Every file of tests but the browser's, with slashes, from the root. */
export const testFiles = (root = '.') =>
  [...PRODUCT, 'tests']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.posix.join(folder, file.split(path.sep).join('/')),
      ),
    )
    .filter((file) => /\.test\.tsx?$/.test(file))

/**
 * How a test file runs, by its name, its words and what it imports: `pure` ones without a database, `together` on one;
 * both share what they load. `alone` is loaded anew for each file, and so is `stress`.
 */
export function projectOf(file, code, reached) {
  if (STRESS.test(file)) return 'stress'
  if (ALTERS.test(code)) return 'alone'
  return DATABASE.some((one) => reached.has(one)) ? 'together' : 'pure'
}

/** All test files by the project they belong to. */
export function projects(root = '.') {
  const read = codeBelow(root)
  const { reached } = importGraph(read)
  const found = { pure: [], together: [], alone: [], stress: [] }
  for (const file of testFiles(root)) found[projectOf(file, read(file) ?? '', reached(file))].push(file)
  return found
}
