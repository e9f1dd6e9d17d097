import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { bundleOnChange } from './prepare.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-bundle-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

it('bundles again when an imported file changes, and keeps the last bundle while that file is broken', async () => {
  const [entry, word, made] = ['entry.ts', 'word.ts', 'made.mjs'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ]
  fs.writeFileSync(entry, `import { word } from './word'\nexport const says: string = word`)
  fs.writeFileSync(word, `export const word = 'one'`)
  const said: string[] = []
  const end = await bundleOnChange(entry, made, async () => {
    const { says } = (await import(`${pathToFileURL(made).href}?${said.length}`)) as { says: string }
    said.push(says)
  })
  expect(said).toEqual(['one'])
  fs.writeFileSync(word, `export const word = 'two'`)
  await expect.poll(() => said).toEqual(['one', 'two'])
  fs.writeFileSync(word, `export const word = `)
  fs.writeFileSync(word, `export const word = 'three'`)
  await expect.poll(() => said.at(-1)).toBe('three')
  await end()
})
