import type { Browser, Page } from '@playwright/test'
import { makeArticle, expect, notice, browserOf, test, type Role } from './desk'

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
