import { browserOf, expect, makeArticle, signIn, test } from './desk'

test('of two editors on one claim, the second sees both values and chooses', async ({ browser }) => {
  const article = await makeArticle()
  const address = `/articles/${article.id}/claims/1`
  const [first, second] = await Promise.all([browserOf(browser, 'checker'), browserOf(browser, 'editor')])
  await Promise.all([first.goto(address), second.goto(address)])
  await second.getByLabel('Finding').fill('Mine: the opening was in 1931.')
  await first.getByLabel('Finding').fill('Theirs: the register says 1932.')
  await first.getByRole('button', { name: 'Save finding' }).click()
  await expect(first.getByText('Finding saved', { exact: true })).toBeVisible()
  await second.getByRole('button', { name: 'Save finding' }).click()
  const dialog = second.getByRole('dialog', { name: /before you/ })
  const sides = dialog.getByRole('definition')
  await expect(sides).toHaveText(['Theirs: the register says 1932.', 'Mine: the opening was in 1931.'])
  await dialog.getByRole('button', { name: 'Keep editing' }).click()
  await expect(second.getByLabel('Finding')).toHaveValue('Mine: the opening was in 1931.')
  await second.getByRole('button', { name: 'Save finding' }).click()
  await second.getByRole('button', { name: 'Replace it with yours' }).click()
  await expect(second.getByText('Finding saved', { exact: true })).toBeVisible()
  await first.reload()
  await expect(first.getByLabel('Finding')).toHaveValue('Mine: the opening was in 1931.')
  await Promise.all([first.context().close(), second.context().close()])
})

test('an expired session loses nothing of a half-typed finding', async ({ page }) => {
  const article = await makeArticle()
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
  await page.getByLabel('Finding').fill('Half a sentence that')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Save finding' }).click()
  await expect(page.getByText('You are signed out')).toBeVisible()
  await expect(page.getByLabel('Finding')).toHaveValue('Half a sentence that')
  const again = page.getByRole('link', { name: 'Sign in again' })
  await expect(again).toHaveAttribute(
    'href',
    new RegExp(encodeURIComponent(`/articles/${article.id}/claims/1`)),
  )
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
  await expect(page.getByText('Restored what you typed')).toBeVisible()
  await expect(page.getByLabel('Finding')).toHaveValue('Half a sentence that')
})

test('a reload keeps the typed words, says so, and offers to discard them', async ({ page }) => {
  const article = await makeArticle()
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
  await page.getByLabel('Finding').fill('Not saved yet')
  await page.reload()
  await expect(page.getByText('Restored what you typed')).toBeVisible()
  await page.getByRole('button', { name: 'Discard it' }).click()
  await expect(page.getByLabel('Finding')).toHaveValue('')
  await page.reload()
  await expect(page.getByText('Restored what you typed')).toHaveCount(0)
})

test('a lost connection keeps the finding in the field', async ({ page }) => {
  const article = await makeArticle()
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
  await page.getByLabel('Finding').fill('Typed on the train')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Save finding' }).click()
  await expect(page.getByText('The desk cannot be reached')).toBeVisible()
  await expect(page.getByLabel('Finding')).toHaveValue('Typed on the train')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Save finding' }).click()
  await expect(page.getByText('Finding saved', { exact: true })).toBeVisible()
})
