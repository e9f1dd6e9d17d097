import type { Page } from '@playwright/test'
import { facts, unfold, makeArticle, notice, signIn, expect, test } from './desk'

const LATENCIES = [0, 100, 300, 600]

/** A seeded generator (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Delays every answer of the desk by the given number of milliseconds. */
async function slow(page: Page): Promise<(latency: number) => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  return async (latency) => {
    await session.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency, downloadThroughput: -1, uploadThroughput: -1 },
    })
  }
}

/** Holds back requests for an address, however fast the desk answers. @returns a function that releases them */
async function hold(page: Page, address: string): Promise<() => void> {
  let letGo = () => {}
  const gone = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(address, async (route) => {
    await gone
    await route.continue()
  })
  return letGo
}

type Claim = {
  id: string
  status: string
  finding: string
  version: number
  sources: { url: string; title: string; stance: string }[]
}

async function readClaim(id: string): Promise<Claim> {
  const answer = await fetch(`${facts().url}/api/v1/claims/${id}`, {
    headers: { authorization: `Bearer ${facts().token}` },
  })
  return (await answer.json()) as Claim
}

const claims = (count: number) => {
  const quotes = Array.from({ length: count }, (_, at) => `Bridge ${at + 1} opened in ${1900 + at}`)
  return { text: quotes.map((quote) => `${quote}.`).join(' '), claims: quotes.map((quote) => ({ quote })) }
}

const status = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Status' }).getByRole('button', { name })

/** Records what the screen shows at each key press, and whether the page ever holds more than one panel. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { keys: [] as { key: string; claim: string }[], panels: 0 }
    Object.assign(window, { seen })
    const panels = () => document.querySelectorAll('[data-panel-claim]')
    document.addEventListener(
      'keydown',
      ({ key }) => seen.keys.push({ key, claim: panels()[0]?.getAttribute('data-panel-claim') ?? '' }),
      { capture: true },
    )
    new MutationObserver(() => {
      seen.panels = Math.max(seen.panels, panels().length, document.querySelectorAll('#claim-heading').length)
    }).observe(document, { childList: true, subtree: true })
  })
}

type Seen = { keys: { key: string; claim: string }[]; panels: number }
const seenBy = (page: Page) => page.evaluate(() => (window as unknown as { seen: Seen }).seen)

test('words typed after the key d go into the finding, however slow the desk is', async ({ page }) => {
  const article = await makeArticle(claims(LATENCIES.length))
  await signIn(page, 'checker')
  const setLatency = await slow(page)
  const gap = random(1129)
  for (const [at, latency] of LATENCIES.entries()) {
    await setLatency(0)
    await page.goto(`/articles/${article.id}/claims/${at + 1}`)
    await setLatency(latency)
    await page.keyboard.press('d')
    for (const letter of 'the year is wrong, just by 1 (not 2)')
      await page.keyboard.type(letter, { delay: Math.round(gap() * 15) })
    await expect(page.getByLabel('Finding')).toHaveValue('the year is wrong, just by 1 (not 2)')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type(' and more')
    await expect(page.getByText(`Claim ${at + 1}: Disputed`, { exact: true })).toBeVisible()
    await expect(page.getByLabel('Finding')).toHaveValue('the year is wrong, just by 1 (not 2) and more')
    await page.keyboard.press('Control+Enter')
    await expect(notice(page, 'Finding saved')).toBeVisible()
  }
  for (const { id } of article.claims)
    expect(await readClaim(id)).toMatchObject({
      status: 'disputed',
      finding: 'the year is wrong, just by 1 (not 2) and more',
    })
})

test('a key marks the claim on the screen or none, and the page holds one panel', async ({ page }) => {
  const article = await makeArticle(claims(12))
  await signIn(page, 'checker')
  await watch(page)
  const setLatency = await slow(page)
  const gap = random(2903)
  const meant = new Set<string>()
  for (const [at, latency] of LATENCIES.entries()) {
    await setLatency(0)
    await page.goto(`/articles/${article.id}/claims/${at * 3 + 1}`)
    await setLatency(latency)
    for (const key of ['j', 'n', 'j', 'n', 'n']) {
      await page.keyboard.press(key)
      // The pause waits for nothing: it is the pace of a person who types, the same in each run.
      await page.waitForTimeout(Math.round(gap() * (latency + 60)))
    }
    await expect(page.locator('.shell-going')).toBeEmpty()
    await expect(page.locator('[data-panel-claim] [aria-busy]')).toHaveCount(0)
    const { keys, panels } = await seenBy(page)
    expect(panels).toBe(1)
    for (const { key, claim } of keys) if (key === 'n') meant.add(claim)
  }
  await setLatency(0)
  await page.goto(`/articles/${article.id}/claims/12`)
  await page.keyboard.press('n')
  await expect(status(page, 'Needs source')).toHaveAttribute('aria-pressed', 'true')
  // The button is pressed before the desk has answered.
  await expect(page.locator('[data-panel-claim] [aria-busy]')).toHaveCount(0)
  const marked = []
  for (const { id } of article.claims) if ((await readClaim(id)).status !== 'unreviewed') marked.push(id)
  expect(marked.filter((id) => id !== article.claims[11]?.id && !meant.has(id))).toEqual([])
  expect(marked).toContain(article.claims[11]?.id)
})

test('a key pressed too early is reported, and a press meant for another claim is refused', async ({
  page,
}) => {
  const article = await makeArticle(claims(3))
  await signIn(page, 'checker')
  await page.goto(`/articles/${article.id}/claims/1`)
  const letGo = await hold(page, `**/articles/${article.id}/claims/2?*`)
  await page.keyboard.press('j')
  await page.keyboard.press('u')
  await expect(notice(page, 'The key u did nothing')).toBeVisible()
  letGo()
  await expect(page.getByRole('heading', { name: 'Claim 2' })).toBeVisible()
  await page.evaluate((id) => {
    document.querySelector('[data-panel-claim]')?.setAttribute('data-panel-claim', id)
  }, article.claims[0]?.id ?? '')
  await page.keyboard.press('n')
  await expect(page.getByText('another claim was on the screen')).toBeVisible()
  for (const { id } of article.claims) expect((await readClaim(id)).status).toBe('unreviewed')
})

test('a verdict pressed right after saving is not lost', async ({ page }) => {
  const article = await makeArticle(claims(LATENCIES.length))
  await signIn(page, 'checker')
  const setLatency = await slow(page)
  for (const [at, latency] of LATENCIES.entries()) {
    await setLatency(0)
    await page.goto(`/articles/${article.id}/claims/${at + 1}`)
    await setLatency(latency)
    await page.getByLabel('Finding').fill('Nobody knows.')
    await page.getByRole('button', { name: 'Save finding' }).click()
    await status(page, 'Needs source').click()
    await unfold(page, 'Who and when')
    await page.getByLabel('Priority').selectOption('urgent')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(notice(page, 'Plan saved')).toBeVisible()
    await expect(page.locator('.banner[data-tone="error"]')).toHaveCount(0)
  }
  for (const { id } of article.claims)
    expect(await readClaim(id)).toMatchObject({
      ...{ status: 'needs_source', finding: 'Nobody knows.', priority: 'urgent', version: 4 },
    })
})

test('Escape closes a dialog also when a notice came after it', async ({ page }) => {
  const article = await makeArticle(claims(1))
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
  const letGo = await hold(page, `**/articles/${article.id}/claims/1`)
  await status(page, 'Needs source').click()
  await page.getByRole('button', { name: 'Keyboard help' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  await expect(dialog).toBeVisible()
  letGo()
  await expect(notice(page, 'Claim 1: Needs source')).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('a claim is verified with its source also when its reader goes on before the source is saved', async ({
  page,
}) => {
  const article = await makeArticle(claims(2))
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
  await status(page, 'Verified').click()
  await page.getByLabel('Title', { exact: true }).fill('Register of bridges')
  const letGo = await hold(page, `**/articles/${article.id}/claims/1`)
  await page.getByRole('button', { name: 'Save source' }).click()
  await page
    .getByRole('link', { name: 'Next claim' })
    .or(page.getByRole('button', { name: 'Next claim' }))
    .click()
  letGo()
  await expect(page.getByRole('heading', { name: 'Claim 2' })).toBeVisible()
  await expect.poll(async () => (await readClaim(article.claims[0]?.id ?? '')).status).toBe('verified')
  expect((await readClaim(article.claims[1]?.id ?? '')).status).toBe('unreviewed')
})

test('a source that is saved late takes the focus neither from the next claim nor from another field', async ({
  page,
}) => {
  const article = await makeArticle(claims(2))
  const [first, second] = article.claims.map(({ id }) => id)
  const address = `**/articles/${article.id}/claims/1`
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
  await page.getByRole('button', { name: /^New source/ }).click()
  await page.getByLabel('Title', { exact: true }).fill('Log')
  let letGo = await hold(page, address)
  await page.getByRole('button', { name: 'Save source' }).click()
  await page.getByLabel('Finding').focus()
  await page.keyboard.type('no doubt, ')
  letGo()
  await expect(page.getByRole('button', { name: 'Remove source: Log' })).toBeVisible()
  await page.keyboard.type('just v and d')
  await expect(page.getByLabel('Finding')).toHaveValue('no doubt, just v and d')

  await page.unroute(address)
  await page.getByRole('button', { name: /^New source/ }).click()
  await page.getByLabel('Title', { exact: true }).fill('Register')
  letGo = await hold(page, address)
  await page.getByRole('button', { name: 'Save source' }).click()
  await page.getByRole('button', { name: 'Next claim' }).click()
  await expect(page.getByRole('heading', { name: 'Claim 2' })).toBeVisible()
  await page.getByRole('button', { name: /^New source/ }).click()
  await page.getByLabel('Web address').focus()
  await page.keyboard.type('https://example.org/')
  letGo()
  await expect(notice(page, 'Source added')).toBeVisible()
  await page.keyboard.type('dun')
  await expect(page.getByLabel('Web address')).toHaveValue('https://example.org/dun')
  for (const id of [first, second]) expect(await readClaim(id ?? '')).toMatchObject({ status: 'unreviewed' })
})

const field = (page: Page) => page.getByRole('form', { name: 'New source' })
const heading = (page: Page, number: number) =>
  page.getByRole('heading', { name: new RegExp(`^Claim ${number}\\b`) })

test('every key right after a save acts on the claim it was pressed on, however slow the desk is', async ({
  page,
}) => {
  const article = await makeArticle(claims(LATENCIES.length * 4))
  await signIn(page, 'checker')
  const setLatency = await slow(page)
  const { keyboard } = page
  /** Types into the form of a source without waiting for the desk. The desk reads no page at a private address. */
  const typeSource = async (number: number) => {
    await keyboard.insertText(`https://127.0.0.1/${number}`)
    await keyboard.press('Tab')
    await keyboard.insertText(`Register ${number}`)
    await keyboard.press('Control+Enter')
  }
  for (const [at, latency] of LATENCIES.entries()) {
    const first = at * 4 + 1
    await setLatency(0)
    await page.goto(`/articles/${article.id}/claims/${first}`)
    await setLatency(latency)
    // A finding, its source and the next claim, in a row.
    await keyboard.press('d')
    await keyboard.insertText(`Finding ${first}`)
    for (const key of ['Control+Enter', 'Escape', 's']) await keyboard.press(key)
    await expect(field(page).getByLabel('Web address')).toBeFocused()
    await expect(field(page).getByLabel('Stance')).toHaveValue('refutes')
    await typeSource(first)
    await keyboard.press('o')
    await expect(heading(page, first + 1)).toBeVisible()
    // A source that verifies, and on before it is saved.
    await keyboard.press('v')
    await typeSource(first + 1)
    await keyboard.press('j')
    await expect(heading(page, first + 2)).toBeVisible()
    // The last of several verdicts stands.
    for (const key of ['n', 'u', 'n', 'j']) await keyboard.press(key)
    await expect(heading(page, first + 3)).toBeVisible()
    // Another verdict while the source is being saved wins over verified, and letters reach the open field.
    await keyboard.press('v')
    await typeSource(first + 3)
    for (const key of ['n', 'k']) await keyboard.press(key)
    await expect(heading(page, first + 2)).toBeVisible()
    await expect(status(page, 'Needs source')).toHaveAttribute('aria-pressed', 'true')
  }
  await setLatency(0)
  const states = async () => Promise.all(article.claims.map(async ({ id }) => (await readClaim(id)).status))
  await expect
    .poll(states)
    .toEqual(LATENCIES.flatMap(() => ['disputed', 'verified', 'needs_source', 'needs_source']))
  for (const { id, number } of article.claims) {
    const { sources, finding } = await readClaim(id)
    const disputed = number % 4 === 1
    expect(finding).toBe(disputed ? `Finding ${number}` : '')
    expect(sources).toMatchObject(
      number % 4 === 3
        ? []
        : [
            {
              ...{ url: `https://127.0.0.1/${number}`, title: `Register ${number}` },
              stance: disputed ? 'refutes' : 'supports',
            },
          ],
    )
  }
})

test('each press decides the sentence on the screen, also while the one before is being saved', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const words: string[] = []
    Object.assign(window, { words })
    document.addEventListener(
      'keydown',
      ({ key }) => {
        const next = document.querySelector('.open-sentence[data-next] .open-sentence-words')
        if (key === 'a') words.push(next?.textContent ?? '')
      },
      { capture: true },
    )
  })
  await signIn(page, 'editor')
  const setLatency = await slow(page)
  for (const latency of LATENCIES) {
    const { text } = claims(4)
    const article = await makeArticle({ text, claims: [] })
    await setLatency(0)
    await page.goto(`/articles/${article.id}`)
    await setLatency(latency)
    for (const key of ['a', 'p', 'a', 'p']) await page.keyboard.press(key)
    await expect(page.getByText('Every sentence is decided')).toBeVisible()
    const made = async () => {
      const answer = await fetch(`${facts().url}/api/v1/claims?article=${article.id}`, {
        headers: { authorization: `Bearer ${facts().token}` },
      })
      return ((await answer.json()) as { items: { quote: string }[] }).items.map(({ quote }) => quote).sort()
    }
    const meant = await page.evaluate(() => (window as unknown as { words: string[] }).words.sort())
    expect(new Set(meant).size).toBe(2)
    await expect.poll(made).toEqual(meant)
  }
})
