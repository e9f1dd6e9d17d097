import type { Browser, Page } from '@playwright/test'
import { makeArticle, expect, notice, browserOf, test, unfold, type Role } from './desk'

async function two(browser: Browser, roles: [Role, Role], address: string): Promise<[Page, Page]> {
  const [one, other] = await Promise.all([browserOf(browser, roles[0]), browserOf(browser, roles[1])])
  await Promise.all([one.goto(address), other.goto(address)])
  return [one, other]
}

/** Makes the page read its data again, as any press of its reader may. */
async function readAgain(page: Page) {
  const dark = page.getByRole('button', { name: 'Dark' })
  await dark.click()
  await expect(dark).toHaveAttribute('aria-pressed', 'true')
}

const conflict = (page: Page) => page.getByRole('dialog', { name: 'Someone saved another version' })

const TEXT = 'The bridge opened in 1932. It is 503 metres long.'

for (const choice of ['Replace it with yours', 'Use the saved version'] as const)
  test(`a revised text is never saved over a revision that its author has not seen: “${choice}”`, async ({
    browser,
  }) => {
    const article = await makeArticle({ text: TEXT })
    const [one, other] = await two(browser, ['editor', 'admin'], `/articles/${article.id}/revise`)
    const [mine, theirs] = [TEXT.replace('1932', '1931'), TEXT.replace('503', '504')]
    await one.getByLabel('Edited text').fill(mine)
    await other.getByLabel('Edited text').fill(theirs)
    await other.getByRole('button', { name: 'Show what becomes of the claims' }).click()
    await other.getByRole('button', { name: 'Save as revision 2' }).click()
    await expect(other).toHaveURL(/revisions\/2$/)

    await readAgain(one)
    await one.getByRole('button', { name: 'Show what becomes of the claims' }).click()
    await expect(conflict(one)).toContainText(mine)
    await expect(conflict(one)).toContainText(theirs)
    await conflict(one).getByRole('button', { name: choice }).click()
    if (choice === 'Use the saved version') {
      await expect(one.getByLabel('Edited text')).toHaveValue(theirs)
    } else {
      await expect(one.getByRole('row').filter({ hasText: '504' })).toBeVisible()
      await one.getByRole('button', { name: 'Save as revision 3' }).click()
      await expect(one).toHaveURL(/revisions\/3$/)
    }
    await Promise.all([one.context().close(), other.context().close()])
  })

for (const choice of ['Replace it with yours', 'Use the saved version'] as const)
  test(`a source is never saved over a change that its author has not seen: “${choice}”`, async ({
    browser,
  }) => {
    const article = await makeArticle({
      claims: [{ quote: 'The bridge opened in 1932', sources: [{ title: 'Gazette', stance: 'supports' }] }],
    })
    const address = `/articles/${article.id}/claims/1`
    const [one, other] = await two(browser, ['checker', 'editor'], address)
    await Promise.all(
      [one, other].map((page) => page.getByRole('button', { name: 'Edit source: Gazette' }).click()),
    )
    await one.getByLabel('Excerpt').fill('Mine: opened in 1931.')
    await other.getByLabel('Excerpt').fill('Theirs: opened in 1932.')
    await other.getByRole('button', { name: 'Save source' }).click()
    await expect(notice(other, 'Source changed')).toBeVisible()

    await readAgain(one)
    await one.getByRole('button', { name: 'Save source' }).click()
    await expect(conflict(one)).toContainText('Mine: opened in 1931.')
    await expect(conflict(one)).toContainText('Theirs: opened in 1932.')
    await conflict(one).getByRole('button', { name: choice }).click()
    if (choice === 'Use the saved version')
      await expect(one.getByLabel('Excerpt')).toHaveValue('Theirs: opened in 1932.')
    else await expect(one.locator('.source-item')).toContainText('Mine: opened in 1931.')
    await other.reload()
    await expect(other.locator('.source-item')).toContainText(
      choice === 'Use the saved version' ? 'Theirs: opened in 1932.' : 'Mine: opened in 1931.',
    )
    await Promise.all([one.context().close(), other.context().close()])
  })

const FINDING = 'Finding'

/** Two people on a claim whose finding has three paragraphs. */
async function onOneFinding(browser: Browser, from: string) {
  const article = await makeArticle({
    claims: [{ quote: 'The bridge opened in 1932', finding: from }],
  })
  return two(browser, ['checker', 'editor'], `/articles/${article.id}/claims/1`)
}

async function save(page: Page, words: string) {
  await page.getByLabel(FINDING, { exact: true }).fill(words)
  await page.getByRole('button', { name: 'Save finding' }).click()
}

for (const [language, from, [was, mine], [there, theirs]] of [
  [
    'English',
    'The gazette says 1932.\n\nThe toll was paid.\n\nAsk the museum.',
    ['1932', '1931'],
    ['Ask', 'Wrote to'],
  ],
  ['Arabic', 'تقول الجريدة 1932.\n\nدُفعت الرسوم.\n\nيُسأل المتحف.', ['1932', '1931'], ['يُسأل', 'سُئل']],
] as const)
  test(`paragraphs of a finding that two people changed apart are joined, and edited before they are saved: ${language}`, async ({
    browser,
  }) => {
    const [one, other] = await onOneFinding(browser, from)
    await one.getByLabel(FINDING, { exact: true }).fill(from.replace(was, mine))
    await save(other, from.replace(there, theirs))
    await expect(notice(other, 'Finding saved')).toBeVisible()
    await readAgain(one)
    await one.getByRole('button', { name: 'Save finding' }).click()
    const dialog = one.getByRole('dialog', { name: /before you/ })
    await expect(dialog.locator('ins')).toContainText([mine])
    const together = dialog.getByLabel('Both together')
    const joined = from.replace(was, mine).replace(there, theirs)
    await expect(together).toHaveValue(joined)
    await together.press('End')
    await together.fill(`${joined} ✓`)
    await together.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(notice(one, 'Finding saved')).toBeVisible()
    await expect(one.getByLabel(FINDING, { exact: true })).toHaveValue(`${joined} ✓`)
    await other.reload()
    await expect(other.getByLabel(FINDING, { exact: true })).toHaveValue(`${joined} ✓`)
    await Promise.all([one.context().close(), other.context().close()])
  })

test('a finding is saved beside what another person changed of the plan meanwhile, and nobody is asked', async ({
  browser,
}) => {
  const [one, other] = await onOneFinding(browser, '')
  await one.getByLabel(FINDING, { exact: true }).fill('The register says 1932.')
  await unfold(other, 'Who and when')
  await other.getByLabel('Priority').selectOption('high')
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(notice(other, 'Plan saved')).toBeVisible()
  await readAgain(one)
  await one.getByRole('button', { name: 'Save finding' }).click()
  await expect(notice(one, 'Finding saved')).toBeVisible()
  await other.reload()
  await expect(other.getByLabel(FINDING, { exact: true })).toHaveValue('The register says 1932.')
  await expect(other.getByLabel('Priority')).toHaveValue('high')
  await Promise.all([one.context().close(), other.context().close()])
})
