import { readdirSync } from 'node:fs'
import path from 'node:path'
import { PRODUCT } from './folders.mjs'
import { codeBelow, importGraph } from './imports.mjs'

/** The slowest tests, a separate part of `npm test`. */
const STRESS = /\.stress\.test\.tsx?$/
/** Changes that one file must not leave to the next: module mocks, the environment, connection pools, fake timers. */
const ALTERS = /vi\.mock\(|vi\.useFakeTimers|process\.env\b|closeDatabase|memoryUsage/
/** A file that imports one of these can reach a database. */
const DATABASE = ['prisma/client.ts', 'tests/global-setup.ts', 'pg']

/** Every test file except the browser's, with slashes, from the root. */
export const testFiles = (root = '.') =>
  [...PRODUCT, 'tests']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.posix.join(folder, file.split(path.sep).join('/')),
      ),
    )
    .filter((file) => /\.test\.tsx?$/.test(file))

/**
 * Decides how a test file runs, by its name, its words and its imports. `pure` files run without a database,
 * `together` files share one, and both share loaded modules. `alone` and `stress` files load their modules anew.
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
