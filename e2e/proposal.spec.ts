import { browserOf, expect, makeArticle, notice, signIn, test, unfold } from './desk'
import type { Page } from '@playwright/test'

const form = (page: Page) => page.getByRole('form', { name: 'Proposed wording' })
const words = (page: Page) => form(page).getByRole('textbox', { name: 'Words in place of the quote' })

test('a wording is proposed by keyboard, survives a reload before it is saved, and is removed', async ({
  page,
}) => {
  const article = await makeArticle()
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
  await unfold(page, 'Proposed wording')
  await form(page).getByRole('button', { name: 'Begin with the quote' }).click()
  await words(page).press('Control+Enter')
  await expect(form(page).getByText('These are the claim’s own words.')).toBeVisible()
  await words(page).press('End')
  await words(page).pressSequentially(', they say')
  await page.reload()
  await expect(words(page)).toHaveValue(/, they say$/)
  await words(page).press('Control+Enter')
  await expect(notice(page, 'Proposed wording saved')).toBeVisible()
  await page.reload()
  await expect(words(page)).toHaveValue(/, they say$/)
  await form(page).getByRole('button', { name: 'Remove it' }).click()
  await expect(notice(page, 'Proposed wording removed')).toBeVisible()
  await expect(words(page)).toHaveValue('')
})

test('two people propose a wording: the second one sees both', async ({ page, browser }) => {
  const article = await makeArticle()
  const address = `/articles/${article.id}/claims/1`
  await signIn(page, 'checker', address)
  const other = await browserOf(browser, 'editor')
  await other.goto(address)
  await unfold(page, 'Proposed wording')
  await unfold(other, 'Proposed wording')
  await words(page).fill('In 1999')
  await words(other).fill('In 1997')
  await words(other).press('Control+Enter')
  await expect(notice(other, 'Proposed wording saved')).toBeVisible()
  await words(page).press('Control+Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('In 1997').first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Replace it with yours' }).click()
  await expect(notice(page, 'Proposed wording saved')).toBeVisible()
  await expect(words(other)).toHaveValue('In 1999')
})

test('somebody who only reads sees the wording and its reason', async ({ page, browser }) => {
  const article = await makeArticle()
  const address = `/articles/${article.id}/claims/1`
  await signIn(page, 'viewer', address)
  await expect(page.getByText('Proposed wording')).toHaveCount(0)
  const checker = await browserOf(browser, 'checker')
  await checker.goto(address)
  await unfold(checker, 'Proposed wording')
  await words(checker).fill('افتُتح عام ١٩٩٩')
  await form(checker).getByRole('textbox', { name: 'Reason' }).fill('The log of May.')
  await form(checker).getByRole('button', { name: 'Save the wording' }).click()
  // The history, folded below, has the words as well.
  const shown = page
    .locator('details')
    .filter({ has: page.locator('summary', { hasText: 'Proposed wording' }) })
  await expect(shown.getByText('افتُتح عام ١٩٩٩')).toBeVisible()
  await expect(shown.getByText('Reason: The log of May.')).toBeVisible()
  await expect(form(page)).toHaveCount(0)
})
