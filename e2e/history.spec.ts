import AxeBuilder from '@axe-core/playwright'
import { browserOf, expect, test } from './desk'

test('an admin reads the history of the desk itself and checks every history', async ({ browser }) => {
  const page = await browserOf(browser, 'admin')
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Open the history' }).click()
  await expect(page.getByRole('heading', { name: 'History of the desk itself', level: 1 })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Person added' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Check the history' }).click()
  await expect(page.getByText(/^All is whole: [\d,]+ lines in [\d,]+ histories\.$/)).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.goto('/settings/history?after=nowhere')
  await expect(page.getByRole('alert').filter({ hasText: /./ }).first()).toBeVisible()
})

test('only admins see the history of the desk itself', async ({ browser }) => {
  const page = await browserOf(browser, 'editor')
  await page.goto('/settings')
  await expect(page.getByRole('heading', { name: 'API tokens' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open the history' })).toHaveCount(0)
  await page.goto('/settings/history')
  await expect(page.getByText('There is nothing at this address')).toBeVisible()
})
