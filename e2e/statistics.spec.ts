import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { LEVELS } from './axe'
import { browserOf, expect, makeArticle, randomLetters, test } from './desk'

const ADDRESS = '/corrections-desk/statistics'

/** A desk of its own with one claim, which the editor reviews now. */
async function makeDesk(): Promise<string> {
  const desk = `Desk ${randomLetters()}`
  await makeArticle({
    desk,
    text: 'The bridge opened in 1932. It is 503 metres long.',
    claims: [{ quote: 'The bridge opened in 1932', status: 'disputed', finding: 'In 1931.' }],
  })
  return desk
}

test('an editor filters the statistics by desk and period, shares the address and downloads the figures', async ({
  browser,
}) => {
  const desk = await makeDesk()
  const page = await browserOf(browser, 'editor')
  await page.goto(ADDRESS)
  await page.getByRole('combobox', { name: 'Desk' }).selectOption(desk)
  await page.getByRole('form', { name: 'Desk' }).getByRole('button', { name: 'Show' }).click()
  await page.waitForURL((url) => url.searchParams.get('desk') === desk)
  const glance = page.getByRole('region', { name: 'At a glance' })
  await expect(glance.getByRole('listitem').filter({ hasText: 'claims reviewed' })).toContainText(/^1/)
  await expect(page.getByRole('region', { name: 'By checker' }).getByRole('row')).toHaveCount(2)

  await page.getByRole('link', { name: 'This month' }).click()
  await page.waitForURL((url) => url.searchParams.get('period') === 'this_month')
  expect(new URL(page.url()).searchParams.get('desk')).toBe(desk)
  await expect(page.getByRole('link', { name: 'This month' })).toHaveAttribute('aria-current', 'true')

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^corrections-statistics-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/)
  const csv = readFileSync(await file.path(), 'utf8')
  expect(csv.startsWith('\ufeffperiod_first,')).toBe(true)
  expect(csv).toMatch(/,checks,all,,count,1,0\r\n/)
  expect(csv).toContain(',checks,checker,')

  await page.getByLabel('From', { exact: true }).fill('2001-03-01')
  await page.getByLabel('To', { exact: true }).fill('2001-03-31')
  await page.getByRole('form', { name: 'Days of your choice' }).getByRole('button', { name: 'Show' }).click()
  await page.waitForURL((url) => url.searchParams.get('from') === '2001-03-01')
  await expect(page.getByRole('heading', { name: 'Nothing happened in this period' })).toBeVisible()
  await page.reload()
  await expect(page.getByText('1 Mar 2001 to 31 Mar 2001', { exact: true })).toBeVisible()
  expect(new URL(page.url()).searchParams.get('desk')).toBe(desk)

  await page.goto(`${ADDRESS}?from=2001-03-31&to=2001-03-01`)
  await expect(page.getByText('The last day lies before the first.')).toBeVisible()

  const viewer = await browserOf(browser, 'viewer')
  await viewer.goto(`${ADDRESS}?desk=${encodeURIComponent(desk)}`)
  await expect(viewer.getByRole('region', { name: 'Checks per checker' })).toContainText(
    'One person reviewed claims.',
  )
  await expect(viewer.getByRole('region', { name: 'By checker' })).toHaveCount(0)
})

for (const locale of ['en-GB', 'ar'] as const)
  test(`axe finds nothing on the statistics page, and nothing overflows: ${locale}`, async ({ browser }) => {
    const desk = await makeDesk()
    const page = await browserOf(browser, 'editor', { locale, viewport: { width: 1280, height: 3000 } })
    for (const address of [ADDRESS, `${ADDRESS}?desk=${encodeURIComponent(desk)}`]) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).withTags(LEVELS).analyze()
      expect(violations.map((one) => `${one.id} ${one.nodes[0]?.html}`)).toEqual([])
    }
    await page.setViewportSize({ width: 320, height: 900 })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(over).toBeLessThanOrEqual(0)
    expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr')
  })
