import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { filesOf, RECIPES } from './recipes'

/** Gives the same file of each language one name, and any migration another. */
const entryOf = (file: string) =>
  file.replace(/^messages\/(en|ar)\//, 'messages/*/').replace(/^(prisma\/migrations)\/.*/, '$1')

describe('the table of where to add', () => {
  const page = fs.readFileSync('docs/architecture.md', 'utf8')
  const rows = [...page.matchAll(/^\| (a [^|]+?) +\| (\d+) +\| ([^|]+?) +\|$/gm)].map(
    ([, what, files, where = '']) => ({
      what,
      files: Number(files),
      where: [...where.matchAll(/`([^`]+)`/g)].map(([, entry]) => entry).sort(),
    }),
  )

  it('lists for each addition the files to touch and their number', () => {
    expect(rows).toEqual(
      RECIPES.map((recipe) => ({
        what: recipe.what,
        files: filesOf(recipe).length,
        where: [...new Set(filesOf(recipe).map(entryOf))].sort(),
      })),
    )
  })

  it.each(RECIPES)('names places that exist for adding $what', ({ edits }) => {
    for (const { file, after } of edits) {
      if (after === undefined) expect([file, fs.existsSync(file)]).toEqual([file, false])
      else
        expect([file, after, fs.readFileSync(file, 'utf8').split(after).length - 1]).toEqual([file, after, 1])
    }
  })
})
