import type { Page, Route } from '@playwright/test'
import { expectAccessible } from './axe'
import { breakingWay, type Way } from './breaking'
import { browserOf, expect, facts, makeArticle, settled, signIn, test } from './desk'

let way: Way
test.beforeAll(async () => {
  way = await breakingWay(facts().url)
})
test.afterAll(() => way?.end())

/** Lets the first half of each answer to an action pass as if it were the whole, as some proxies do. */
async function halve(route: Route) {
  if (route.request().method() !== 'POST') return route.continue()
  const answer = await route.fetch()
  const body = await answer.body()
  await route.fulfill({ response: answer, body: body.subarray(0, Math.floor(body.length / 2)) })
}

for (const [locale, after, unreached, saved] of [
  ['en-GB', 0, 'The desk cannot be reached', 'Finding saved'],
  ['ar', 0.3, 'تعذّر الوصول إلى المكتب', 'حُفظت النتيجة'],
  ['ar', 0.6, 'تعذّر الوصول إلى المكتب', 'حُفظت النتيجة'],
  ['en-GB', 0.9, 'The desk cannot be reached', 'Finding saved'],
] as const)
  test(`a page stays when its answer breaks off after ${after} of it (${locale}), and the words are saved at the next press`, async ({
    browser,
  }) => {
    const article = await makeArticle()
    const page = await browserOf(browser, 'editor', { locale })
    await page.goto(`${way.url}/articles/${article.id}/claims/1`)
    const finding = page.locator('textarea').first()
    await finding.fill('The register has 1931.')
    const broken = way.breakAnswers(article.id, after)
    await finding.press('Control+Enter')
    await expect(page.getByText(unreached)).toBeVisible()
    await expect(finding).toHaveValue('The register has 1931.')
    expect(broken()).toBeGreaterThan(0)
    way.mend(article.id)
    await finding.press('Control+Enter')
    await expect(page.getByText(saved, { exact: true })).toBeVisible()
    await expect(finding).toHaveValue('The register has 1931.')
    await page.context().close()
  })

async function savedOnHalfAnAnswer(page: Page, address: string) {
  await page.goto(address)
  await page.route('**/claims/1', halve)
  await page.locator('textarea').first().fill('Half of it')
  await page.locator('textarea').first().press('Control+Enter')
}

for (const [locale, title, again] of [
  ['en-GB', 'This page could not be shown', 'Try again'],
  ['ar', 'تعذّر عرض هذه الصفحة', 'أعد المحاولة'],
] as const)
  test(`a page that cannot be shown says so in the reader’s language and comes back: ${locale}`, async ({
    browser,
  }) => {
    const article = await makeArticle()
    const page = await browserOf(browser, 'editor', { locale })
    await savedOnHalfAnAnswer(page, `/articles/${article.id}/claims/1`)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expectAccessible(page)
    await page.unroute('**/claims/1')
    await page.getByRole('button', { name: again }).click()
    await expect(page.locator('textarea').first()).toHaveValue('Half of it')
    await page.context().close()
  })

test('a document has a title at every moment on the way between pages', async ({ page }) => {
  const article = await makeArticle()
  await page.addInitScript(() => {
    const titles: string[] = []
    Object.assign(window, { titles })
    const note = () => queueMicrotask(() => titles.at(-1) !== document.title && titles.push(document.title))
    new MutationObserver(note).observe(document, { childList: true, subtree: true, characterData: true })
  })
  await signIn(page, 'editor', `/articles/${article.id}/claims/1`)
  await page.evaluate(() => ((window as unknown as { titles: string[] }).titles.length = 0))
  for (const place of ['/my-work', '/claims', '/articles']) {
    await page.locator(`nav a[href="${place}"]`).first().click()
    await page.waitForURL(`**${place}`)
    await settled(page)
  }
  await expect(page).toHaveTitle(/^Articles/)
  const titles = await page.evaluate(() => (window as unknown as { titles: string[] }).titles)
  expect(titles).not.toContain('')
  expect(titles.length).toBeGreaterThanOrEqual(3)
})
