import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { LEVELS } from './axe'
import { expect, facts, makeArticle, settled, signIn, test } from './desk'

const LATENCIES = [0, 100, 300, 600]
const claims = (count: number) => {
  const quotes = Array.from({ length: count }, (_, at) => `Dam ${at + 1} opened in ${1950 + at}`)
  return { text: quotes.map((quote) => `${quote}.`).join(' '), claims: quotes.map((quote) => ({ quote })) }
}

async function readClaim(id: string) {
  const answer = await fetch(`${facts().url}/api/v1/claims/${id}`, {
    headers: { authorization: `Bearer ${facts().token}` },
  })
  return (await answer.json()) as {
    status: string
    sources: { title: string; stance: string; url: string }[]
  }
}

const status = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Status' }).getByRole('button', { name })
const source = (page: Page) => page.getByRole('form', { name: 'New source' })

test('the key v without a source begins with the source, and its save marks the claim, however slow the desk is', async ({
  page,
}) => {
  const article = await makeArticle(claims(LATENCIES.length))
  await signIn(page, 'checker')
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await page.goto(`/articles/${article.id}/claims/1`)
  for (const [at, latency] of LATENCIES.entries()) {
    await expect(page.getByRole('heading', { name: new RegExp(`^Claim ${at + 1}\\b`) })).toBeVisible()
    await session.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency, downloadThroughput: -1, uploadThroughput: -1 },
    })
    await page.keyboard.press('v')
    // The desk asks no private address for its page.
    await page.keyboard.type(`https://127.0.0.1/dam/${at}`)
    await expect(source(page).getByLabel('Web address')).toHaveValue(`https://127.0.0.1/dam/${at}`)
    await page.keyboard.press('Tab')
    await page.keyboard.type(`The register, page ${at}`)
    await expect(page.getByText('The page could not be read. Type the title.')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(status(page, 'Verified')).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByText(`Claim ${at + 1}: Verified`, { exact: true })).toBeVisible()
    await expect(source(page)).toHaveCount(0)
    await expect(page.locator('[data-panel-claim] [aria-busy]')).toHaveCount(0)
    // The focus is back on the page, where a key is a command.
    if (at + 1 < LATENCIES.length) await page.keyboard.press('j')
  }
  for (const [at, { id }] of article.claims.entries()) {
    const { status: kept, sources } = await readClaim(id)
    expect(kept).toBe('verified')
    expect(sources).toMatchObject([{ title: `The register, page ${at}`, stance: 'supports' }])
  }
})

test('a source begins as the status asks, and a refuted claim is verified only after an answer', async ({
  page,
}) => {
  const article = await makeArticle(claims(2))
  await signIn(page, 'checker')
  await page.goto(`/articles/${article.id}/claims/1`)
  await page.keyboard.press('v')
  await expect(source(page).getByText('marked verified when this source is saved')).toBeVisible()
  await expect(source(page).getByLabel('Stance')).toHaveValue('supports')
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).withTags(LEVELS).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(status(page, 'Verified')).toHaveAttribute('aria-pressed', 'false')
  await expect(source(page)).toHaveCount(0)

  await page.keyboard.press('d')
  await page.keyboard.type('It opened a year later.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Claim 1: Disputed', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('s')
  await expect(source(page).getByLabel('Stance')).toHaveValue('refutes')
  await source(page).getByLabel('Title').fill('The register')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: '1 source' }).getByText('The register')).toBeVisible()

  await page.keyboard.press('v')
  const asks = page.getByRole('dialog', { name: 'Sources refute this claim' })
  await expect(asks.getByText('1 source refutes this disputed claim')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(asks).toHaveCount(0)
  await expect(status(page, 'Disputed')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('v')
  await asks.getByRole('button', { name: 'Mark verified' }).press('Enter')
  await source(page).getByLabel('Title').fill('The new register')
  await page.keyboard.press('Control+Enter')
  await expect(status(page, 'Verified')).toHaveAttribute('aria-pressed', 'true')
})

test('Escape leaves every field, the focus returns to where it came from, and Arabic keys call the help', async ({
  page,
}) => {
  const article = await makeArticle(claims(1))
  await signIn(page, 'checker')
  await page.goto(`/articles/${article.id}/claims/1`)
  await page.getByLabel('Finding').focus()
  await page.keyboard.press('Escape')
  await expect(page.locator('#main')).toBeFocused()
  const add = page.getByRole('button', { name: /^New source/ })
  await add.focus()
  await page.keyboard.press('Enter')
  await expect(source(page).getByLabel('Web address')).toBeFocused()
  await page.keyboard.type('https://news.example/kept')
  await page.keyboard.press('Escape')
  await expect(add).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(source(page).getByLabel('Web address')).toHaveValue('https://news.example/kept')
  await page.keyboard.press('Escape')
  await page.locator('#main').focus()
  await page.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: '؟',
        code: 'Slash',
        shiftKey: true,
        bubbles: true,
        cancelable: true,
      }),
    ),
  )
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
})

test('no page asks the browser for what the content policy forbids', async ({ page }) => {
  const article = await makeArticle(claims(1))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`),
    )
  })
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/policy/iu.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`)
  })
  await signIn(page, 'editor')
  for (const address of [
    ...[
      '/claims',
      '/articles',
      '/articles/new',
      '/reports',
      '/corrections-desk',
      '/corrections-desk/new',
      '/settings',
    ],
    ...['', '/claims/1', '/edit', '/revise', '/report', '/report/html', '/history'].map(
      (part) => `/articles/${article.id}${part}`,
    ),
    ...['/corrections', '/verify'],
  ]) {
    await page.goto(address)
    await settled(page)
  }
  expect(complaints).toEqual([])
})
