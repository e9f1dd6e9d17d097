import { expect, facts, randomLetters, signIn, signInByForm, test } from './desk'

test('a stranger is sent to sign in and returns to the requested page', async ({ page }) => {
  await page.goto('/articles?x=1')
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/)
  const { email, password } = facts().accounts.viewer
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/articles\?x=1$/)
})

test('a wrong password is refused with a message, and the typed address stays', async ({ page }) => {
  const address = `nobody-${randomLetters()}@demo.factdesk.example`
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(address)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'do not match' })).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(address)
})

test('a return address outside the site is ignored', async ({ page, baseURL }) => {
  await signInByForm(page, 'viewer', '//evil.test/x')
  expect(new URL(page.url()).origin).toBe(new URL(baseURL ?? '').origin)
})

test('signing out ends the session', async ({ page }) => {
  await signInByForm(page, 'viewer')
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto('/articles')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('the whole interface switches to Arabic and back', async ({ page }) => {
  await signIn(page, 'viewer')
  await page.getByRole('button', { name: 'العربية' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('heading', { name: 'المقالات', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
})
