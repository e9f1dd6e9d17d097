import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { loadCase } from '../tests/cases/load'
import {
  expect,
  facts,
  isChange,
  makeArticle,
  notice,
  randomLetters,
  settled,
  signIn,
  test,
  unfold,
} from './desk'

const { tries } = loadCase<{ tries: { do: string; expect: number | string }[] }>('C59_double_submit')

type Comments = { items: { text: string }[] }

const asEditor = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
  const answer = await fetch(`${facts().url}/api/v1${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${facts().token}`,
      'content-type': 'application/json',
      ...init.headers,
    },
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}
const commentsOf = async (claimId: string) => (await asEditor<Comments>(`/claims/${claimId}/comments`)).items

const WORDS = 'Who counted them? من عدّها؟'
const save = (page: Page) => page.getByRole('button', { name: 'Comment', exact: true })
const threads = (page: Page) => page.getByRole('region', { name: /^Thread by/ })

/** A claim with its comments unfolded, and words typed that are not sent yet. */
async function typed(page: Page) {
  const article = await makeArticle()
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
  await unfold(page, 'Comments')
  await page.getByLabel('New comment').fill(WORDS)
  const claim = article.claims[0]?.id ?? ''
  return { article, claim, address: `**/articles/${article.id}/claims/1` }
}

/** How many comments the claim has once the page shows one. */
async function written(page: Page, claim: string) {
  await expect(threads(page).first()).toContainText(WORDS)
  await page.reload()
  await expect(threads(page).first()).toBeAttached()
  return (await commentsOf(claim)).length
}

/** Presses in all the ways that send one thing twice; each answers with the number of records. */
const ways: Record<string, (page: Page) => Promise<number | string>> = {
  async 'double click on Save comment'(page) {
    const { claim } = await typed(page)
    await save(page).dblclick()
    return written(page, claim)
  },
  async 'Ctrl/Cmd+Enter and click within 100 ms'(page) {
    const { claim } = await typed(page)
    // Both in one task of the page: nothing is drawn between them.
    await page.getByLabel('New comment').evaluate((field) => {
      const key = { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }
      field.dispatchEvent(new KeyboardEvent('keydown', key))
      field.closest('form')?.querySelector<HTMLButtonElement>('button[type=submit]')?.click()
    })
    return written(page, claim)
  },
  async 'Enter held down'(page) {
    const { claim } = await typed(page)
    await save(page).focus()
    for (let count = 0; count < 20; count += 1) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    return written(page, claim)
  },
  async 'slow network (10 s), click 5 times'(page) {
    const { claim, address } = await typed(page)
    let goOn = () => undefined as void
    const slow = new Promise<void>((resolve) => (goOn = resolve))
    await page.route(address, async (route) => {
      if (isChange(route.request())) await slow
      await route.continue()
    })
    for (let count = 0; count < 5; count += 1) await save(page).click({ force: true })
    goOn()
    return written(page, claim)
  },
  async 'answer lost, client retries the same request'(page) {
    const { claim, address } = await typed(page)
    let lost = 0
    await page.route(address, async (route) => {
      if (!isChange(route.request()) || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort()
    })
    await save(page).click()
    await expect(page.getByText('The desk cannot be reached').first()).toBeVisible()
    await expect(page.getByLabel('New comment')).toHaveValue(WORDS)
    expect(await commentsOf(claim)).toHaveLength(1)
    await save(page).click()
    await expect(notice(page, 'Comment added')).toBeVisible()
    return written(page, claim)
  },
  async 'two equal POSTs at once from a script, same idempotency key'() {
    const article = await makeArticle()
    const path = `/claims/${article.claims[0]?.id}/comments`
    const headers = { 'idempotency-key': randomUUID() }
    const send = () =>
      asEditor<{ id: string }>(path, { method: 'POST', headers, body: JSON.stringify({ text: WORDS }) })
    const [one, other] = await Promise.all([send(), send()])
    expect(one.id).toBe(other.id)
    return (await commentsOf(article.claims[0]?.id ?? '')).length
  },
  async 'same comment text twice on purpose, two forms'(page) {
    const { claim } = await typed(page)
    await save(page).click()
    await expect(threads(page)).toHaveCount(1)
    await expect(page.getByLabel('New comment')).toHaveValue('')
    await page.getByLabel('New comment').fill(WORDS)
    await save(page).click()
    await expect(threads(page)).toHaveCount(2)
    return written(page, claim)
  },
  async 'double click on Import'(page) {
    const title = `Twice ${randomLetters()}`
    await signIn(page, 'editor', '/articles/import')
    const file = { name: `${title}.md`, mimeType: 'text/markdown' }
    await page.getByLabel('Files').setInputFiles({ ...file, buffer: Buffer.from(`# ${title}\n\nIt rose.`) })
    await page.getByLabel('Language where').selectOption('English')
    await page.getByRole('button', { name: 'Import 1 file' }).dblclick()
    await expect(page.getByText('1 of 1 file done')).toBeVisible()
    const found = await asEditor<{ items: unknown[] }>(`/articles?q=${encodeURIComponent(title)}`)
    return found.items.length
  },
  async 'double click on Publish correction'(page) {
    const words = `S${Array.from({ length: 5 }, randomLetters).join(' ')} opened in 1932`
    const article = await makeArticle({
      text: `${words}. Nobody paid a toll at first.`,
      claims: [
        {
          quote: words,
          correction: {
            kind: 'correction',
            replacement: words.replace('1932', '1931'),
            reason: 'Register',
          },
        },
      ],
    })
    await asEditor(`/claims/${article.claims[0]?.id}`, {
      method: 'PATCH',
      body: JSON.stringify({ version: 1, status: 'disputed', finding: 'The register has 1931.' }),
    })
    await signIn(page, 'editor', `/articles/${article.id}/claims/1`)
    await page.getByRole('link', { name: 'Correct this' }).click()
    await expect(page.getByLabel('Replacement')).toHaveValue(words.replace('1932', '1931'))
    await page.getByRole('button', { name: 'Open the correction' }).click()
    await expect(page).toHaveURL(/corrections-desk\/\d+$/)
    const number = page.url().split('/').at(-1) ?? ''
    const press = (name: string) => page.getByRole('button', { name, exact: true })
    const state = (name: string) => page.locator('.correction-head .correction-state', { hasText: name })
    await press('Acknowledge').click()
    await expect(state('Acknowledged')).toBeVisible()
    await page.getByLabel('What is right').fill(`${words.replace('1932', '1931')}.`)
    await press('Use the template').click()
    await press('Save').click()
    await expect(notice(page, 'Correction saved')).toBeVisible()
    await press('Approve').click()
    await expect(state('Approved')).toBeVisible()
    await press('Publish…').click()
    await press('Publish').dblclick()
    await expect(state('Published')).toBeVisible()
    await settled(page)
    const feed = (await (await fetch(`${facts().url}/corrections/feed.json`)).json()) as {
      items: { url: string }[]
    }
    const entries = feed.items.filter(({ url }) => new URL(url).pathname.endsWith(`/corrections/${number}`))
    await page.goto(`/articles/${article.id}/history`)
    const lines = page.getByRole('listitem').filter({ hasText: 'Correction published' })
    await expect(lines.first()).toBeVisible()
    return `${entries.length} feed entry, ${await lines.count()} history line`
  },
}

test('every way of the case is tried', () => {
  expect(Object.keys(ways)).toEqual(tries.map((one) => one.do))
})

for (const { do: way, expect: right } of tries)
  test(`sent twice by ${way}: ${right}`, async ({ page }) => {
    expect(await ways[way]?.(page)).toBe(right)
  })

for (const [how, again] of [
  ['closed and opened again', (page: Page) => page.keyboard.press('Escape')],
  ['loaded again', (page: Page) => page.reload()],
] as const)
  test(`a source whose answer was lost is added once when its form is ${how}`, async ({ page }) => {
    const article = await makeArticle()
    const address = `**/articles/${article.id}/claims/1`
    await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
    const form = page.getByRole('form', { name: 'New source' })
    await page.getByRole('button', { name: /New source/ }).click()
    await form.getByLabel('Title').fill('The register')
    let lost = 0
    await page.route(address, async (route) => {
      if (!isChange(route.request()) || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort()
    })
    await form.getByRole('button', { name: 'Save source' }).click()
    await expect(page.getByText('The desk cannot be reached').first()).toBeVisible()
    await again(page)
    if (!(await form.isVisible())) await page.getByRole('button', { name: /New source/ }).click()
    await expect(form.getByLabel('Title')).toHaveValue('The register')
    await form.getByRole('button', { name: 'Save source' }).click()
    await expect(notice(page, 'Source added')).toBeVisible()
    const { sources } = await asEditor<{ sources: object[] }>(`/claims/${article.claims[0]?.id}`)
    expect(sources).toHaveLength(1)
  })
