import type { Page } from '@playwright/test'
import { expect, facts, makeArticle, signIn, signInByForm, test } from './desk'

const finding = (page: Page) => page.getByLabel('Finding')
const drafts = (page: Page) =>
  page.evaluate(() => Object.entries(window.localStorage).filter(([key]) => key.startsWith('factdesk-draft')))

async function signOut(page: Page) {
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
}

async function writeFinding(id: string, version: number, words: string) {
  const answer = await fetch(`${facts().url}/api/v1/claims/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${facts().token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version, finding: words }),
  })
  expect(answer.status).toBe(200)
}

test('the desk never offers one person’s draft to the next, and offers it again when that person returns', async ({
  page,
}) => {
  const article = await makeArticle()
  const address = `/articles/${article.id}/claims/1`
  await signInByForm(page, 'checker', address)
  await page.evaluate((id) => {
    window.localStorage.setItem(
      `factdesk-draft:finding:${id}`,
      JSON.stringify({ value: 'Anyone’s', version: 1 }),
    )
  }, article.claims[0]?.id ?? '')
  await finding(page).fill('The checker typed this')
  await page.context().clearCookies()

  await signInByForm(page, 'editor', address)
  await expect(finding(page)).toHaveValue('')
  await expect(page.getByText('Restored what you typed')).toHaveCount(0)
  await finding(page).fill('The editor typed that')
  await page.reload()
  await expect(finding(page)).toHaveValue('The editor typed that')
  await signOut(page)
  expect(JSON.stringify(await drafts(page))).not.toContain('The editor typed that')

  await signInByForm(page, 'checker', address)
  await expect(page.getByText('Restored what you typed')).toBeVisible()
  await expect(finding(page)).toHaveValue('The checker typed this')
  expect(JSON.stringify(await drafts(page))).not.toContain('Anyone')
})

test('signing out deletes drafts on all pages of the browser, and a page of the previous person sends nothing', async ({
  page,
}) => {
  const article = await makeArticle()
  const address = `/articles/${article.id}/claims/1`
  await signInByForm(page, 'checker', address)
  await finding(page).fill('Half typed by the checker')
  const second = await page.context().newPage()
  await second.goto(`/articles/${article.id}`)
  await expect(second.getByRole('button', { name: /^Account/ })).toBeVisible()
  await signOut(second)
  await expect(page).toHaveURL(/\/sign-in/)
  expect(await drafts(page)).toEqual([])

  await signInByForm(page, 'checker', address)
  await expect(finding(page)).toHaveValue('')
  await finding(page).fill('Typed before the editor came')
  await page.context().clearCookies()
  await signInByForm(second, 'editor', address)
  await expect(page.getByRole('button', { name: /^Account: ليلى/ })).toBeVisible()
  await expect(finding(page)).toHaveValue('')
})

test('a draft over an older version is offered beside the newer saved version', async ({ page }) => {
  const article = await makeArticle()
  const claim = article.claims[0]
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
  await finding(page).fill('Mine, typed before')
  await writeFinding(claim?.id ?? '', 1, 'Saved by another')
  await page.reload()
  await expect(page.getByText('what the form shows is newer')).toBeVisible()
  await expect(finding(page)).toHaveValue('Saved by another')
  await finding(page).fill('Saved by another, and more')
  await page.reload()
  await expect(finding(page)).toHaveValue('Saved by another, and more')
  await expect(page.locator('.offered-draft')).toHaveText('Mine, typed before')
  await page.getByRole('button', { name: 'Put it in the form' }).click()
  await expect(finding(page)).toHaveValue('Mine, typed before')
  await expect(page.locator('.offered-draft')).toHaveCount(0)
  await page.getByRole('button', { name: 'Save finding' }).click()
  await expect(page.getByText('Finding saved', { exact: true })).toBeVisible()
})
