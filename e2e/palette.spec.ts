import AxeBuilder from '@axe-core/playwright'
import { browserOf, expect, makeArticle, randomLetters, signIn, test } from './desk'

const WORDS = {
  'en-GB': {
    open: 'Go to or do',
    field: 'Article, claim, person or action',
    other: 'مكتب التصويبات',
    own: 'Corrections desk',
    checked: /^Was this checked\?/,
    looking: 'Looking…',
    claims: 'Claims',
    articles: 'Articles',
  },
  ar: {
    open: 'انتقل أو نفّذ',
    field: 'مقال أو ادعاء أو شخص أو إجراء',
    other: 'corrections desk',
    own: 'مكتب التصويبات',
    checked: /^هل دُقّق هذا/,
    looking: 'جارٍ البحث…',
    claims: 'الادعاءات',
    articles: 'المقالات',
  },
} as const

for (const [locale, viewport] of [
  ['en-GB', { width: 1280, height: 800 }],
  ['ar', { width: 390, height: 844 }],
] as const)
  test(`one field leads to an article, a claim and an action: ${locale}`, async ({ browser }) => {
    const words = WORDS[locale]
    const mark = randomLetters()
    const article = await makeArticle({ title: `Ferry ${mark}` })
    const page = await browserOf(browser, 'editor', { locale, viewport })
    const dialog = page.getByRole('dialog', { name: words.open })
    const field = dialog.getByRole('combobox', { name: words.field })
    const options = dialog.getByRole('option')

    // By its button, which has the focus again after Escape.
    const button = page.getByRole('button', { name: words.open })
    await button.click()
    await expect(field).toBeFocused()
    await expect(options.first()).toBeVisible()
    expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(button).toBeFocused()

    // By its key, to a claim of an article by number and title.
    await page.keyboard.press('Control+k')
    await field.fill(`${mark} 2`)
    const claims = dialog.getByRole('group', { name: words.claims })
    await expect(claims.getByRole('option')).toHaveCount(1)
    await expect(claims.getByRole('option')).toHaveAttribute('aria-selected', 'true')
    expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/articles/${article.id}/claims/2$`))
    await expect(dialog).toHaveCount(0)

    // It is the first of the recent ones.
    await page.keyboard.press('Control+k')
    await expect(options.first()).toContainText('503 metres')

    // An action is found by its name in the other language.
    await field.fill(words.other)
    await expect(options.filter({ hasText: words.own })).toBeVisible()
    await options.filter({ hasText: words.own }).click()
    await expect(page).toHaveURL(/\/corrections-desk/)

    // The typed words can be looked up as a statement.
    await page.keyboard.press('Control+k')
    await field.fill(`The ferry ${mark} sank twice`)
    await options.filter({ hasText: words.checked }).click()
    await expect(page).toHaveURL(new RegExp(`/claims/similar\\?text=The%20ferry%20${mark}`))
    await page.context().close()
  })

test('on a slow line no line answers to older words, and the arrow keys choose', async ({ page }) => {
  const [one, two] = [randomLetters(), randomLetters()]
  await makeArticle({ title: `Ferry ${one}` })
  const article = await makeArticle({ title: `Ferry ${two}` })
  await signIn(page, 'viewer', '/articles')
  // The answer for the first words comes after the one for the second.
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const asked: string[] = []
  await page.route('**/palette/find?*', async (route) => {
    const q = new URL(route.request().url()).searchParams.get('q') ?? ''
    asked.push(q)
    if (q === one) await held
    await route.continue().catch(() => undefined)
  })
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Go to or do' })
  const field = dialog.getByRole('combobox')
  await field.fill(one)
  await expect.poll(() => asked).toContain(one)
  await expect(dialog.getByText('Looking…')).toBeVisible()
  await field.fill(two)
  const articles = dialog.getByRole('group', { name: 'Articles' })
  await expect(articles.getByRole('option')).toHaveText([`Ferry ${two}`])
  release()
  await expect(articles.getByRole('option')).toHaveText([`Ferry ${two}`])
  await expect(dialog.getByText(`Ferry ${one}`)).toHaveCount(0)

  // A viewer is offered no article of their own to write.
  await field.fill('new article')
  await expect(dialog.getByRole('option', { name: 'New article' })).toHaveCount(0)

  await field.fill(two)
  await expect(articles.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('option', { name: /^Was this checked/ })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('ArrowUp')
  await expect(articles.getByRole('option')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/articles/${article.id}`))
})

test('typed letters are never lost on the way to the field', async ({ page }) => {
  await signIn(page, 'editor', '/claims')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('new article')
  await expect(page.getByRole('combobox', { name: 'Article, claim, person or action' })).toHaveValue(
    'new article',
  )
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/articles\/new$/)
})

test('the language changes by its name in the other language', async ({ page }) => {
  await signIn(page, 'editor', '/claims')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Article, claim, person or action' }).fill('العربية')
  await page.getByRole('option', { name: 'Language: Arabic' }).click()
  await expect(page.getByRole('heading', { name: 'الادعاءات', exact: true })).toBeVisible()
})

test('Enter takes the line that the arrow key before it reached, however soon it comes', async ({ page }) => {
  await signIn(page, 'editor', '/claims')
  const dialog = page.getByRole('dialog', { name: 'Go to or do' })
  const field = dialog.getByRole('combobox')
  const open = async () => {
    await page.goto('/claims')
    await page.keyboard.press('Control+k')
    await field.fill('corrections')
    await expect(dialog.getByRole('option').nth(1)).toBeVisible()
    await expect(dialog.getByText('Looking…')).toHaveCount(0)
  }
  const led: string[] = []
  for (const keys of [
    ['ArrowUp'],
    ['ArrowDown'],
    ['ArrowDown', 'ArrowUp'],
    ['End', 'ArrowUp'],
    ['ArrowUp', 'Home', 'ArrowDown'],
  ]) {
    await open()
    for (const key of keys) await page.keyboard.press(key)
    const marked = await dialog.locator('[data-highlighted]').innerText()
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname !== '/claims')
    const wanted = page.url()
    await open()
    // All in one task of the browser, so that nothing is drawn between two keys.
    await field.evaluate(
      (element, names) => {
        for (const key of names)
          element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      },
      [...keys, 'Enter'],
    )
    await expect(page, marked).toHaveURL(wanted)
    led.push(wanted)
  }
  expect(new Set(led).size).toBeGreaterThan(1)
})
