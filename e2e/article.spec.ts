import { readFileSync } from 'node:fs'
import { expect, makeArticle, randomLetters, signIn, test } from './desk'

test('an article is imported from Markdown with its front matter', async ({ page }) => {
  await signIn(page, 'editor', '/articles/new')
  const note = readFileSync('scripts/demo/water-note.ar.md', 'utf8')
  await page.getByLabel('Text', { exact: true }).fill(note)
  await expect(page.getByLabel('The text is Markdown')).toBeChecked()
  await page.getByRole('button', { name: 'Add the article' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /مياه آسيا الوسطى/ })).toHaveAttribute(
    'dir',
    'rtl',
  )
  await expect(page.getByText('No claims yet')).toBeVisible()
})

test('an empty text is refused with a message, and the title stays', async ({ page }) => {
  await signIn(page, 'editor', '/articles/new')
  await page.getByLabel('Title').fill('A title')
  await page.getByRole('button', { name: 'Add the article' }).click()
  await expect(page.getByText('There is no text')).toBeVisible()
  await expect(page.getByLabel('Title')).toHaveValue('A title')
})

test('a text gives title and language as guesses, and leaves what was typed', async ({ page }) => {
  await signIn(page, 'editor', '/articles/new')
  const text = page.getByLabel('Text', { exact: true })
  const title = page.getByLabel('Title')
  const language = page.getByLabel('Language', { exact: true }).and(page.locator('select'))
  const headline = `Ferries of ${randomLetters()}`
  await text.fill(`${headline}\n\nThe first of them left the quay on Monday.`)
  await expect(title).toHaveValue(headline)
  await expect(language).toHaveValue('en')
  await expect(page.getByText('Taken from the first line')).toBeVisible()
  await expect(page.getByText('Recognised from the text.')).toBeVisible()
  await language.selectOption('French')
  await text.fill(`${headline}\n\nغادرت العبّارة الأولى المرفأ يوم الاثنين في الصباح الباكر، قالت الإدارة.`)
  await expect(language).toHaveValue('fr')
  await language.selectOption('Arabic')
  await page.getByRole('button', { name: 'Add the article' }).click()
  await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible()
  const words = page.locator('[data-block="paragraph"]')
  await expect(words).toHaveCount(1)
  await expect(words).toContainText('غادرت العبّارة')
})

test('selecting words with the mouse makes a claim', async ({ page }) => {
  const article = await makeArticle({ claims: [] })
  await signIn(page, 'checker', `/articles/${article.id}`)
  await page.evaluate(() => {
    const words = document.querySelector('[data-block="paragraph"] [data-start]')?.firstChild
    if (words) window.getSelection()?.setBaseAndExtent(words, 0, words, 25)
  })
  const pane = page.getByRole('region', { name: 'Article text' })
  await pane.getByRole('button', { name: 'Add a claim', exact: true }).click()
  await expect(page).toHaveURL(/claims\/1$/)
  await expect(page.getByRole('button', { name: 'Claim 1, Unreviewed' })).toBeVisible()
  await expect(page.locator('.claim-quote')).toHaveText('The bridge opened in 1932')
})

test('words of the headline become claims by mouse and by keyboard, and ask to be decided', async ({
  page,
}) => {
  const title = `Ferry ${randomLetters()} sank with 214 aboard`
  const article = await makeArticle({ title, claims: [], text: 'Nobody was hurt, the harbour master said.' })
  await signIn(page, 'checker', `/articles/${article.id}`)
  await expect(page.locator('.open-sentence').filter({ hasText: title })).toContainText('Headline')
  await page.evaluate(() => {
    const words = document.querySelector('[data-block="headline"] [data-start]')?.firstChild
    const end = words?.textContent?.length ?? 0
    if (words) window.getSelection()?.setBaseAndExtent(words, end - '214 aboard'.length, words, end)
  })
  const pane = page.getByRole('region', { name: 'Article text' })
  await pane.getByRole('button', { name: 'Add a claim', exact: true }).click()
  await expect(page).toHaveURL(/claims\/1$/)
  await expect(page.locator('.claim-quote')).toHaveText('214 aboard')
  await expect(page.getByText('In the headline')).toBeVisible()
  const headline = page.getByRole('group', { name: 'Headline' })
  await expect(headline.getByRole('button', { name: 'Claim 1, Unreviewed' })).toBeVisible()
  await page.goto(`/articles/${article.id}`)
  await page.keyboard.press('c')
  await expect(page.getByText('Choosing words')).toBeVisible()
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/claims\/2$/)
  await expect(page.locator('.claim-quote')).toHaveText(title.split(' ').slice(0, 2).join(' '))
})

test('selecting words with the keyboard makes a claim in a right-to-left article', async ({ page }) => {
  const article = await makeArticle({
    claims: [],
    language: 'ar',
    text: 'فُتح الجسر عام ١٩٣٢. وطوله ٥٠٣ أمتار.',
  })
  await signIn(page, 'checker', `/articles/${article.id}`)
  await expect(page.getByText('No claims yet')).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByText('Choosing words')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/claims\/1$/)
  await expect(page.locator('.claim-quote')).toHaveText('الجسر عام ١٩٣٢')
})

test('typed words that occur twice ask for the words before them', async ({ page }) => {
  const article = await makeArticle({ claims: [], text: 'It rose by four. Later it rose by four again.' })
  await signIn(page, 'checker', `/articles/${article.id}`)
  await page.getByRole('button', { name: 'Type the words instead' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Words of the claim').fill('rose by four')
  await dialog.getByRole('button', { name: 'Add a claim' }).click()
  await expect(dialog.getByText('These words appear 2 times')).toBeVisible()
  await dialog.getByLabel('Words right before').fill('Later it ')
  await dialog.getByRole('button', { name: 'Add a claim' }).click()
  await expect(page).toHaveURL(/claims\/1$/)
})

test('for typed words that stand nowhere the nearest are offered, and taken only by a press', async ({
  page,
}) => {
  const article = await makeArticle({
    claims: [],
    text: 'The ferry carried 214 people in May. Nobody was hurt, the harbour master said.',
  })
  await signIn(page, 'checker', `/articles/${article.id}`)
  await page.getByRole('button', { name: 'Type the words instead' }).click()
  const dialog = page.getByRole('dialog')
  const words = dialog.getByLabel('Words of the claim')
  await words.fill('The ferry carried 241 people')
  await dialog.getByRole('button', { name: 'Add a claim' }).click()
  await expect(dialog.getByText('These words are not in the text')).toBeVisible()
  const nearest = dialog.getByRole('region', { name: 'The nearest words in the text' })
  await expect(nearest.locator('ins')).toHaveText('214')
  await expect(words).toHaveValue('The ferry carried 241 people')
  await nearest.getByRole('button', { name: 'Use these words' }).click()
  await expect(words).toHaveValue('The ferry carried 214 people')
  await dialog.getByRole('button', { name: 'Add a claim' }).click()
  await expect(page).toHaveURL(/claims\/1$/)
  await expect(page.locator('.claim-quote')).toHaveText('The ferry carried 214 people')
})

test('a link of the text opens from its words and from its sign, and on a claim the words open the claim', async ({
  page,
  context,
}) => {
  const host = `${randomLetters()}.example`
  await context.route(`https://*.example/**`, (route) => route.fulfill({ body: 'The report' }))
  const text = 'The ministry report says 12 wells dried. Nobody paid a toll at first.'
  const link = (words: string, url: string) => ({
    ...{ url, start: text.indexOf(words), end: text.indexOf(words) + words.length },
  })
  const article = await makeArticle({
    text,
    claims: [{ quote: '12 wells dried' }],
    links: [
      link('ministry report', `https://${host}/report`),
      link('12 wells', `https://data.${host}/wells`),
      link('toll', 'http://intranet/toll'),
    ],
  })
  await signIn(page, 'checker', `/articles/${article.id}`)
  const pane = page.locator('.article-text')
  await expect(pane.locator('[data-block="paragraph"]')).toHaveText(text)
  await expect(pane.getByRole('link')).toHaveCount(2)
  const opened = async (press: Promise<void>) => {
    const [tab] = await Promise.all([context.waitForEvent('page'), press])
    await expect(tab).toHaveURL(/example/)
    expect(await tab.evaluate(() => `${window.opener === null} ${document.referrer}`)).toBe('true ')
    const address = tab.url()
    await tab.close()
    return address
  }
  const words = (some: string) => pane.locator('[data-link]', { hasText: some }).first()
  expect(await opened(words('ministry report').click())).toBe(`https://${host}/report`)
  await words('12 wells').click()
  await expect(page).toHaveURL(/claims\/1$/)
  const sign = pane.getByRole('link', { name: `Link to data.${host} on “12 wells”, opens in a new tab` })
  expect(await opened(sign.press('Enter'))).toBe(`https://data.${host}/wells`)
  await page.keyboard.press('Escape')
  const box = await words('ministry report').boundingBox()
  if (!box) throw new Error('The words are not shown')
  const middle = box.y + box.height / 2
  await page.mouse.move(box.x + 1, middle)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 1, middle, { steps: 6 })
  await page.mouse.up()
  await expect(page.locator('.selection-bar')).toContainText('ministry report')
  expect(context.pages()).toHaveLength(1)
})

test('overlapping and nested claims can all be chosen', async ({ page }) => {
  const article = await makeArticle({
    claims: [
      { quote: 'The bridge opened in 1932. It is 503 metres long' },
      { quote: '1932' },
      { quote: 'It is 503 metres long. Nobody paid a toll' },
    ],
  })
  await signIn(page, 'viewer', `/articles/${article.id}`)
  for (const number of [1, 2, 3])
    await expect(page.getByRole('button', { name: `Claim ${number}, Unreviewed` })).toBeVisible()
  const words = page.getByRole('region', { name: 'Article text' }).getByText('1932', { exact: true })
  await words.click()
  await expect(page).toHaveURL(/claims\/2$/)
  await words.click()
  await expect(page).toHaveURL(/claims\/1$/)
  expect((await page.locator('.article-text').innerText()).replace(/\s+/g, ' ')).toContain(
    'It is 503 metres long',
  )
})

test('on a phone the claim opens as a sheet and nothing overflows the page', async ({ page }) => {
  const article = await makeArticle()
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'checker', `/articles/${article.id}`)
  await page.getByRole('button', { name: 'Claim 2, Unreviewed' }).click()
  await expect(page.getByRole('heading', { name: 'Claim 2' })).toBeInViewport()
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(over).toBe(0)
})
