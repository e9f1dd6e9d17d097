import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { claimList, claimListParamsSchema } from '@/domain/claim/list'
import { encodeCursor } from '@/domain/list/cursor'
import { readSearch, usable } from './address'

const read = async (search: Record<string, string | string[] | undefined>) =>
  usable(claimListParamsSchema, await readSearch(Promise.resolve(search)))

describe('a page’s address', () => {
  it('uses the last value of a filter that is given twice', async () => {
    expect((await read({ status: ['disputed', 'verified'] })).params.status).toEqual(['verified'])
    expect((await read({ status: ['disputed', ''] })).params.status).toBeUndefined()
  })

  it('ignores unusable parameters and reports them', async () => {
    const { params, used, issues } = await read({ limit: '100000', status: 'x', desk: 'World', q: 'a' })
    expect(params).toMatchObject({ limit: claimList.pageSize, desk: ['World'], q: 'a' })
    expect(used).toEqual({ desk: 'World', q: 'a' })
    expect(issues.map(({ path, key }) => `${path} ${key}`)).toEqual(['status.0 notOneOf', 'limit tooLarge'])
  })

  it('keeps its filters when the cursor does not fit the remaining order', async () => {
    const after = encodeCursor(
      [{ sort: 'number', order: 'asc' }],
      [7, '0192f3a4-5b6c-7d8e-9f00-112233445566'],
    )
    const { params, issues } = await read({ sort: 'number,colour', after, status: 'verified' })
    expect(params).toMatchObject({ status: ['verified'], after: undefined })
    expect(issues.map(({ path, key }) => `${path} ${key}`)).toEqual([
      'sort.1 notOneOf',
      'after cursorInvalid',
    ])
  })

  it('drops parameters together when one is useless without the others', () => {
    const days = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional(), desk: z.string() })
    const { params } = usable(days.partial(), { from: '2026-01-01', to: 'never', desk: 'World' }, [
      'from',
      'to',
    ])
    expect(params).toEqual({ desk: 'World' })
  })

  it('throws when a schema does not accept an empty address', () => {
    expect(() => usable(z.object({ q: z.string() }), { x: '1' })).toThrow(z.ZodError)
  })
})
