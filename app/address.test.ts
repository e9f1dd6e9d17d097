import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { claimList, claimListParamsSchema } from '@/domain/claim/list'
import { encodeCursor } from '@/domain/list/cursor'
import { recordNumber } from '@/domain/list/schema'
import { readAddress } from './address'

const read = async (search: Record<string, string | string[] | undefined>) =>
  readAddress(claimListParamsSchema, Promise.resolve(search))

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

  it('drops parameters together when one is useless without the others', async () => {
    const days = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional(), desk: z.string() })
    const written = { from: '2026-01-01', to: 'never', desk: 'World' }
    const { params } = await readAddress(days.partial(), Promise.resolve(written), ['from', 'to'])
    expect(params).toEqual({ desk: 'World' })
  })

  it('leaves out text that cannot be stored, whatever the schema says', async () => {
    const { params, written, issues } = await read({ q: 'a\0b', desk: 'World' })
    expect([params.q, params.desk]).toEqual([undefined, ['World']])
    expect(issues).toEqual([{ path: 'q', key: 'badCharacter' }])
    expect(written.q).toBe('a\0b')
  })

  it('throws when a schema does not accept an empty address', async () => {
    await expect(readAddress(z.object({ q: z.string() }), Promise.resolve({ x: '1' }))).rejects.toThrow(
      z.ZodError,
    )
  })
})

describe('the address of a request', () => {
  const readUrl = (search: string) =>
    readAddress(z.object({ claim: recordNumber.optional() }), new Request(`http://desk.test/x${search}`))

  it('is read like the address of a page', async () => {
    expect((await readUrl('?claim=1&claim=2&other=3')).params).toEqual({ claim: 2 })
    expect((await readUrl('?claim=')).params).toEqual({})
  })

  it.each(['0', '01', '-1', '1e3', '1.0', '٤', '9999999999', 'one'])('has no number %s', async (claim) => {
    const { params, issues } = await readUrl(`?claim=${claim}`)
    expect(params).toEqual({})
    expect(issues[0]?.path).toBe('claim')
  })
})
