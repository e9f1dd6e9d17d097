import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { SortBy } from '@/domain/list/table'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { bench, start } from '@/tests/correction'
import { runs } from '@/tests/properties'
import { inOrder, walk } from '@/tests/walk'
import { acknowledgeCorrection, assignOwner, rejectCorrection } from './commands'
import { correctionList, correctionListParamsSchema } from './list'
import { countCorrections, listCorrections } from './queries'
import { SEVERITIES } from './rules'

afterEach(() => setClock())

const params = (written: Record<string, string>) => correctionListParamsSchema.parse(written)

/** Seven corrections of one article, a day apart, except for two at the same moment. */
async function setting() {
  const made = await bench()
  const numbers: number[] = []
  const ids: string[] = []
  for (const [index, day] of [1, 2, 2, 3, 4, 5, 6].entries()) {
    setClock(new Date(`2026-03-0${day}T20:00:00Z`))
    const severity = SEVERITIES[index % 3]
    const { id, number } = await start(made, { severity, replacement: null })
    numbers.push(number)
    ids.push(id)
  }
  const [first = '', second = '', third = ''] = ids
  await rejectCorrection(made.editor.actor, { id: first, version: 1, why: 'no' })
  await acknowledgeCorrection(made.editor.actor, { id: second, version: 1 })
  await assignOwner(made.editor.actor, { id: third, version: 1, ownerId: made.checker.actor.id })
  return { made, numbers, article: made.article.id }
}

describe('the list of corrections', () => {
  it('has pages without gaps, forwards and backwards, in every order', async () => {
    const { made, article } = await setting()
    for (const sort of Object.keys(correctionList.columns))
      for (const order of ['asc', 'desc']) {
        const asked = { article, sort, order }
        const all = (await listCorrections(made.editor.actor, params(asked))).items.map((row) => row.number)
        expect(new Set(all).size).toBe(7)
        const forwards: number[] = []
        let after: string | null = ''
        let last
        while (after !== null) {
          last = await listCorrections(made.editor.actor, params({ ...asked, limit: '2', after }))
          forwards.push(...last.items.map((row) => row.number))
          expect(last.total).toBe(7)
          after = last.next
        }
        expect(forwards).toEqual(all)
        const backwards = last?.items.map((row) => row.number) ?? []
        let before = last?.previous ?? null
        while (before) {
          const page = await listCorrections(made.editor.actor, params({ ...asked, limit: '3', before }))
          backwards.unshift(...page.items.map((row) => row.number))
          before = page.previous
        }
        expect(backwards).toEqual(all)
      }
  })

  it('lists each correction once and in order by pages of any size, and rows without a date last both ways', async () => {
    const { made, article, numbers } = await setting()
    const at = new Date('2026-03-05T10:00:00Z')
    await db().correction.updateMany({
      where: { number: { in: numbers.slice(4) } },
      data: { state: 'published', publishedAt: at, updatedForReadersAt: at },
    })
    const { items } = await listCorrections(made.editor.actor, params({ article }))
    const valueOf = (row: (typeof items)[number], sort: string) => {
      if (sort === 'severity') return SEVERITIES.indexOf(row.severity)
      const { number, dueAt, reportedAt, publishedAt } = row
      const dates = { due: dueAt, reported: reportedAt, published: publishedAt }
      return sort === 'number' ? number : (dates[sort as keyof typeof dates]?.getTime() ?? null)
    }
    const by = fc.record({
      sort: fc.constantFrom(...Object.keys(correctionList.columns)),
      order: fc.constantFrom('asc', 'desc'),
    }) as fc.Arbitrary<SortBy>
    await fc.assert(
      fc.asyncProperty(by, fc.infiniteStream(fc.integer({ min: 1, max: 5 })), async (one, sizes) => {
        const expected = inOrder(items, [one], valueOf, 'desc')
        const { forwards, backwards } = await walk(
          (window) => listCorrections(made.editor.actor, params({ article, ...one, ...window })),
          () => Number(sizes.next().value),
        )
        expect([forwards, backwards]).toEqual([expected, expected])
      }),
      { numRuns: runs(20) },
    )
  })

  it('sorts by due time and marks overdue corrections by the newsroom’s clock', async () => {
    const { made, article, numbers } = await setting()
    setClock(new Date('2026-03-05T21:00:00Z'))
    const { items } = await listCorrections(made.editor.actor, params({ article }))
    const due = items.map((row) => row.dueAt?.toISOString().slice(0, 10) ?? null)
    expect(due).toEqual([
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-07',
      '2026-03-09',
      null,
    ])
    expect(items.map((row) => row.overdue)).toEqual([true, true, true, false, false, false, false])
    const overdue = await listCorrections(made.editor.actor, params({ article, overdue: 'true' }))
    expect(overdue.items.map((row) => row.number)).toEqual([numbers[2], numbers[3], numbers[4]])
    expect((await listCorrections(made.editor.actor, params({ article, overdue: 'false' }))).total).toBe(4)
  })

  it('is filtered by state, kind, severity and owner', async () => {
    const { made, article, numbers } = await setting()
    const found = async (given: Record<string, string>) =>
      (
        await listCorrections(made.editor.actor, params({ article, sort: 'number', order: 'asc', ...given }))
      ).items.map((row) => numbers.indexOf(row.number))
    expect(await found({ state: 'rejected,acknowledged' })).toEqual([0, 1])
    expect(await found({ severity: 'serious' })).toEqual([2, 5])
    expect(await found({ kind: 'retraction' })).toEqual([])
    expect(await found({ owner: made.checker.actor.id })).toEqual([2])
    expect(await found({ owner: `none,${made.checker.actor.id}`, severity: 'serious' })).toEqual([2, 5])
    expect(await countCorrections(made.editor.actor, article)).toBe(6)
  })

  it('refuses invalid parameters', () => {
    const bad = [
      { sort: 'mood' },
      { state: 'open' },
      { article: 'x' },
      { limit: '0' },
      { overdue: 'yes' },
      { after: 'x' },
      { after: btoa('["due.asc","2026-13-01T00:00:00.000Z","01a21ffb-dafa-702e-bc92-d24823a357ac"]') },
      { after: btoa('["number.desc","7","01a21ffb-dafa-702e-bc92-d24823a357ac"]') },
    ]
    expect(bad.map((given) => correctionListParamsSchema.safeParse(given).success)).toEqual(
      bad.map(() => false),
    )
  })
})
