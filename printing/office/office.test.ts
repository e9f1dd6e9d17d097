import { expect, it } from 'vitest'
import { someReport } from '@/tests/report'
import { reportDocx } from '../report-docx'
import { reportXlsx } from '../report-xlsx'
import { printOffice } from './office'

const report = someReport({ article: { title: 'الجسر' }, asked: { language: 'ar' } })

it.each([
  ['docx', reportDocx],
  ['xlsx', reportXlsx],
] as const)('another process prints the same %s as this one would', async (format, print) => {
  const [there, here] = [await printOffice(format, report), await print(report)]
  expect(Buffer.from(there).equals(Buffer.from(here))).toBe(true)
})
