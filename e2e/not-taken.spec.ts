import { expect, makeArticle, signIn, test } from './desk'

const NOT_TAKEN = 'The desk could not accept this'
const UNREACHED = 'The desk cannot be reached'

for (const [what, sentence] of [
  [413, NOT_TAKEN],
  [429, NOT_TAKEN],
  [503, NOT_TAKEN],
  ['no answer', UNREACHED],
] as const)
  test(`a finding that met ${what} stays typed, says why, and is saved at the next press`, async ({
    page,
  }) => {
    const article = await makeArticle()
    await signIn(page, 'editor', `/articles/${article.id}/claims/1`)
    const finding = page.getByLabel('Finding')
    const save = page.getByRole('button', { name: 'Save finding' })
    await finding.fill('The register has 1931.')
    await page.route('**/claims/1', (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      return what === 'no answer' ? route.abort() : route.fulfill({ status: what, body: 'x' })
    })
    await save.click()
    await expect(page.getByText(sentence)).toBeVisible()
    await expect(finding).toHaveValue('The register has 1931.')
    await page.unroute('**/claims/1')
    await save.click()
    await expect(page.getByText('Finding saved', { exact: true })).toBeVisible()
    await expect(page.getByText(sentence)).toHaveCount(0)
  })
