import { readFile } from 'node:fs/promises'
import { browserOf, expect, makeArticle, randomLetters, signIn, test } from './desk'

test('all filtered claims are exported as CSV, and an incomplete file is not kept', async ({ page }) => {
  const name = randomLetters()
  const quotes = Array.from({ length: 30 }, (_, index) => `Bridge ${name} number ${index + 1} opened`)
  const article = await makeArticle({
    text: `${quotes.join('. ')}.`,
    claims: quotes.map((quote) => ({ quote })),
  })
  await signIn(page, 'viewer', `/claims?article=${article.id}&sort=number&limit=25`)
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export claims' })
  await expect(dialog.getByText('30 claims match.')).toBeVisible()
  await expect(dialog.getByText(article.title)).toBeVisible()

  await page.route('**/claims/export/**', () => undefined)
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog.getByRole('progressbar', { name: 'Export claims' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel export' }).click()
  await expect(dialog.getByText('The export was cancelled.')).toBeVisible()
  await page.unrouteAll({ behavior: 'ignoreErrors' })

  await page.route('**/claims/export/**', (route) =>
    route.fulfill({ headers: { 'x-claim-count': '30' }, body: 'claim_id\r\n' }),
  )
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('The file came incomplete')
  await page.unrouteAll({ behavior: 'ignoreErrors' })

  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/^Claims \d{4}-\d\d-\d\d\.csv$/)
  const lines = (await readFile(await file.path(), 'utf8')).split('\r\n')
  expect(lines[0]).toMatch(/^\ufeffclaim_id,claim_number,quote,/)
  expect(lines.slice(1, -1).map((line) => line.split(',')[2])).toEqual(quotes)
  await expect(dialog.getByText('The file was saved with 30 claims.')).toBeVisible()
})

test('a workbook is exported in Arabic on a phone, with an Arabic file name', async ({ browser }) => {
  const article = await makeArticle()
  const page = await browserOf(browser, 'viewer', {
    locale: 'ar',
    viewport: { width: 320, height: 700 },
  })
  await page.goto(`/claims?article=${article.id}`)
  await page.getByRole('button', { name: 'تصدير…' }).click()
  const dialog = page.getByRole('dialog', { name: 'تصدير الادعاءات' })
  await dialog.getByRole('button', { name: 'Excel (XLSX)' }).click()
  await expect(dialog.getByRole('checkbox')).toHaveCount(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'صدِّر' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/^الادعاءات \d{4}-\d\d-\d\d\.xlsx$/)
  expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK')
  await expect(dialog.getByText('حُفظ الملف وفيه ادعاءان.')).toBeVisible()
  await page.context().close()
})
