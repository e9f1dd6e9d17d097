import { readFile } from 'node:fs/promises'
import { expect, makeArticle, signIn, test } from './desk'

test('the disputed claim stands in its article’s report, with its source and who reviewed it', async ({
  page,
}) => {
  await signIn(page, 'viewer', '/articles')
  await page
    .getByRole('link', { name: /الدبلوماسية|كازاخستان/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Report', exact: true }).click()
  await expect(page).toHaveURL(/\/report\/html$/)
  await expect(page.getByText('Interim report', { exact: true })).toBeVisible()
  const claim = page.getByRole('article', { name: 'Claim 16' })
  await expect(claim.getByText('وتستضيف كازاخستان')).toHaveAttribute('dir', 'rtl')
  await expect(claim.getByText('Disputed')).toBeVisible()
  await expect(claim.getByText(/UNRCCA/).first()).toBeVisible()
  await expect(claim.getByText('Reviewed by Omar Haddad')).toBeVisible()
})

test('a report is printed by its button and taken as a file', async ({ page }) => {
  const article = await makeArticle({
    claims: [{ quote: 'It is 503 metres long', status: 'disputed', finding: '=502' }],
  })
  const refused: string[] = []
  page.on('console', (line) => line.type() === 'error' && refused.push(line.text()))
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  await signIn(page, 'viewer', `/articles/${article.id}/report/html?language=ar`)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(article.title)
  await page.getByRole('button', { name: 'طباعة' }).click()
  await expect(page.locator('body[data-printed]')).toBeVisible()
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: /CSV/ }).click()
  const file = await waiting
  expect(file.suggestedFilename()).toBe(`تقرير التحقق – ${article.title}.csv`)
  const text = await readFile(await file.path(), 'utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(text).toContain("'=502")
  expect(refused).toEqual([])
})

test('a stranger signs in before a report, and an unknown article has none', async ({ page }) => {
  const article = await makeArticle()
  const address = `/articles/${article.id}/report/html`
  await page.goto(address)
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/)
  expect((await page.request.get(`/articles/${article.id}/report/csv`)).status()).toBe(401)
  await signIn(page, 'viewer', address)
  await expect(page).toHaveURL(new RegExp(`${address}$`))
  const unknown = address.replace(article.id, '0193a000-0000-7000-8000-000000000000')
  expect((await page.request.get(unknown)).status()).toBe(404)
  expect((await page.request.get(`/articles/${article.id}/report/exe`)).status()).toBe(404)
})

test('the history of an article tells who did what, by the newsroom’s clock', async ({ page }) => {
  const article = await makeArticle()
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
  await page.locator('#main').focus()
  await page.keyboard.press('n')
  await expect(page.getByText('Claim 1: Needs source', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'History', exact: true }).first().click()
  const line = page.getByRole('listitem').filter({ hasText: 'Claim reviewed' })
  await expect(line).toContainText('Omar Haddad')
  await expect(line).toContainText(/Unreviewed.*Needs source/)
  await expect(line.locator('time')).toHaveAttribute('title', /\d{4}.*(UTC|GMT)/)
  await expect(page.getByRole('listitem').last()).toContainText('Article taken in')
  await line.getByRole('link', { name: 'Claim 1' }).click()
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeVisible()
})
