import AxeBuilder from '@axe-core/playwright'
import { browserOf, expect, goByMenu, makeArticle, signIn, test } from './desk'

const TEXT = 'The bridge opened in 1932. It cost two coins. Later it cost two coins again. Nobody counted.'
const LIST = [
  'quote;status;finding;source title;source URL;stance;mood',
  'The bridge opened in 1932;disputed;"It was 1931;\nsee the register.";Register;example.org/r;refutes;bad',
  'cost two coins;;;;;;',
  'It never closed;;;;;;',
  'Nobody counted;verified;;;;;',
  'Later;maybe;;;;;',
].join('\n')

test('a list of claims is imported into an article, previewed, decided and saved', async ({ page }) => {
  const article = await makeArticle({ text: TEXT, claims: [] })
  await signIn(page, 'checker', `/articles/${article.id}`)
  await goByMenu(page, 'Import claims')
  await page.getByRole('button', { name: 'Show where they stand' }).click()
  await expect(page.getByText('There is no list.')).toBeVisible()
  await page.getByLabel('List of claims').fill(LIST)
  await page.reload()
  await expect(page.getByText('Your unsaved list has been restored.')).toBeVisible()
  await expect(page.getByLabel('List of claims')).toHaveValue(LIST)
  await page.getByRole('button', { name: 'Show where they stand' }).click()
  await expect(page.getByRole('heading', { name: 'Where the 5 rows stand' })).toBeFocused()
  for (const count of ['1 anchored', '1 ambiguous', '1 missing', '0 already there', '1 wrong'])
    await expect(page.getByRole('listitem').filter({ hasText: count })).toBeVisible()
  await expect(page.getByText('Column not used: mood')).toBeVisible()
  await expect(page.getByText('Must be one of: unreviewed')).toBeVisible()
  await expect(page.getByText('Verified needs at least one source')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save 1 claim' })).toBeVisible()
  await page.getByRole('radio', { name: /Nobody/ }).check()
  await page.getByRole('checkbox', { name: 'Add a claim from row 5' }).check()
  await page.getByRole('button', { name: 'Save 3 claims' }).click()
  await expect(page.getByRole('heading', { name: '3 claims saved' })).toBeFocused()
  await page.getByRole('link', { name: 'To the article' }).click()
  await page.getByRole('button', { name: 'Claim 1, Disputed' }).click()
  await expect(page.getByLabel('Finding')).toHaveValue('It was 1931;\nsee the register.')
  await expect(page.getByText('Register', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Claim 3, Unreviewed' })).toBeVisible()
  await page.goto(`/articles/${article.id}/history`)
  await expect(page.getByText('Claims imported')).toBeVisible()
  await page.goto(`/articles/${article.id}/claim-import`)
  await expect(page.getByLabel('List of claims')).toHaveValue('')
})

test('for a row that stands nowhere the nearest words are offered, taken by a press and let go again', async ({
  page,
}) => {
  const article = await makeArticle({ text: TEXT, claims: [] })
  await signIn(page, 'checker', `/articles/${article.id}/claim-import`)
  await page.getByLabel('List of claims').fill('quote;finding\nThe bridge was opened in 1933;It was 1931.')
  await page.getByRole('button', { name: 'Show where they stand' }).click()
  const nearest = page.getByRole('region', { name: 'The nearest words in the text' })
  await expect(nearest.locator('ins').last()).toHaveText('1932')
  await expect(page.getByText('No row is chosen')).toBeVisible()
  for (const press of ['Use these words', 'Leave it out', 'Use these words'])
    await page.getByRole('button', { name: press }).click()
  await page.getByRole('button', { name: 'Save 1 claim' }).click()
  await page.getByRole('link', { name: 'To the article' }).click()
  await page.getByRole('button', { name: /^Claim 1, / }).click()
  await expect(page.getByLabel('Finding')).toHaveValue('It was 1931.')
})

test('an uploaded report of one article fits another, and a second import finds all its claims there', async ({
  page,
}) => {
  const article = await makeArticle({ text: TEXT, claims: [] })
  await signIn(page, 'editor', `/articles/${article.id}/claim-import`)
  const csv = '\ufeffquote,status,finding\r\n"Nobody counted",disputed,"\'=1 was counted"\r\n'
  const file = { name: 'report.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }
  for (const outcome of ['1 anchored', '1 already there']) {
    await page.getByLabel('Or upload it as a file').setInputFiles(file)
    await expect(page.getByText('\u2068report.csv\u2069 was read.')).toBeVisible()
    await page.getByRole('button', { name: 'Show where they stand' }).click()
    await expect(page.getByRole('heading', { name: outcome })).toBeVisible()
    if (outcome === '1 anchored') {
      await page.getByRole('button', { name: 'Save 1 claim' }).click()
      await page.getByRole('button', { name: 'Import another list' }).click()
    }
  }
  await expect(page.getByText('No row is chosen')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the list' }).click()
  const book = { name: 'list.xlsx', mimeType: '', buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 0, 0, 2]) }
  await page.getByLabel('Or upload it as a file').setInputFiles(book)
  await expect(page.getByText('This file is no text.')).toBeVisible()
})

test('a viewer is not offered the import', async ({ page }) => {
  const article = await makeArticle()
  await signIn(page, 'viewer', `/articles/${article.id}/claim-import`)
  await expect(page).toHaveURL(new RegExp(`/articles/${article.id}$`))
  await page.getByRole('button', { name: 'More on this article' }).click()
  await expect(page.getByRole('menuitem', { name: 'History' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Import claims' })).toHaveCount(0)
})

for (const locale of ['en-GB', 'ar'] as const)
  test(`axe finds nothing, and nothing overflows the page: ${locale}`, async ({ browser }) => {
    const article = await makeArticle({
      language: 'ar',
      text: 'فُتح الجسر عام ١٩٣٢. كان طوله ٥٠٣ أمتار. ثم صار طوله ٥٠٣ أمتار.',
      claims: [{ quote: 'فُتح الجسر' }],
    })
    const list =
      'الاقتباس,الحالة\nفُتح الجسر عام ١٩٣٢,متحقق منه\nطوله ٥٠٣ أمتار,\nفتح الجسر,\nثم صار,\nثم صار,\nلا شيء,\n,ربما'
    const page = await browserOf(browser, 'editor', { locale, viewport: { width: 1280, height: 3000 } })
    await page.goto(`/articles/${article.id}/claim-import`)
    const found: string[] = []
    const look = async (state: string) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      found.push(...violations.map((one) => `${state}: ${one.id} ${one.nodes[0]?.html}`))
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over, state).toBe(0)
    }
    await look('empty')
    await page.locator('textarea').fill(list)
    await page.locator('#main form button[type=submit]').first().click()
    await page.locator('h2:focus').waitFor()
    await look('shown')
    await page.setViewportSize({ width: 320, height: 3000 })
    await look('narrow')
    await page.setViewportSize({ width: 1280, height: 3000 })
    await page.getByRole('button', { name: /1 claim|ادعاءً واحدًا/ }).click()
    await page.getByRole('heading', { name: /1 claim saved|حُفظ ادعاء واحد/ }).waitFor()
    await look('done')
    expect(found).toEqual([])
    await page.context().close()
  })
