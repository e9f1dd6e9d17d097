import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

/** The faces that the desk uses, by the sheets of their packages. */
const SHEETS = [
  '@fontsource-variable/inter/wght.css',
  '@fontsource/ibm-plex-sans-arabic/arabic-400.css',
  '@fontsource/ibm-plex-sans-arabic/arabic-600.css',
  '@fontsource/amiri/400.css',
  '@fontsource/amiri/700.css',
]

const HEAD = `/*
 * Written from the packages of the faces by its test: npx vitest run app/fonts.test.ts -u
 * A face that comes late is left for the next page: other letters under a reader’s eyes move the words.
 */
`

/** The sheet of a package, with only what browsers of today read. */
const faces = (sheet: string) =>
  readFileSync(path.join('node_modules', sheet), 'utf8')
    .replace(/font-display: swap/g, 'font-display: optional')
    .replace(/url\(\.\//g, `url(../node_modules/${path.posix.dirname(sheet)}/`)
    .replace(/, url\([^)]*\.woff\) format\('woff'\)/g, '')

it('the faces are those of their packages, and none moves words when it comes late', async () => {
  const written = HEAD + SHEETS.map(faces).join('\n')
  expect(written).not.toContain('swap')
  expect(written.match(/@font-face/g)).toHaveLength(written.match(/font-display: optional/g)?.length ?? 0)
  await expect(written).toMatchFileSnapshot('./fonts.css')
})
