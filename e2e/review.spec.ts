import { expect, makeArticle, signIn, test, unfold, type MadeArticle } from './desk'
import type { Page } from '@playwright/test'

const open = (page: Page, article: MadeArticle, number = 1) =>
  page.goto(`/articles/${article.id}/claims/${number}`)
const status = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Status' }).getByRole('button', { name })

async function addSource(page: Page, title: string) {
  await page.getByRole('button', { name: /New source/ }).click()
  await fillSource(page, title)
}

async function fillSource(page: Page, title: string) {
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Web address').fill('example.org/bridge')
  await page.getByRole('button', { name: 'Save source' }).click()
  await expect(page.getByRole('link', { name: title })).toHaveAttribute('href', 'https://example.org/bridge')
}

test('by mouse: a source is added, the claim is verified, and the history shows both', async ({ page }) => {
  const article = await makeArticle()
  await signIn(page, 'checker')
  await open(page, article)
  await status(page, 'Verified').click()
  await expect(page.getByText('marked verified when this source is saved')).toBeVisible()
  await fillSource(page, 'Bridge register')
  await expect(page.getByText('Claim 1: Verified', { exact: true })).toBeVisible()
  await page.reload()
  await expect(status(page, 'Verified')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('Reviewed by Omar Haddad')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Claim 1, Verified' })).toBeVisible()
})

test('by keyboard: next claim, finding, disputed, undo', async ({ page }) => {
  const article = await makeArticle()
  await signIn(page, 'checker')
  await page.goto(`/articles/${article.id}`)
  await expect(page.getByRole('tab', { name: /^Claims/ })).toBeVisible()
  await page.keyboard.press('j')
  await expect(page).toHaveURL(/claims\/1$/)
  await page.keyboard.press('j')
  await expect(page).toHaveURL(/claims\/2$/)
  await expect(page.getByRole('heading', { name: 'Claim 2' })).toBeVisible()
  await page.keyboard.press('f')
  await page.keyboard.type('vduns is not a set of keys here: it is 502 metres')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Finding saved', { exact: true })).toBeVisible()
  await page.locator('#main').focus()
  await page.keyboard.press('d')
  await expect(page.getByText('Claim 2: Disputed', { exact: true })).toBeVisible()
  await expect(status(page, 'Disputed')).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(status(page, 'Unreviewed')).toHaveAttribute('aria-pressed', 'true')
  // A key does nothing while the undoing is under way.
  await expect(async () => {
    await page.keyboard.press('k')
    await expect(page).toHaveURL(/claims\/1$/, { timeout: 2_000 })
  }).toPass()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
})

test('keyboard shortcuts work with an Arabic keyboard layout', async ({ page }) => {
  const article = await makeArticle()
  await signIn(page, 'checker')
  await page.goto(`/articles/${article.id}`)
  await expect(page.getByRole('tab', { name: /^Claims/ })).toBeVisible()
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ت', code: 'KeyJ', bubbles: true })),
  )
  await expect(page).toHaveURL(/claims\/1$/)
})

test('a disputed verdict without a finding is refused at the finding field', async ({ page }) => {
  const article = await makeArticle()
  await signIn(page, 'checker')
  await open(page, article)
  await status(page, 'Disputed').click()
  await expect(page.getByText('Disputed needs a finding')).toBeVisible()
  await expect(page.getByLabel('Finding')).toBeFocused()
  await page.getByLabel('Finding').fill('It opened in 1931.')
  await page.getByRole('button', { name: 'Save finding' }).click()
  await expect(status(page, 'Disputed')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('Claim 1: Disputed', { exact: true })).toBeVisible()
})

test('a javascript: address is refused at its field and no typed word is lost', async ({ page }) => {
  const article = await makeArticle()
  await signIn(page, 'checker')
  await open(page, article)
  await page.getByRole('button', { name: /New source/ }).click()
  await page.getByLabel('Title').fill('Trap')
  await page.getByLabel('Web address').fill('javascript:alert(1)')
  await page.getByRole('button', { name: 'Save source' }).click()
  await expect(page.getByText('Only web addresses that begin with http')).toBeVisible()
  await expect(page.getByLabel('Title')).toHaveValue('Trap')
  await page.reload()
  await page.getByRole('button', { name: /New source/ }).click()
  await expect(page.getByLabel('Title')).toHaveValue('Trap')
})

test('a double click saves one source', async ({ page }) => {
  const article = await makeArticle()
  await signIn(page, 'checker')
  await open(page, article)
  await page.getByRole('button', { name: /New source/ }).click()
  await page.getByLabel('Title').fill('Once')
  await page.getByRole('button', { name: 'Save source' }).dblclick()
  await expect(page.getByRole('button', { name: 'Remove source: Once' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Remove source: Once' })).toHaveCount(1)
  await unfold(page, 'History of this claim')
  await expect(page.getByRole('definition').filter({ hasText: /^Once$/ })).toHaveCount(1)
})

test('undo restores a removed source', async ({ page }) => {
  const article = await makeArticle()
  await signIn(page, 'checker')
  await open(page, article)
  await addSource(page, 'Gazette')
  await page.getByRole('button', { name: 'Remove source: Gazette' }).click()
  await expect(page.getByRole('link', { name: 'Gazette' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByRole('link', { name: 'Gazette' })).toBeVisible()
})

test('a viewer sees no way to edit', async ({ page }) => {
  const article = await makeArticle()
  await signIn(page, 'viewer')
  await open(page, article)
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Status' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /New source|Add a claim|Withdraw/ })).toHaveCount(0)
  await page.keyboard.press('v')
  await page.goto('/articles/new')
  await expect(page).toHaveURL(/\/articles$/)
})
