import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { browserOf, expect, makeArticle, notice, randomLetters, test, unfold } from './desk'
import { anotherInstance, type Instance } from './instances'

let second: Instance
test.beforeAll(async () => {
  second = await anotherInstance()
})
test.afterAll(async () => {
  await second?.end()
})

const LONG = Array.from(
  { length: 60 },
  (_, index) => `Paragraph ${index + 1} tells how the bridge was used in its first years, and by whom.`,
)
const TEXT = ['The bridge opened in 1932.', ...LONG, 'It is 503 metres long.'].join('\n\n')

const status = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Status' }).getByRole('button', { name })
const thread = (page: Page, words: string) =>
  page.getByRole('region', { name: /^Thread by/ }).filter({ hasText: words })
const present = (page: Page) => page.locator('.present-here')

async function comment(page: Page, words: string) {
  await page.getByLabel('New comment').fill(words)
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(notice(page, 'Comment added')).toBeVisible()
}

async function addSource(page: Page, title: string) {
  await page.getByRole('button', { name: /New source/ }).click()
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Web address').fill('example.org/register')
  await page.getByRole('button', { name: 'Save source' }).click()
}

test('three people on two instances see each other’s work as it happens, also after one was killed', async ({
  browser,
}) => {
  const article = await makeArticle({ text: TEXT })
  const address = `/articles/${article.id}/claims/1`
  const [one, two, three] = await Promise.all([
    browserOf(browser, 'checker'),
    browserOf(browser, 'editor'),
    browserOf(browser, 'admin'),
  ])
  await one.goto(address)
  await two.goto(second.url + address)
  await three.goto(second.url + `/articles/${article.id}`)
  await Promise.all([one, two].map((page) => unfold(page, 'Comments')))

  // The second types, and has scrolled through the text.
  const finding = two.getByLabel('Finding')
  await finding.click()
  await two.keyboard.type('Mine, not finished')
  const pane = two.locator('.article-text')
  await two.getByText('Paragraph 40 tells').scrollIntoViewIfNeeded()
  const whereText = () => pane.evaluate((node) => [node.scrollTop, window.scrollY])
  const scrolled = await whereText()

  // The first works on the other instance.
  await addSource(one, 'The register of bridges')
  await expect(two.getByRole('link', { name: 'The register of bridges' })).toBeVisible()
  await status(one, 'Needs source').click()
  await expect(status(two, 'Needs source')).toHaveAttribute('aria-pressed', 'true')
  await expect(three.getByRole('button', { name: 'Claim 1, Needs source' })).toBeVisible()
  await comment(one, 'Which register is meant?')
  await expect(thread(two, 'Which register is meant?')).toBeVisible()

  // Nothing of the second's own has moved.
  await expect(finding).toHaveValue('Mine, not finished')
  await expect(finding).toBeFocused()
  expect(await whereText()).toEqual(scrolled)
  await two.keyboard.type(', but going on')
  await expect(finding).toHaveValue('Mine, not finished, but going on')

  // Its instance dies. What happens meanwhile appears when it is back, by itself.
  await second.kill()
  await comment(one, 'Said while the other instance was dead')
  await two.keyboard.type(' while it is dead')
  await second.start()
  await expect(thread(two, 'Said while the other instance was dead')).toBeVisible()
  await expect(finding).toHaveValue('Mine, not finished, but going on while it is dead')
  await expect(finding).toBeFocused()
  await status(one, 'Unreviewed').click()
  await expect(three.getByRole('button', { name: 'Claim 1, Unreviewed' })).toBeVisible()
  await expect(status(two, 'Unreviewed')).toHaveAttribute('aria-pressed', 'true')

  await Promise.all([one, two, three].map((page) => page.context().close()))
})

test('people at one claim see who else is there and who types', async ({ browser }) => {
  const article = await makeArticle()
  const address = `/articles/${article.id}/claims/1`
  const [one, two] = await Promise.all([
    browserOf(browser, 'checker'),
    browserOf(browser, 'editor', { locale: 'ar' }),
  ])
  await one.goto(address)
  await two.goto(second.url + address)
  await expect(present(one)).toContainText(/is looking at this/)
  await expect(present(two)).toContainText('Omar Haddad')
  await one.getByLabel('Finding').pressSequentially('It says')
  await expect(present(two)).toContainText(/يكتب الآن/)
  await one.goto(`/articles/${article.id}/claims/2`)
  await expect(present(two)).not.toContainText('Omar Haddad')
  await expect(present(one)).not.toContainText(/is looking/)
  await Promise.all([one, two].map((page) => page.context().close()))
})

test('My work stays in its order while others assign, and shows what is new when its reader wants it', async ({
  browser,
}) => {
  const one = await makeArticle({ title: `Mine ${randomLetters()}` })
  const other = await makeArticle({ title: `New ${randomLetters()}`, deadline: new Date().toISOString() })
  const [page, editor] = await Promise.all([browserOf(browser, 'checker'), browserOf(browser, 'editor')])
  const assign = async (claim: string | undefined) => {
    await editor.goto(claim ?? '')
    await unfold(editor, 'Who and when')
    await editor.getByLabel('Assigned to').selectOption('Omar Haddad')
    await editor.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(notice(editor, 'Plan saved')).toBeVisible()
  }
  await assign(`/articles/${one.id}/claims/1`)
  await page.goto('/my-work')
  const rows = page.locator('.work-item')
  const seen = await rows.allTextContents()
  await assign(`${second.url}/articles/${other.id}/claims/1`)
  await expect(page.getByText('Others changed the list.').first()).toBeVisible()
  expect(await rows.allTextContents()).toEqual(seen)
  await expect(page.getByText(other.title)).toHaveCount(0)
  for (const button of await page.getByRole('button', { name: 'Show it as it is now' }).all())
    await button.click()
  await expect(page.getByText(other.title).first()).toBeVisible()
  await expect(page.getByText('Others changed the list.')).toHaveCount(0)
  await Promise.all([page, editor].map((open) => open.context().close()))
})

for (const [locale, changed, byName, close] of [
  ['en-GB', 'Changed since you read it', /Changed since you read it, by .*ليلى منصور/, 'Close the claim'],
  ['ar', 'تغيّر بعد أن قرأته', /تغيّر بعد أن قرأته: .*ليلى منصور/, 'أغلق الادعاء'],
] as const)
  test(`a claim that a colleague changed says so in lists and in its panel until it is opened: ${locale}`, async ({
    browser,
  }) => {
    const article = await makeArticle()
    const [page, editor] = await Promise.all([
      browserOf(browser, 'checker', { locale }),
      browserOf(browser, 'editor'),
    ])
    const address = `/articles/${article.id}`
    const told = page.waitForResponse('**/claims/opened?*')
    await page.goto(`${address}/claims/1`)
    await told
    await editor.goto(`${second.url}${address}/claims/1`)
    await page.goto(address)
    await page.getByRole('tab').nth(1).click()
    const row = page.locator('.claim-row').filter({ hasText: '1932' })
    await expect(row).toBeVisible()
    await expect(page.getByText(changed)).toHaveCount(0)
    await status(editor, 'Needs source').click()
    await expect(row).toContainText(changed)
    await expect(page.locator('.claim-row').filter({ hasText: changed })).toHaveCount(1)
    await expectAccessible(page)
    await page.goto(`/claims?article=${article.id}`)
    await expect(page.getByText(changed)).toHaveCount(1)

    const again = page.waitForResponse('**/claims/opened?*')
    await page.goto(`${address}/claims/1`)
    await expect(page.getByText(byName)).toBeVisible()
    await again
    // While the claim is open, what changes is said as it happens, and a screen reader hears it.
    await status(editor, 'Unreviewed').click()
    await expect(page.getByRole('status').filter({ hasText: byName })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: close }).click()
    await page.getByRole('tab').nth(1).click()
    await expect(row).toBeVisible()
    await expect(page.getByText(changed)).toHaveCount(0)
    await Promise.all([page, editor].map((open) => open.context().close()))
  })
