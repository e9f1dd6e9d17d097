import { facts, randomLetters, goByMenu, makeArticle, notice, expect, signIn, browserOf, test } from './desk'
import type { Browser, Page } from '@playwright/test'

const next = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const state = (page: Page, name: string) =>
  page.locator('.correction-head .correction-state', { hasText: name })

/** A claim that the desk has found wrong, with the correct statement. */
async function disputedArticle() {
  const name = `S${Array.from({ length: 5 }, randomLetters).join(' ')}`
  const article = await makeArticle({
    text: `${name} opened in 1932. Nobody paid a toll at first.`,
    claims: [
      {
        quote: `${name} opened in 1932`,
        correction: {
          kind: 'correction',
          replacement: `${name} opened in 1931`,
          reason: 'Register',
        },
      },
    ],
  })
  const claim = article.claims[0]
  const answer = await fetch(`${facts().url}/api/v1/claims/${claim?.id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${facts().token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, status: 'disputed', finding: 'The register has 1931.' }),
  })
  if (answer.status !== 200) throw new Error(`The verdict was refused: ${answer.status}`)
  return { article, name }
}

/** Another person saves an open correction, then the page saves too; the page shows what the other person wrote. */
async function saveBehindAnother(page: Page, browser: Browser) {
  const other = await browserOf(browser, 'checker')
  await other.goto(page.url())
  await other.getByLabel('What was wrong').fill('The year of the opening.')
  await next(other, 'Save')
  await expect(other.getByText('Correction saved', { exact: true })).toBeVisible()
  await page.getByLabel('What was wrong').fill('The year, by one.')
  await next(page, 'Save')
  return { other, conflict: page.getByRole('dialog', { name: 'Someone saved another version' }) }
}

test('a disputed claim becomes a published correction, and the same error elsewhere gets its own', async ({
  page,
}) => {
  const { article, name } = await disputedArticle()
  const other = await makeArticle({
    text: `Some know ${name} opened in 1932. They smile.`,
    claims: [],
  })
  await signIn(page, 'editor')
  await page.goto(`/articles/${article.id}/claims/1`)
  await page.getByRole('link', { name: 'Correct this' }).click()
  await expect(page.getByLabel('Words in the article')).toHaveValue(`${name} opened in 1932`)
  await expect(page.getByLabel('Replacement')).toHaveValue(`${name} opened in 1931`)
  await expect(page.getByLabel('What is right')).toHaveValue('The register has 1931.')
  await page.getByLabel('What is right').clear()
  await next(page, 'Open the correction')
  await expect(page).toHaveURL(/corrections-desk\/\d+$/)
  await expect(state(page, 'Reported')).toBeVisible()

  await expect(page.getByText('Not searched yet')).toBeVisible()
  await next(page, 'Acknowledge')
  await expect(state(page, 'Acknowledged')).toBeVisible()
  await next(page, 'Approve')
  await expect(page.getByText('Say what is right.')).toBeVisible()
  await expect(page.getByText('Write the note that readers see.')).toBeVisible()

  await page.getByLabel('What is right').fill(`${name} opened in 1931.`)
  await next(page, 'Use the template')
  await expect(page.getByLabel('Note to readers')).toHaveValue(/opened in 1931\. Corrected on/)
  await next(page, 'Save')
  await expect(page.getByText('Correction saved', { exact: true })).toBeVisible()
  await next(page, 'Approve')
  await expect(state(page, 'Approved')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The same elsewhere: 1 open' })).toBeVisible()
  await next(page, 'Publish…')
  const preview = page.getByRole('dialog', { name: 'Publish this correction?' })
  await expect(preview.getByText(/opened in 1931\. Corrected on/)).toBeVisible()
  await expect(preview.locator('del')).toHaveText(`${name} opened in 1932`)
  await expect(preview.locator('ins')).toHaveText(`${name} opened in 1931`)
  await page.keyboard.press('Escape')
  await expect(state(page, 'Approved')).toBeVisible()
  await next(page, 'Publish…')
  await next(page, 'Publish')
  await expect(state(page, 'Published')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Fixed in revision 2' })).toBeVisible()

  await page.locator('#main').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('o')
  await expect(notice(page, /Correction \d+ opened/)).toBeVisible()
  await page
    .getByRole('region', { name: /The same elsewhere/ })
    .getByRole('link', { name: /Correction \d+/ })
    .click()
  await expect(page.getByRole('link', { name: other.title })).toBeVisible()
  await expect(page.getByLabel('What is right')).toHaveValue(`${name} opened in 1931.`)

  await page.goto(`/articles/${article.id}`)
  await expect(
    page.getByRole('region', { name: 'Article text' }).getByText(`${name} opened in 1931`),
  ).toBeVisible()
  await goByMenu(page, 'Corrections (1)')
  await expect(page.getByRole('row', { name: /Published/ })).toBeVisible()
})

test('a serious correction waits for a second person; two people who save at once both see the other version', async ({
  page,
  browser,
}) => {
  const { article } = await disputedArticle()
  await signIn(page, 'editor')
  await page.goto(`/corrections-desk/new?article=${article.id}`)
  await page.getByLabel('Severity').selectOption('serious')
  await page.getByLabel('What was wrong').fill('The year.')
  await page.getByLabel('What is right').fill('The bridge opened in 1931.')
  await page.getByLabel('Note to readers').fill('This article had the wrong year: the bridge opened in 1931.')
  await page.reload()
  await expect(page.getByLabel('What was wrong')).toHaveValue('The year.')
  await page.getByRole('button', { name: 'Fixed elsewhere' }).click()
  await page.getByLabel('Where it is fixed').fill('In the publishing system.')
  await next(page, 'Open the correction')
  await expect(page).toHaveURL(/corrections-desk\/\d+$/)

  const { other, conflict } = await saveBehindAnother(page, browser)
  await expect(conflict.getByRole('definition').first()).toHaveText('The year of the opening.')
  await conflict.getByRole('button', { name: 'Replace it with yours' }).click()
  await expect(page.getByText('Correction saved', { exact: true })).toBeVisible()

  await next(page, 'Acknowledge')
  await expect(state(page, 'Acknowledged')).toBeVisible()
  await next(page, 'Approve')
  await expect(state(page, 'Approved')).toBeVisible()
  await expect(page.getByText(/This needs a second person/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish…', exact: true })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Approve as second person' })).toHaveCount(0)
  await other.reload()
  await expect(other.getByRole('button', { name: 'Publish…', exact: true })).toHaveCount(0)

  await page.goto('/corrections-desk?view=table&severity=serious')
  await expect(page.getByRole('row', { name: /The year, by one\./ })).toBeVisible()
})

test('a step pressed during or right after a save is taken, but never over unsaved words', async ({
  page,
}) => {
  const { article } = await disputedArticle()
  await signIn(page, 'editor')
  await page.goto(`/corrections-desk/new?article=${article.id}`)
  await page.getByLabel('What was wrong').fill('The year.')
  await page.getByLabel('What is right').fill('It opened in 1931.')
  await page.getByRole('button', { name: 'Fixed elsewhere' }).click()
  await page.getByLabel('Where it is fixed').fill('In the publishing system.')
  await page.getByLabel('Note to readers').fill('This article had the wrong year: it opened in 1931.')
  await next(page, 'Open the correction')
  await next(page, 'Acknowledge')
  await expect(state(page, 'Acknowledged')).toBeVisible()
  const session = await page.context().newCDPSession(page)
  for (const latency of [0, 100, 300, 600]) {
    await session.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency, downloadThroughput: -1, uploadThroughput: -1 },
    })
    await page.getByLabel('What is right').fill(`It opened in 1931, not in ${1932 + latency}.`)
    await next(page, 'Save')
    await next(page, 'Approve')
    await expect(state(page, 'Approved')).toBeVisible()
    await expect(page.locator('.banner[data-tone="error"]')).toHaveCount(0)
    await page.getByLabel('What is right').fill(`It opened in 1931, and not in ${1932 + latency}.`)
    await next(page, 'Save')
    await expect(state(page, 'Acknowledged')).toBeVisible()
  }
  await page.getByLabel('Note to readers').fill('x'.repeat(20_000))
  await next(page, 'Save')
  await page.getByRole('button', { name: 'Approve', exact: true }).click({ force: true })
  await expect(page.getByText('Too long', { exact: false }).first()).toBeVisible()
  await expect(state(page, 'Acknowledged')).toBeVisible()
})

for (const choice of ['Replace it with yours', 'Use the saved version'])
  test(`a step pressed right after “${choice}” is taken, because its reader has seen the other version`, async ({
    page,
    browser,
  }) => {
    const { article } = await disputedArticle()
    await signIn(page, 'editor')
    await page.goto(`/corrections-desk/new?article=${article.id}`)
    await page.getByLabel('What was wrong').fill('The year.')
    await next(page, 'Open the correction')
    await expect(page).toHaveURL(/corrections-desk\/\d+$/)
    const { conflict } = await saveBehindAnother(page, browser)
    await conflict.getByRole('button', { name: choice }).click()
    await next(page, 'Acknowledge')
    await expect(state(page, 'Acknowledged')).toBeVisible()
    await expect(page.locator('.banner[data-tone="error"]')).toHaveCount(0)
  })
