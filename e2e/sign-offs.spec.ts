import { browserOf, expect, facts, makeArticle, notice, test } from './desk'

/** An article with three disputed claims, by the editor whose token the journeys have. */
async function disputedArticle() {
  const article = await makeArticle({
    claims: [
      { quote: 'The bridge opened in 1932' },
      { quote: 'It is 503 metres long' },
      { quote: 'Nobody paid a toll at first' },
    ],
  })
  for (const { id } of article.claims) {
    const answer = await fetch(`${facts().url}/api/v1/claims/${id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${facts().token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ version: 1, status: 'disputed', finding: 'The register says otherwise.' }),
    })
    if (answer.status !== 200) throw new Error(`The verdict was refused: ${answer.status}`)
  }
  return article
}

test('a second person signs off the claims that they opened, and takes it back, with one press each', async ({
  browser,
}) => {
  const article = await disputedArticle()
  const page = await browserOf(browser, 'admin')
  const told = () => page.waitForResponse((answer) => answer.url().includes('/claims/opened'))
  const first = told()
  await page.goto(`/articles/${article.id}/claims/1`)
  expect((await first).status()).toBe(204)
  const second = told()
  await page.keyboard.press('j')
  expect((await second).status()).toBe(204)
  await page.getByRole('link', { name: 'Sign off all that you opened' }).click()

  const waiting = page.getByRole('region', { name: 'Waiting for a second person' })
  await expect(waiting).toContainText('3 claims wait')
  await expect(waiting).toContainText('You have not opened one claim yet.')
  await waiting.getByRole('button', { name: 'Sign off the 2 claims that you opened…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign off 2 claims?' })
  await expect(dialog).toContainText('Claims: 1 · 2')
  await page.keyboard.press('Enter')
  await expect(waiting.getByRole('status')).toHaveText('2 claims are signed off.')
  await expect(waiting).toContainText('One claim waits')

  await waiting.getByRole('button', { name: 'Undo' }).click()
  await expect(waiting.getByRole('status')).toHaveText('2 sign-offs were withdrawn.')
  await expect(waiting).toContainText('3 claims wait')
  await page.context().close()
})

test('nobody is offered their own claims, and a claim that was changed since has to be opened again', async ({
  browser,
}) => {
  const article = await disputedArticle()
  const [own, other] = await Promise.all([browserOf(browser, 'editor'), browserOf(browser, 'admin')])
  await own.goto(`/articles/${article.id}/report`)
  const mine = own.getByRole('region', { name: 'Waiting for a second person' })
  await expect(mine).toContainText('You wrote part of 3 claims')
  await expect(mine.getByRole('button', { name: /Sign off/ })).toHaveCount(0)

  const told = other.waitForResponse((answer) => answer.url().includes('/claims/opened'))
  await other.goto(`/articles/${article.id}/claims/1`)
  await told
  // A panel that stays open shows the change as it happens, and is opened by that.
  await other.goto('/settings')
  await own.goto(`/articles/${article.id}/claims/1`)
  await own.getByLabel('Finding', { exact: true }).fill('The register says 1931.')
  await own.getByRole('button', { name: 'Save finding' }).click()
  await expect(notice(own, 'Finding saved')).toBeVisible()
  await other.goto(`/articles/${article.id}/report`)
  const theirs = other.getByRole('region', { name: 'Waiting for a second person' })
  await expect(theirs).toContainText('One claim was changed since you opened it.')
  await theirs.getByRole('link', { name: 'Open claim 1' }).click()
  await expect(other.getByText('The register says 1931.').first()).toBeVisible()
  await Promise.all([own.context().close(), other.context().close()])
})
