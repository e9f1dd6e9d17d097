import fs from 'node:fs'
import path from 'node:path'

/** Static imports, re-exports and `import()` of a quoted name. Type imports do not exist at run time. */
const IMPORTS =
  /(?:^|\n)\s*(?:import|export)\s+(?!type\b)[^'";]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g
const ENDINGS = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx']

/**
 * The names that a file imports, as it writes them, without type-only imports.
 * @param {string} code
 * @returns {string[]}
 */
export function importedNames(code) {
  return [...code.matchAll(IMPORTS)].map(([, from, bare, late]) => from ?? bare ?? late)
}

/**
 * Follows the imports of files and reads each file once.
 * @param {(file: string) => string | null} read the code of a file below the root; null where there is none
 */
export function importGraph(read) {
  const codes = new Map()
  const imports = new Map()

  function codeOf(file) {
    if (!codes.has(file)) codes.set(file, read(file))
    return codes.get(file)
  }

  /** Resolves a name to one of our files, else to the package's name. */
  function target(from, name) {
    if (!/^(@\/|\.)/.test(name)) return name
    const bare = name.startsWith('@/') ? name.slice(2) : path.posix.join(path.posix.dirname(from), name)
    return ENDINGS.map((ending) => `${bare}${ending}`).find((file) => codeOf(file) !== null) ?? bare
  }

  function importsOf(file) {
    if (!imports.has(file)) {
      const names = importedNames(codeOf(file) ?? '')
      imports.set(
        file,
        names.map((name) => target(file, name)),
      )
    }
    return imports.get(file)
  }

  /**
   * A file and everything it reaches; packages appear by name.
   * @param {string} file
   * @returns {Set<string>}
   */
  function reached(file) {
    const found = new Set([file])
    for (const one of found) for (const next of importsOf(one)) found.add(next)
    return found
  }

  return { reached }
}

/**
 * Reads files below a folder; only code has imports to follow.
 * @param {string} root
 * @returns {(file: string) => string | null}
 */
export const codeBelow = (root) => (file) => {
  const whole = path.join(root, file)
  if (!fs.existsSync(whole) || !fs.statSync(whole).isFile()) return null
  return /\.(tsx?|mjs)$/.test(file) ? fs.readFileSync(whole, 'utf8') : ''
}
