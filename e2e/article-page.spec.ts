import type { Locator, Page } from '@playwright/test'
import {
  browserOf,
  expect,
  facts,
  impatientPage,
  makeArticle,
  randomLetters,
  settled,
  signIn,
  test,
} from './desk'

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

/** An article of many short paragraphs, each with a claim and a sentence that nobody has decided on. */
async function longArticle(paragraphs: number, language: 'en' | 'ar' = 'en') {
  const quotes = Array.from({ length: paragraphs }, (_, at) =>
    language === 'ar'
      ? `فُتح الجسر رقم ${at + 1} في عام ${1900 + at}`
      : `Bridge ${at + 1} opened in ${1900 + at}`,
  )
  const rest =
    language === 'ar'
      ? 'يعبره الناس كل يوم في طريقهم إلى السوق.'
      : 'People walk over it on their way to the market.'
  return makeArticle({
    language,
    title: `Bridges ${randomLetters()}`,
    text: quotes.map((quote) => `${quote}. ${rest}`).join('\n\n'),
    claims: quotes.map((quote) => ({ quote })),
  })
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name })
const panel = (page: Page) => page.getByRole('complementary', { name: 'Claim' })

/** The edges of an element on the screen. */
const edges = (one: Locator) =>
  one.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return { top, bottom }
  })

/** Whether the first words of a claim are on the screen, with nothing over them. */
const inSight = (page: Page, number: number) =>
  page.evaluate((wanted) => {
    const mark = document.querySelector(`[data-claim-number="${wanted}"]`)
    const rect = mark?.getBoundingClientRect()
    if (!mark || !rect) return false
    const seen = document.elementFromPoint((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2)
    return mark.contains(seen)
  }, number)

test('buttons and keys lead to the next, the previous and the next unreviewed claim, and say where they end', async ({
  page,
}) => {
  const article = await makeArticle({
    text: 'It opened in 1932. It cost 4 million. It has 9 lanes. It is 503 metres long.',
    claims: [
      { quote: 'It opened in 1932' },
      { quote: 'It cost 4 million', status: 'needs_source' },
      { quote: 'It has 9 lanes', status: 'needs_source' },
      { quote: 'It is 503 metres long' },
    ],
  })
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
  await expect(heading(page, 'Claim 1 of 4')).toBeVisible()
  await page.getByRole('button', { name: 'Next claim', exact: true }).click()
  await expect(heading(page, 'Claim 2 of 4')).toBeVisible()
  await page.keyboard.press('o')
  await expect(heading(page, 'Claim 4 of 4')).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByText('This is the last claim', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Next unreviewed claim' }).click()
  await expect(heading(page, 'Claim 1 of 4')).toBeVisible()
  await page.keyboard.press('k')
  await expect(page.getByText('This is the first claim', { exact: true })).toBeVisible()
})

test('each panel begins at its top, and its message stands in the panel and over no words', async ({
  page,
}) => {
  const article = await longArticle(4)
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
  await page.setViewportSize({ width: 1280, height: 500 })
  const body = page.locator('.claim-pane-body')
  await body.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  expect(await body.evaluate((element) => element.scrollTop)).toBeGreaterThan(0)
  await page.locator('#main').focus()
  await page.keyboard.press('j')
  await expect(heading(page, 'Claim 2 of 4')).toBeVisible()
  expect(await body.evaluate((element) => element.scrollTop)).toBe(0)
  await page.keyboard.press('n')
  const message = panel(page).getByText('Claim 2: Needs source', { exact: true })
  await expect(message).toBeVisible()
  await expect(panel(page).getByRole('button', { name: 'Undo' })).toBeVisible()
  const text = await page.locator('.article-text').boundingBox()
  const told = await page.locator('.toast:visible').boundingBox()
  expect(told && text && (told.x >= text.x + text.width || told.x + told.width <= text.x)).toBe(true)
  expect(await page.locator('.toast:visible').count()).toBe(1)
})

test('hundreds of claims are a few tab stops, and arrow keys lead from one to the next', async ({ page }) => {
  const article = await longArticle(130)
  await signIn(page, 'checker', `/articles/${article.id}/claims/2`)
  const numbers = page.locator('[data-claim-number]')
  await expect(numbers).toHaveCount(130)
  await expect(page.locator('[data-claim-number][tabindex="0"]')).toHaveCount(1)
  await page.locator('[data-claim-number="2"]').focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[data-claim-number="3"]')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Claim 3 of 130')).toBeVisible()
  await page.goto(`/articles/${article.id}`)
  await page.getByRole('tab', { name: /^Claims/ }).click()
  const rows = page.locator('.claim-row')
  await expect(rows).toHaveCount(130)
  await expect(page.locator('.claim-row[tabindex="0"]')).toHaveCount(1)
  await rows.first().focus()
  await page.keyboard.press('End')
  await expect(rows.last()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Claim 130 of 130')).toBeVisible()
})

const SCREENS = {
  desk: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
  'desk at 200 %': { width: 640, height: 360 },
}

for (const [name, viewport] of Object.entries(SCREENS))
  for (const locale of ['en', 'ar'] as const)
    test(`the words of the open claim are in sight: ${name}, ${locale}`, async ({ browser }) => {
      const article = await longArticle(130, locale)
      const page = await browserOf(browser, 'checker', { locale, viewport })
      await page.goto(`/articles/${article.id}/claims/125`)
      await expect.poll(() => inSight(page, 125)).toBe(true)
      await page.locator('#main').focus()
      for (const number of [126, 127, 128]) {
        await page.keyboard.press('j')
        await expect(page.locator(`[aria-current][data-claim-number="${number}"]`)).toBeVisible()
        await expect.poll(() => inSight(page, number)).toBe(true)
      }
      await page.setViewportSize({ width: viewport.width, height: viewport.height - 60 })
      await expect.poll(() => inSight(page, 128)).toBe(true)
      await page.context().close()
    })

test('a card leads to its sentence and a sentence to its card, also from a claim', async ({ page }) => {
  const article = await longArticle(30)
  await makeArticle()
  await signIn(page, 'checker', `/articles/${article.id}`)
  await page.goto(`/articles/${article.id}`)
  const current = page.locator('.open-sentence[data-next]')
  await expect(current).toHaveCount(1)
  const marked = page.locator('.open-words')
  const last = marked.last()
  await last.scrollIntoViewIfNeeded()
  await last.click()
  await expect(current).toBeInViewport()
  await expect(last).toHaveAttribute('data-current', '')
  await page.locator('.open-sentence-words').nth(3).click()
  await expect(page.locator('.open-words[data-current]')).toHaveCount(1)
  await expect(page.locator('.open-words[data-current]')).toBeInViewport()
  await page.goto(`/articles/${article.id}/claims/1`)
  await marked.first().click()
  await expect(page).toHaveURL(new RegExp(`${article.id}$`))
  await expect(current).toBeVisible()
  await expect(marked.first()).toHaveAttribute('data-current', '')
})

test('a headline and headings that only name something are not asked about', async ({ page }) => {
  const article = await makeArticle({
    title: `The road to ${randomLetters()}`,
    claims: [],
    text: 'By Rana Haddad\n\nThe bridge opened in 1932.',
  })
  await signIn(page, 'checker', `/articles/${article.id}`)
  await expect(page.getByText('1 of 2 sentences decided')).toBeVisible()
  await expect(page.locator('.open-words')).toHaveText(['The bridge opened in 1932.'])
})

for (const [language, onward] of [
  ['en', 'ArrowRight'],
  ['ar', 'ArrowLeft'],
] as const)
  test(`a sentence, a line and a paragraph are chosen with the keyboard: ${language}`, async ({ page }) => {
    const sentences =
      language === 'ar'
        ? ['فُتح الجسر عام ١٩٣٢.', 'وطوله ٥٠٣ أمتار.', 'لم يدفع أحد رسمًا.']
        : ['The bridge opened in 1932.', 'It is 503 metres long.', 'Nobody paid a toll.']
    const article = await makeArticle({
      language,
      claims: [],
      title: `Bridge ${randomLetters()}`,
      text: `${sentences[0]} ${sentences[1]}\n\n${sentences[2]}`,
    })
    await signIn(page, 'checker', `/articles/${article.id}`)
    const chosen = page.locator('.selection-bar p').last()
    await page.keyboard.press('c')
    await page.keyboard.press(`Control+Shift+${onward}`)
    await expect(chosen).toContainText((sentences[0] ?? '').replace(/\.$/, ''))
    const bar = await edges(page.locator('.selection-bar'))
    expect((await edges(page.getByText(sentences[0] ?? '').first())).bottom).toBeLessThanOrEqual(bar.top)
    await page.keyboard.press(`Control+${onward}`)
    await page.keyboard.press('Shift+End')
    await expect(chosen).toContainText((sentences[1] ?? '').replace(/\.$/, ''))
    await page.keyboard.press('Control+ArrowDown')
    await page.keyboard.press('Control+Shift+ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/claims\/1$/)
    await expect(page.locator('.claim-quote')).toHaveText((sentences[2] ?? '').replace(/\.$/, ''))
  })

test('letters that come late move no words', async ({ browser }) => {
  const article = await longArticle(20)
  const signedIn = await browserOf(browser, 'checker')
  const context = await browser.newContext({
    locale: 'en-GB',
    storageState: await signedIn.context().storageState(),
  })
  const page = await impatientPage(context)
  let release = () => {}
  const later = new Promise<void>((resolve) => (release = resolve))
  let asked = 0
  await page.route('**/*.woff2', async (route) => {
    asked = Date.now()
    await later
    await route.continue()
  })
  await page.addInitScript(() => {
    const seen = { shift: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(`/articles/${article.id}/claims/15`, { waitUntil: 'domcontentloaded' })
  await expect.poll(() => inSight(page, 15)).toBe(true)
  // A face is late once the browser has given it up, which a busy Chromium does after three seconds.
  await expect.poll(() => Date.now() - asked).toBeGreaterThan(5_000)
  release()
  await settled(page)
  await expect.poll(() => inSight(page, 15)).toBe(true)
  expect(
    await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift),
  ).toBeLessThan(0.1)
  await context.close()
  await signedIn.context().close()
})

const SENTENCES = {
  en: 'The bridge over the strait was built of steel and stone by people from both of its shores. ',
  ar: 'بُني الجسر الذي يعبر المضيق من الفولاذ والحجر بأيدي أناس جاؤوا من الضفتين كلتيهما. ',
} as const

/** How many whole lines of an element the window shows, and how many letters a line has. It runs in the page. */
function linesOf(element: Element) {
  const all = [...element.querySelectorAll('[data-start]')]
  const tops = [
    ...new Set(all.flatMap((one) => [...one.getClientRects()].map((rect) => Math.round(rect.top)))),
  ]
  // Vowel signs take no room.
  const length = (element.textContent ?? '').replace(/\p{M}/gu, '').length
  const lineHeight = (Math.max(...tops) - Math.min(...tops)) / (tops.length - 1)
  return {
    lines: tops.filter((top) => top + lineHeight <= window.innerHeight).length,
    letters: length / tops.length,
  }
}

for (const locale of ['en', 'ar'] as const)
  test(`fourteen lines of the text are on a small laptop’s screen, 60 to 75 letters wide: ${locale}`, async ({
    browser,
  }) => {
    const article = await makeArticle({
      ...{ title: SENTENCES[locale].slice(0, 20).trim(), claims: [], language: locale },
      text: SENTENCES[locale].repeat(40).trim(),
    })
    const page = await browserOf(browser, 'viewer', { locale, viewport: { width: 1280, height: 720 } })
    await page.goto(`/articles/${article.id}`)
    // A face that came late is left for the next page, so the text may have to be opened again.
    await expect(async () => {
      await page.reload()
      await settled(page)
      const { lines, letters } = await page.locator('[data-block="paragraph"]').evaluate(linesOf)
      expect(lines).toBeGreaterThanOrEqual(14)
      expect(letters).toBeGreaterThan(60)
      expect(letters).toBeLessThan(75)
    }).toPass()
    await page.context().close()
  })

for (const locale of ['en-GB', 'ar'] as const)
  test(`a phone shows whole who checks a claim and by when: ${locale}`, async ({ browser }) => {
    const article = await makeArticle({ deadline: '2026-03-15T23:45:00Z' })
    const changed = await fetch(`${facts().url}/api/v1/claims/${article.claims[0]?.id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${facts().token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ version: 1, priority: 'urgent' }),
    })
    expect(changed.status).toBe(200)
    const page = await browserOf(browser, 'editor', { locale, ...PHONE })
    await page.goto(`/articles/${article.id}/claims/1`)
    const short = page.locator('.fold-aside').filter({ has: page.locator('time') })
    await expect(short).toHaveCount(1)
    const cutOff = await short.evaluate((line) => {
      const { left, right } = line.closest('details')?.getBoundingClientRect() ?? new DOMRect()
      const words = document.createRange()
      words.selectNodeContents(line)
      return [...words.getClientRects()].filter((box) => box.left < left || box.right > right).length
    })
    expect(cutOff).toBe(0)
    await page.context().close()
  })
