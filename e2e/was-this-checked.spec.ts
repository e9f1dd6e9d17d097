import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { LEVELS } from './axe'
import { browserOf, expect, makeArticle, randomLetters, signIn, test } from './desk'

/** The faults that axe finds, and the elements that stick out of the page. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(LEVELS).analyze()
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return [
    ...violations.map((one) => `${one.id} ${one.nodes[0]?.html} ${one.nodes[0]?.failureSummary}`),
    ...(over > 0 ? [`${over} px too wide`] : []),
  ]
}

async function paste(page: Page, text: string) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.locator('main textarea').press('ControlOrMeta+a')
  await page.locator('main textarea').press('ControlOrMeta+v')
}

/** An article with one disputed claim about a dam that no other journey names. */
async function makeChecked(language: 'en' | 'ar') {
  const dam = randomLetters()
  const quote =
    language === 'en'
      ? `The dam at ${dam} lost 12% of its water in 2023`
      : `فقد سدّ ${dam} ١٢٪ من مياهه في عام ٢٠٢٣`
  const finding = language === 'en' ? 'The archive has 9 percent.' : 'في السجل ٩ في المئة.'
  const article = await makeArticle({
    language,
    text: `${quote}.`,
    claims: [{ quote, status: 'disputed', finding }],
  })
  return { dam, finding, article }
}

test('a reader’s message, pasted, leads to the claim that answers it', async ({ page }) => {
  const { dam, finding, article } = await makeChecked('en')
  await signIn(page, 'viewer', '/claims/similar')
  await expect(page.getByLabel('The message')).toBeFocused()
  const message = `RT @anybody: Did you hear?? 😱 The dam at ${dam} lost 21% of its water in 2023! https://t.co/a1`
  await paste(page, message)
  const found = page.getByRole('region', { name: /may say the same/ })
  await expect(found.getByRole('heading')).toBeFocused()
  await expect(found.getByRole('heading')).toBeInViewport()
  const first = found.getByRole('listitem').first()
  for (const shown of ['Disputed', article.title, finding, 'Other figures:', /21% ≠/])
    await expect(first.getByText(shown)).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.reload()
  await expect(page.getByLabel('The message')).toHaveValue(message)
  await found.getByRole('link', { name: article.title }).click()
  await page.waitForURL(`**/articles/${article.id}/claims/1`)
})

test('in Arabic, on a phone: a message leads to the claim that answers it', async ({ browser }) => {
  const { dam, finding, article } = await makeChecked('ar')
  const page = await browserOf(browser, 'viewer', { locale: 'ar', viewport: { width: 390, height: 800 } })
  await page.goto('/claims/similar')
  await expect(page.getByRole('heading', { name: 'هل دُقّق هذا؟' })).toBeVisible()
  await paste(page, `منقول: عاااااجل ‼️ فقد سد ${dam} 12٪ من مياهه فى عام 2023 😱 #السد`)
  const found = page.getByRole('region', { name: /الشيء نفسه/ })
  const first = found.getByRole('listitem').first()
  for (const shown of [article.title, finding, /الأرقام نفسها/])
    await expect(first.getByText(shown)).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await found.getByRole('link', { name: article.title }).click()
  await page.waitForURL(`**/articles/${article.id}/claims/1`)
  await page.context().close()
})

test('a statement typed into the search of any page leads there with its words', async ({ page }) => {
  const { dam, article } = await makeChecked('en')
  await signIn(page, 'viewer', '/reports')
  const search = page.locator('.shell-search input')
  await search.fill(`water of the dam at ${dam} was lost in 2023`)
  await search.press('Enter')
  await page.getByRole('link', { name: 'Was this checked? Look for claims that say the same' }).click()
  await expect(page.getByRole('link', { name: article.title })).toBeVisible()
  await page.goto(`/claims?q=${dam}`)
  await expect(page.getByRole('link', { name: /^Was this checked\? Look/ })).toHaveCount(0)
})

test('what nobody says leads on, and a refused text stays', async ({ page }) => {
  await signIn(page, 'editor', '/claims/similar')
  const field = page.getByLabel('The message')
  await field.fill(`${randomLetters()} ${randomLetters()} ${randomLetters()}`)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing on the desk says this' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'New article' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  const long = 'word '.repeat(1_001)
  await field.fill(long)
  await field.press('ControlOrMeta+Enter')
  await expect(page.getByText(/^Too long: at most 5,?000/)).toBeVisible()
  await expect(field).toHaveValue(long)
  await page.goto(`/claims/similar?text=${encodeURIComponent('RT @a: https://t.co/a')}`)
  await expect(page.getByText(/^There are no words to look for/)).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})
