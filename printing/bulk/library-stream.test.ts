import { writeXlsxStream, type XlsxStreamRow, type XlsxWriteStreamOptions } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { bytesOf, readWorkbook } from '@/tests/export'

/** Decision 16 lists what the library's own row stream lacks. If one of these tests fails, reconsider that decision. */
const read = async (rows: unknown[][], more: object = {}) => {
  const options: XlsxWriteStreamOptions = { name: 'Claims', columns: [{ header: 'Claim' }], ...more }
  return readWorkbook(await bytesOf(writeXlsxStream(rows as XlsxStreamRow[], options)))
}

it('runs from left to right and adds no filter, whatever the options say', async () => {
  const { sheets } = await read([['ادعاء']], {
    view: { rightToLeft: true },
    rightToLeft: true,
    autoFilter: { range: 'A1:A2' },
  })
  expect(sheets[0]).toMatchObject({ rightToLeft: false, filter: undefined })
})

it('omits a cell that has its own style', async () => {
  const { sheets } = await read([[{ value: 'x', style: { font: { bold: true } } }]])
  expect(sheets[0]?.rows).toHaveLength(1)
})

it('gives the heading its column’s style', async () => {
  const { sheets } = await read([['x']], { columns: [{ header: 'Claim', numFmt: 'yyyy' }] })
  expect(sheets[0]?.rows.map(({ A }) => A?.style)).toEqual(['1', '1'])
})

it('names further sheets in its own way', async () => {
  const { workbook } = await read([['x'], ['y']], { maxRowsPerSheet: 2 })
  expect(workbook).toContain('name="Claims_2"')
})
