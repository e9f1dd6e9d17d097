import { expect, it } from 'vitest'
import { readStatisticsAddress } from './address'

const today = '2026-11-30'
const asked = (from: string, to: string) => Promise.resolve({ period: 'custom', from, to })

it('a period takes the days that people write, in the language of its reader', async () => {
  const read = async (from: string, to: string, language: string) =>
    (await readStatisticsAddress(asked(from, to), { language, today })).params
  expect(await read('1 January 2024', '٣١ يناير ٢٠٢٤', 'en')).toMatchObject({
    from: '2024-01-01',
    to: '2024-01-31',
  })
  expect(await read('1/1/1445', '29 محرم 1445', 'ar')).toMatchObject({ from: '2023-07-19', to: '2023-08-16' })
  expect(await read('2024-W01', '2024-01-31', 'en')).toMatchObject({ from: '2024-01-01', to: '2024-01-31' })
})

it('names the day that cannot be read', async () => {
  const { issues } = await readStatisticsAddress(asked('soon', '2024-01-31'), { language: 'en', today })
  expect(issues).toMatchObject([{ path: 'from', key: 'notADay' }])
})

it('takes only ISO days from programs', async () => {
  const { issues } = await readStatisticsAddress(asked('1 January 2024', '2024-01-31'))
  expect(issues).toMatchObject([{ path: 'from', key: 'notADay' }])
})
