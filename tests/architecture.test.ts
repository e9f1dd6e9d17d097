import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { PRODUCT } from '@/scripts/lib/folders.mjs'

const page = fs.readFileSync('docs/architecture.md', 'utf8')
const tree = (/```text\n([\s\S]*?)```/.exec(page)?.[1] ?? '').split('\n')

/** Each path in the annotated tree, by its indentation of two spaces per level. */
function pathsOfTree(): string[] {
  const above: string[] = []
  return tree.flatMap((line) => {
    const found = /^( *)(\S.*?)(?: {2,}|$)/.exec(line)
    if (!found) return []
    const [, indent = '', named = ''] = found
    const level = indent.length / 2
    const names = named.split(' ')
    above.length = level
    const paths = names.map((name) => path.join(...above, name))
    above[level] = names[0] ?? ''
    return paths
  })
}

/** `<noun>` stands for any folder there; one with the file is enough. */
function isThere(named: string): boolean {
  const [parent = '.', rest] = named.split('/<noun>/')
  if (rest === undefined) return fs.existsSync(named)
  return fs.readdirSync(parent).some((noun) => fs.existsSync(path.join(parent, noun, rest)))
}

it('names only existing paths', () => {
  const paths = pathsOfTree()
  expect(paths.length).toBeGreaterThan(30)
  expect(paths.filter((one) => !isThere(one))).toEqual([])
})

it('leaves out no folder of the code', () => {
  const named = new Set(pathsOfTree().map((one) => one.split('/')[0]))
  const folders = fs
    .readdirSync('.', { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() &&
        !/^\.|^(node_modules|dist|test-results|playwright-report|coverage)$/.test(entry.name),
    )
    .map((entry) => entry.name)
  expect(folders.filter((name) => !named.has(name))).toEqual([])
})

it('has one decision per number, without a gap', () => {
  const names = fs.readdirSync('docs/decisions').sort()
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1))
  for (const name of names) {
    const written = fs.readFileSync(path.join('docs/decisions', name), 'utf8')
    expect(written).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. .+\\n\\n\\*\\*Standing:\\*\\* `))
  }
})

it('links only to existing targets', () => {
  const pages = ['README.md', 'docs/architecture.md', 'docs/guide.md']
  const missing = pages.flatMap((file) =>
    [...fs.readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, target = '']) => path.join(path.dirname(file), target))
      .filter((target) => !fs.existsSync(target)),
  )
  expect(missing).toEqual([])
})

it('lists in the README exactly the settings of .env.example', () => {
  const settings = [...fs.readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(
    ([, name]) => name,
  )
  const table = [...fs.readFileSync('README.md', 'utf8').matchAll(/^\| `([A-Z_]+)`/gm)].map(
    ([, name]) => name,
  )
  expect(settings.length).toBeGreaterThan(5)
  expect(table).toEqual(settings)
})

const writes = (noun: string) =>
  new RegExp(
    `\\b${noun}\\.(create|update|upsert|delete)\\w*\\(|\\b(update|insert into) ${noun}\\b|insertRows\\(\\s*tx,\\s*'${noun}'`,
  )

it.each([
  ['claim', ['carried/write', 'made/write', 'together/write', 'write']],
  // An article is made by a command, with its first text and claims.
  ['article', ['commands', 'counters/write', 'write']],
])('writes the row of a record of %s only in the files for it', (noun, pens) => {
  const files = PRODUCT.filter((folder) => folder !== 'prisma').flatMap((folder) =>
    fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  )
  const writing = files
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .filter((file) => writes(noun).test(fs.readFileSync(file, 'utf8')))
  expect(writing.sort()).toEqual(pens.map((name) => `domain/${noun}/${name}.ts`))
})

it('checks the id in the address of every page before a query is asked for it', () => {
  const pages = fs
    .readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\[id\].*(page|layout)\.tsx$/.test(file))
  expect(pages.length).toBeGreaterThan(10)
  const unchecked = pages.filter(
    (file) => !fs.readFileSync(path.join('app', file), 'utf8').includes('recordParams(params)'),
  )
  expect(unchecked).toEqual([])
})

it('gives every page a title that names it', () => {
  const pages = fs
    .readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'page.tsx' && file !== 'page.tsx')
  expect(pages.length).toBeGreaterThan(30)
  const untitled = pages.filter(
    (file) =>
      !/^export (?:const|async function) generateMetadata\b/m.test(
        fs.readFileSync(path.join('app', file), 'utf8'),
      ),
  )
  expect(untitled).toEqual([])
})
