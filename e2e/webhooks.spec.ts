import AxeBuilder from '@axe-core/playwright'
import { browserOf, expect, randomLetters, test } from './desk'

test('an admin registers a webhook address, tests it and sends again', async ({ browser }) => {
  const page = await browserOf(browser, 'admin')
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Manage webhooks' }).click()
  await expect(page.getByRole('heading', { name: 'Webhooks', level: 1 })).toBeVisible()

  // An invalid address is reported at its field, and the typed text stays.
  const address = page.getByRole('textbox', { name: /^Address/ })
  const register = page.getByRole('button', { name: 'Register an address' })
  await address.fill('http://127.0.0.1:9/hook')
  await register.click()
  await expect(page.getByText('Choose at least one event.')).toBeVisible()
  // No other journey does this, so that the desk sends nothing but the test event.
  await page.getByRole('checkbox', { name: 'Claim restored' }).check()
  await register.click()
  await expect(page.getByText('The desk does not send to this address.')).toBeVisible()
  await expect(address).toHaveValue('http://127.0.0.1:9/hook')

  // A host name without an address may be registered: deliveries start once the name resolves.
  const url = `https://${randomLetters()}.invalid/hook`
  await address.fill(url)
  await register.click()
  await expect(page.getByText(/^whsec_[A-Za-z0-9+/]+=*$/)).toBeVisible()
  await expect(address).toHaveValue('')
  await page.reload()
  await expect(page.getByText(/^whsec_/)).toHaveCount(0)

  await page.getByRole('link', { name: url }).click()
  await expect(page.getByText('Nothing was sent yet')).toBeVisible()
  await page.getByRole('button', { name: 'Send a test event' }).click()
  const line = page.getByRole('listitem').filter({ hasText: 'Test event' }).filter({ hasText: 'Waiting' })
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(line).toContainText(/could not be reached|no answer/, { timeout: 2_000 })
  }).toPass()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await line.getByRole('button', { name: /^Send again: Test event/ }).click()
  await expect(page.getByText('It will be sent again').first()).toBeVisible()

  await page.getByRole('button', { name: 'Disable' }).click()
  await expect(page.getByRole('button', { name: 'Enable' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send a test event' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Send again/ })).toHaveCount(0)
})

test('only admins see webhooks', async ({ browser }) => {
  const page = await browserOf(browser, 'editor')
  await page.goto('/settings')
  await expect(page.getByRole('heading', { name: 'API tokens' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Manage webhooks' })).toHaveCount(0)
  await page.goto('/settings/webhooks')
  await expect(page.getByText('There is nothing at this address')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveCount(0)
})
