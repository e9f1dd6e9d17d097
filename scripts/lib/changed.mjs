import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { codeBelow, importGraph } from './imports.mjs'
import { Stop } from './say.mjs'

/** @returns {string | null} null when git refuses */
function git(...args) {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 26 })
  return status === 0 ? stdout : null
}

const names = (output) => (output ?? '').split('\0').filter(Boolean)

/** The commit where this work left main; on main itself, the last fetched one. */
function base() {
  const branch = git('branch', '--show-current')?.trim()
  const mains = branch === 'main' ? ['origin/main'] : ['main', 'origin/main']
  for (const main of mains) {
    const found = git('merge-base', 'HEAD', main)
    if (found) return found.trim()
  }
  return 'HEAD'
}

/**
 * The files that differ from where this work left main, and those that git does not track yet; deleted files are left
 * out.
 * @returns {string[]} with slashes, from the root
 */
export function changedFiles() {
  const differing = git('diff', '--name-only', '-z', '--diff-filter=d', base())
  if (differing === null) throw new Stop('What changed is known only in a checkout of git.')
  const unknown = git('ls-files', '--others', '--exclude-standard', '-z')
  return [...new Set([...names(differing), ...names(unknown)])].filter((file) => fs.existsSync(file)).sort()
}

/**
 * The tests that are among these files or import one of them, directly or not.
 * @param {string[]} tests
 * @param {string[]} files
 * @param {(file: string) => string | null} [read]
 */
export function testsOf(tests, files, read = codeBelow(path.resolve())) {
  const { reached } = importGraph(read)
  return tests.filter((test) => {
    const all = reached(test)
    return files.some((file) => all.has(file))
  })
}
