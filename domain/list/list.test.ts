import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { SEVERITIES, type Severity } from '@/domain/correction/rules'
import { runs } from '@/tests/properties'
import { inOrder, walk } from '@/tests/walk'
import { encodeCursor } from './cursor'
import { anyChoice, filter, words } from './filters'
import { listParams, cursorParam } from './params'
import { readOnwards, readPage, readPageAndTotal, readRow, readRows, readTotal } from './queries'
import { cellsSql, keysSql } from './sql'
import { defineList, firstOrder, rowOf, type AnyList, type ListParams, type SortBy } from './table'

type Toy = { id: string; size: number; name: string; made: Date | null; grade: Severity }

/** A complete list whose rows come from a value, so that no table is needed. */
const toyList = defineList({
  from: (bind, toys: Toy[]) =>
    `jsonb_to_recordset(${bind(JSON.stringify(toys), 'jsonb')})
      as t(id uuid, size int, name text, made timestamptz, grade "Severity")`,
  key: 't.id',
  row: rowOf<Toy>('t.id, t.size, t.name, t.made, t.grade'),
  columns: {
    made: { sql: 't.made', cast: 'timestamptz', nullable: true, natural: 'desc' },
    size: { sql: 't.size', cast: 'int' },
    name: { sql: 't.name', cast: 'text' },
    grade: { sql: 't.grade', cast: '"Severity"', values: SEVERITIES },
  },
  first: 'made',
  several: true,
  filters: {
    grade: anyChoice(SEVERITIES, 't.grade', '"Severity"'),
    large: filter(z.enum(['yes', 'no']), (value) => `(t.size > 5) = ${value === 'yes'}`),
    q: words('fold_spelling(t.name)', z.string().max(40)),
    look: filter(z.enum(['cards', 'rows'])),
  },
  pageSize: 4,
  cursorMax: 1_000,
})
const toyParams = listParams(toyList)

type Params = ListParams<typeof toyList>
const read = (toys: Toy[], written: Record<string, string>) =>
  readPage(toyList, toyParams.parse(written), toys)

const toy = fc.record({
  id: fc.uuid(),
  size: fc.integer({ min: 0, max: 9 }),
  name: fc.constantFrom('', 'A', 'a', 'b b', 'جسر', '"quoted", and more'),
  made: fc.option(fc.constantFrom(0, 1, 2, 1e12).map((at) => new Date(at))),
  grade: fc.constantFrom(...SEVERITIES),
})
const toys = fc.uniqueArray(toy, { selector: ({ id }) => id, maxLength: 30 })

const sorts = Object.keys(toyList.columns) as (keyof typeof toyList.columns)[]
const by = fc
  .uniqueArray(fc.constantFrom(...sorts), { minLength: 1, maxLength: 4 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((sort) => fc.record({ sort: fc.constant(sort), order: fc.constantFrom('asc', 'desc') })),
    ),
  ) as fc.Arbitrary<SortBy<keyof typeof toyList.columns>[]>

const inAddress = (order: readonly SortBy[]) => ({
  sort: order.map((one) => one.sort).join(','),
  order: order.map((one) => one.order).join(','),
})

const valueOf = (row: Toy, sort: string) => {
  if (sort === 'made') return row.made && row.made.getTime()
  return sort === 'grade' ? SEVERITIES.indexOf(row.grade) : row[sort as 'size' | 'name']
}

describe('a list of anything', () => {
  it('has pages of any size, forwards and backwards, with each row once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        toys,
        by,
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        async (rows, order, sizes) => {
          const expected = inOrder(rows, order, valueOf)
          const { forwards, backwards, first } = await walk(
            (window) => read(rows, { ...inAddress(order), ...window }),
            () => Number(sizes.next().value),
          )
          expect(forwards).toEqual(expected)
          expect(backwards).toEqual(expected)
          expect(first.previous).toBeNull()
          const keys = await readRows<{ id: string }>(keysSql(toyList, { by: order }, rows))
          expect(keys.map(({ id }) => id)).toEqual(expected)
        },
      ),
      { numRuns: runs(40) },
    )
  })

  it('has the same pages when they are read with their number', async () => {
    await fc.assert(
      fc.asyncProperty(
        toys,
        by,
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        fc.constantFrom({}, { grade: 'minor,serious' }, { large: 'yes' }, { q: 'b' }, { q: 'جسر' }),
        async (rows, order, sizes, filters) => {
          const asked = (window: Record<string, string>) =>
            toyParams.parse({ ...inAddress(order), ...filters, ...window })
          const keys = await readRows<{ id: string }>(keysSql(toyList, asked({}), rows))
          const expected = keys.map(({ id }) => id)
          const { forwards, backwards } = await walk(
            async (window) => {
              const { total, ...page } = await readPageAndTotal(toyList, asked(window), rows)
              expect(total).toBe(expected.length)
              expect(page).toEqual(await readPage(toyList, asked(window), rows))
              return page
            },
            () => Number(sizes.next().value),
          )
          expect([forwards, backwards]).toEqual([expected, expected])
        },
      ),
      { numRuns: runs(40) },
    )
  })

  it('breaks ties in the other direction when told to', async () => {
    const downwards = { ...toyList, ties: 'desc' as const }
    const alike = [1, 2, 3, 4, 5].map((n): Toy => ({
      id: `01a20000-0000-7000-8000-00000000000${n}`,
      size: 1,
      name: '',
      made: null,
      grade: 'minor',
    }))
    const { forwards, backwards } = await walk(
      (window) => readPage(downwards, toyParams.parse(window), alike),
      () => 2,
    )
    expect(forwards).toEqual(alike.map(({ id }) => id).toReversed())
    expect(backwards).toEqual(forwards)
  })

  it('whose cursor is the name of a row is read onwards, each row once and in order', async () => {
    const { cursorMax: _, filters: __, ...rest } = toyList
    const named = { ...rest, filters: {}, ties: 'desc' as const }
    const lists = [
      defineList({ ...named, named: { sql: 't.id', cast: 'uuid', schema: z.uuid() } }),
      defineList({ ...named, named: { sql: "'toy-' || t.id", cast: 'text', schema: z.string() } }),
      defineList({
        ...named,
        columns: {},
        first: undefined,
        named: { sql: 't.id', cast: 'uuid', schema: z.uuid() },
      }),
    ]
    const cursors = lists.map((list) => cursorParam(list).optional())
    await fc.assert(
      fc.asyncProperty(toys, fc.nat(2), fc.integer({ min: 1, max: 9 }), async (rows, index, limit) => {
        const list = lists[index] ?? toyList
        const expected = inOrder(rows, firstOrder(list), valueOf, 'desc')
        const got: string[] = []
        let next: string | null = null
        do {
          const after = cursors[index]?.parse(next ?? undefined)
          const page: { items: Toy[]; next: string | null } = await readOnwards(list, { after, limit }, rows)
          got.push(...page.items.map(({ id }) => id))
          next = page.next
        } while (next !== null && got.length <= rows.length)
        expect(got).toEqual(expected)
      }),
      { numRuns: runs(40) },
    )
  })

  it('begins nowhere after a row that does not exist', async () => {
    const { cursorMax: _, ...rest } = toyList
    const list = defineList({ ...rest, named: { sql: 't.name', cast: 'text', schema: z.string() } })
    const [row] = fc.sample(toy, { seed: 1, numRuns: 1 })
    expect(await readOnwards(list, { after: ['no such name'] }, row ? [row] : [])).toEqual({
      items: [],
      next: null,
    })
  })

  it('finds one row by its key', async () => {
    const rows = fc.sample(toy, { seed: 2, numRuns: 3 })
    const [, second] = rows
    expect(await readRow(toyList, second?.id ?? '', rows)).toMatchObject({
      id: second?.id,
      size: second?.size,
    })
    expect(await readRow(toyList, '01a20000-0000-7000-8000-000000000000', rows)).toBeNull()
  })

  it('combines its filters and counts the rows', async () => {
    await fc.assert(
      fc.asyncProperty(toys, async (rows) => {
        const params = toyParams.parse({
          grade: 'minor,serious',
          large: 'yes',
          q: 'A',
          look: 'cards',
          limit: '200',
        })
        const expected = rows.filter(
          ({ grade, size, name }) => grade !== 'significant' && size > 5 && name.toLowerCase().includes('a'),
        )
        const { items } = await readPage(toyList, params, rows)
        expect(items.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
        expect(await readTotal(toyList, params, rows)).toBe(expected.length)
        const cells = await readRows<{ grade: Severity; n: number }>(
          cellsSql(toyList, { grade: 't.grade' }, params, rows),
        )
        const all = rows.filter(({ size, name }) => size > 5 && name.toLowerCase().includes('a'))
        for (const grade of SEVERITIES)
          expect(cells.find((cell) => cell.grade === grade)?.n ?? 0).toBe(
            all.filter((one) => one.grade === grade).length,
          )
      }),
      { numRuns: runs(20) },
    )
  })

  it('has a default order and page size', async () => {
    expect(toyParams.parse({})).toEqual({
      by: [{ sort: 'made', order: 'desc' }],
      limit: 4,
      after: undefined,
      before: undefined,
    } satisfies Params)
  })

  it('that sorts by one column at a time refuses several', () => {
    const { several: _, ...single } = toyList
    const schema = listParams(single as AnyList)
    expect(schema.parse({ sort: 'size' })).toMatchObject({ by: [{ sort: 'size', order: 'asc' }] })
    expect(schema.safeParse({ sort: 'size,name' }).success).toBe(false)
  })
})

describe('a cursor from outside', () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.string({ unit: 'binary' }),
    fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
    fc.constantFrom('infinity', '-infinity', 'now', '\0', '\ud800', 2 ** 31, -(2 ** 31), 1.5, 'minor'),
  )
  const forged = fc.tuple(by, fc.array(value, { maxLength: 5 }), fc.uuid()).map(([order, values, id]) => ({
    ...inAddress(order),
    after: encodeCursor(order, [...values.slice(0, order.length), id] as (string | number | null)[]),
  }))

  it('is refused or becomes a keyset that the database accepts', async () => {
    let taken = 0
    await fc.assert(
      fc.asyncProperty(forged, async (written) => {
        const parsed = toyParams.safeParse(written)
        if (!parsed.success) {
          expect(parsed.error.issues.map(({ message }) => message)).toEqual(['cursorInvalid'])
          return
        }
        taken += 1
        expect((await readPage(toyList, parsed.data, [])).items).toEqual([])
      }),
      { numRuns: runs(300) },
    )
    expect(taken).toBeGreaterThan(0)
  })

  it('can always be read, whatever characters it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (after) => {
        expect(toyParams.safeParse({ after }).success).toBe(false)
      }),
      { numRuns: runs(300) },
    )
  })
})
