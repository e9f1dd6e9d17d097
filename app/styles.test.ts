import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/** Sheets for all screens. Any other sheet belongs to its own folder. */
const SHARED = ['app/globals.css', 'app/primitives.css']

const files = ['app', 'components'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(root, file)),
)
const read = (file: string) => readFileSync(file, 'utf8')

/** The classes that a sheet styles. */
const classesOf = (sheet: string) =>
  new Set(
    [
      ...read(sheet)
        .replace(/\/\*.*?\*\/|url\([^)]*\)|\d\.\d+|'[^'\n]*'/gs, '')
        .matchAll(/\.([a-z][\w-]*)/g),
    ].map(([, name]) => name ?? ''),
  )

/** The classes that a component sets in `className`. */
const classNames = (source: string) =>
  [...source.matchAll(/className=(?:"([^"]*)"|\{([^}]*)\})/g)].flatMap(([, plain, code = '']) =>
    (plain ?? (code.match(/['`][^'`]*['`]/g) ?? []).join(' ')).split(/[\s'`]+/),
  )

const sheets = files
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, classes: classesOf(file) }))
const sources = files
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .map((file) => {
    const source = read(file)
    return { file, words: new Set(source.match(/[\w-]+/g)), classes: new Set(classNames(source)) }
  })

const owns = (sheet: string, source: string) =>
  SHARED.includes(sheet) || source.startsWith(`${path.posix.dirname(sheet)}/`)

describe('a class', () => {
  const all = [...new Set(sheets.flatMap(({ classes }) => [...classes]))]

  it('is used only by the folder that styles it', () => {
    const strangers = all.flatMap((name) => {
      const owners = sheets.filter(({ classes }) => classes.has(name))
      return sources
        .filter(({ file, classes }) => classes.has(name) && !owners.some((owner) => owns(owner.file, file)))
        .map(({ file }) => `${name} in ${file}`)
    })
    expect(strangers).toEqual([])
  })

  it('is used by some component', () => {
    expect(all.filter((name) => !sources.some(({ words }) => words.has(name)))).toEqual([])
  })
})

describe('a value', () => {
  it('is none that the build drops', () => {
    expect(sheets.filter(({ file }) => read(file).includes('match-parent')).map(({ file }) => file)).toEqual(
      [],
    )
  })

  it('used by a sheet is set somewhere', () => {
    const all = files.filter((file) => /\.(css|tsx)$/.test(file)).map(read)
    const given = new Set(
      all.flatMap((text) => [...text.matchAll(/(--[\w-]+)['"]?\]?\s*:/g)].map(([, name]) => name)),
    )
    const asked = sheets.flatMap(({ file }) =>
      [...read(file).matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => ({ file, name })),
    )
    expect(asked.filter(({ name }) => !given.has(name))).toEqual([])
  })
})

it('an isolate is no block, because its own direction would decide on which side its words stand', () => {
  const blocks = sources.filter(({ file }) =>
    /<bdi[^>]*className="(?:[^"]* )?(?:block|grid|flex)[ "]/.test(read(file)),
  )
  expect(blocks.map(({ file }) => file)).toEqual([])
})
