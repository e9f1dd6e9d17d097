import { browserOf, expect, makeArticle, revise, signIn, test } from './desk'

const SOURCE = { title: 'Log book', stance: 'supports' }
const verified = (quote: string) => ({ quote, status: 'verified', sources: [SOURCE] })

const STORIES = [
  {
    name: 'two plants',
    language: 'en',
    before: 'The north plant employs 500 workers.',
    quote: 'plant employs 500 workers',
    after: 'The north plant employs 300 workers. The south plant employs 500 workers.',
    differs: 'north',
  },
  {
    name: 'figures swapped',
    language: 'en',
    before: 'They won 12 seats in the north and 9 in the south.',
    quote: '12',
    after: 'They won 9 seats in the north and 12 in the south.',
    differs: '12',
  },
  {
    name: 'a fire',
    language: 'ar',
    before: 'أكدت الأنباء أن 5 أشخاص قضوا في الحريق.',
    quote: '5 أشخاص قضوا في الحريق',
    after: 'كذبت الأنباء أن 5 أشخاص قضوا في الحريق.',
    differs: 'أكدت',
  },
]
const SAYS = {
  'en-GB': { heading: 'To settle: 1 claim', obstacle: 'What stands in the way of a final report' },
  ar: { heading: 'للبتّ: ادعاء واحد', obstacle: 'ما يحول دون تقرير نهائي' },
}

for (const locale of ['en-GB', 'ar'] as const)
  for (const { name, language, before, quote, after, differs } of STORIES)
    test(`a verdict goes to no other words, and no final report with it: ${name}, ${locale}`, async ({
      browser,
    }) => {
      const article = await makeArticle({ text: before, language, claims: [verified(quote)] })
      const page = await browserOf(browser, 'editor', { locale })
      await page.goto(`/articles/${article.id}/revise`)
      await page.locator('textarea').fill(after)
      await page.locator('form button[type=submit]').first().click()
      await page.locator('.outcome-line').first().waitFor()
      await page.locator('button').filter({ hasText: /2$/ }).click()
      await expect(page).toHaveURL(/revisions\/2$/)
      await expect(page.getByRole('heading', { name: SAYS[locale].heading })).toBeVisible()
      await expect(page.locator('.settling-item del').first()).toHaveText(differs)
      await page.goto(`/articles/${article.id}/report`)
      await expect(page.getByRole('heading', { name: SAYS[locale].obstacle })).toBeVisible()
      await page.context().close()
    })

const FORTY = Array.from(
  { length: 40 },
  (_, at) => `Depot ${at + 1} of the line holds ${at + 200} cars in May.`,
)

test('forty claims are settled by keyboard, each with one key', async ({ page }) => {
  const article = await makeArticle({
    text: FORTY.join(' '),
    claims: FORTY.map((one) => verified(one.slice(0, -1))),
  })
  await revise(
    article.id,
    FORTY.map((one, at) =>
      at % 4 === 0 ? one.replace(/holds \d+/, 'holds 99') : one.replace('in May', 'in late May'),
    ).join(' '),
  )
  await signIn(page, 'editor', `/articles/${article.id}/revisions/2`)
  const heading = (count: number) => page.getByRole('heading', { name: `To settle: ${count} claims` })
  await expect(heading(40)).toBeVisible()
  await page.getByLabel('What changed', { exact: true }).selectOption({ label: 'A figure or a sign (10)' })
  await expect(page.locator('.settling-item')).toHaveCount(10)
  const current = page.locator('.settling-item[aria-current]')
  await page.locator('#main').focus()
  for (let left = 39; left >= 30; left--) {
    await page.keyboard.press('c')
    await expect(heading(left)).toBeVisible()
  }
  await page.getByLabel('What changed', { exact: true }).selectOption({ label: 'Everything (30)' })
  await page.locator('#main').focus()
  await page.keyboard.press('j')
  await expect(current).toContainText('Claim 3')
  await page.keyboard.press('k')
  await expect(current).toContainText('Claim 2')
  for (let left = 29; left >= 28; left--) {
    await page.keyboard.press('s')
    await expect(heading(left)).toBeVisible()
  }
  await page.keyboard.press('x')
  await expect(heading(27)).toBeVisible()
  await page.keyboard.press('e')
  await expect(page).toHaveURL(/claims\/6$/)
  await page.goto(`/articles/${article.id}/claims/2`)
  await expect(page.getByText(/Verified/).first()).toBeVisible()
  await page.goto(`/articles/${article.id}/claims/1`)
  await expect(page.getByText('Set back from Verified because the text changed')).toBeVisible()
})
