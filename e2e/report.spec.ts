import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { browserOf, expect, facts, goByMenu, issueReport, makeArticle, signIn, test } from './desk'

/** Calls the API with the demo editor's token. */
async function asEditor(method: string, address: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${facts().url}/api/v1${address}`, {
    method,
    headers: { authorization: `Bearer ${facts().token}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

test('the report page lists what blocks it, and its preview holds the disputed claim', async ({ page }) => {
  await signIn(page, 'viewer', `/claims?q=${encodeURIComponent('عشق اباد')}`)
  await page
    .locator('tbody tr')
    .filter({ hasText: 'وتستضيف كازاخستان' })
    .first()
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('link', { name: 'Report', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'What stands in the way of a final report' })).toBeVisible()
  await expect(page.getByText(/neither a claim nor marked/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Issue the report' })).toHaveCount(0)
  await page.getByLabel('With internal findings and names').check()
  await page.getByRole('link', { name: 'Preview as a page' }).click()
  await expect(page.getByText('Preview, not issued').first()).toBeVisible()
  const claim = page.getByRole('article', { name: 'Claim 16' })
  await expect(claim.getByText('وتستضيف كازاخستان')).toHaveAttribute('dir', 'rtl')
  await expect(claim.getByText('Disputed')).toBeVisible()
  await expect(claim.getByText(/UNRCCA/).first()).toBeVisible()
  await expect(claim.getByText(/Omar Haddad/).first()).toBeVisible()
  await expect(claim.getByText(/^Status: Omar Haddad/)).toBeVisible()
})

test('a preview is printed with its button and downloaded as a file', async ({ page }) => {
  const article = await makeArticle({
    claims: [{ quote: 'It is 503 metres long', status: 'disputed', finding: '=502' }],
  })
  const refused: string[] = []
  page.on('console', (line) => line.type() === 'error' && refused.push(line.text()))
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  await signIn(page, 'viewer', `/articles/${article.id}/report/html?language=ar`)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(article.title)
  await page.getByRole('button', { name: 'طباعة' }).click()
  await expect(page.locator('body[data-printed]')).toBeVisible()
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: /CSV/ }).click()
  const file = await waiting
  expect(file.suggestedFilename()).toBe(`تقرير التحقق، معاينة – ${article.title}.csv`)
  const text = await readFile(await file.path(), 'utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(text).toContain("'=502")
  expect(refused).toEqual([])
})

test('evidence rewritten after the page loaded must be read before it is signed off', async ({ page }) => {
  const article = await makeArticle({
    claims: [
      {
        quote: 'It is 503 metres long',
        status: 'disputed',
        finding: 'It is 502.',
        sources: [{ title: 'The old log', stance: 'refutes' }],
      },
    ],
  })
  await signIn(page, 'admin', `/articles/${article.id}/claims/1`)
  const evidence = page.getByRole('region', { name: '1 source' })
  await expect(evidence.getByText('The old log')).toBeVisible()
  const { sources } = (await asEditor('GET', `/claims/${article.claims[0]?.id}`)) as {
    sources: { id: string }[]
  }
  await asEditor('PATCH', `/sources/${sources[0]?.id}`, { title: 'Another log' })
  await page.getByRole('button', { name: 'Sign off' }).click()
  await expect(page.getByText('Someone changed this while you were working on it.')).toBeVisible()
  await expect(evidence.getByText('Another log')).toBeVisible()
  await page.getByRole('button', { name: 'Sign off' }).click()
  await expect(page.getByText(/Signed off by/).first()).toBeVisible()
})

test('a final report is signed off, issued, shared, verified, then altered and caught', async ({
  page,
  browser,
}) => {
  const article = await makeArticle({
    text: 'The bridge opened in 1932. It is 503 metres long.',
    claims: [
      { quote: 'The bridge opened in 1932', sources: [{ title: 'Log', stance: 'supports' }] },
      { quote: 'It is 503 metres long' },
    ],
  })
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
  await page.locator('#main').focus()
  await page.keyboard.press('v')
  await expect(page.getByText('Claim 1: Verified', { exact: true })).toBeVisible()
  await page.goto(`/articles/${article.id}/claims/2`)
  await page.getByLabel('Finding').fill('It is 502.')
  await page.getByRole('group', { name: 'Status' }).getByRole('button', { name: 'Disputed' }).click()
  await expect(page.getByText('A final report needs a second person’s sign-off.')).toBeVisible()

  const editor = await browserOf(browser, 'editor')
  await editor.goto(`/articles/${article.id}/report`)
  await expect(editor.getByText('Claim 2 lacks a second person’s sign-off.')).toBeVisible()
  await editor.getByRole('link', { name: 'Show the claims' }).click()
  await expect(editor.getByRole('button', { name: 'Sign off' })).toBeVisible()
  await editor.keyboard.press('y')
  await expect(editor.getByText(/Signed off by/).first()).toBeVisible()
  await editor.goto(`/articles/${article.id}/report`)
  await expect(editor.getByText('Ready to be issued as final')).toBeVisible()
  await editor.getByRole('button', { name: 'Issue the report' }).click()
  const heading = editor.getByRole('heading', { level: 1, name: /^Report \d{4}-\d{4,}$/ })
  await expect(heading).toBeVisible()
  const number = ((await heading.textContent()) ?? '').replace('Report ', '')

  const waiting = editor.waitForEvent('download')
  await editor.getByRole('link', { name: /JSON, signed/ }).click()
  const file = await waiting
  expect(file.suggestedFilename()).toBe(`Fact-check report ${number} – ${article.title}.json`)
  const json = await readFile(await file.path(), 'utf8')

  const stranger = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await stranger.goto('/verify')
  const drop = (buffer: Buffer) =>
    stranger
      .locator('input[type=file]')
      .setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer })
  await drop(Buffer.from(json))
  await expect(stranger.getByText('Issued by this desk, and unchanged')).toBeVisible()
  await expect(stranger.getByText(number, { exact: true })).toBeVisible()
  await drop(Buffer.from(json.replace('opened in 1932', 'opened in 1933')))
  await expect(stranger.getByText('This is not what this desk issued')).toBeVisible()
  const { proof } = JSON.parse(json) as { proof: { digest: string } }
  await stranger.getByRole('textbox', { name: 'Report number' }).fill(number)
  await stranger.getByRole('textbox', { name: 'Digest' }).fill(proof.digest)
  await stranger.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(stranger.getByText('Issued by this desk, and unchanged')).toBeVisible()
  await stranger.context().close()
  await editor.context().close()
})

for (const locale of ['en-GB', 'ar'])
  test(`axe finds nothing on the report screens, and nothing overflows the page: ${locale}`, async ({
    browser,
  }) => {
    const article = await makeArticle()
    const issued = await issueReport(article.id)
    const page = await browserOf(browser, 'editor', { locale, viewport: { width: 320, height: 720 } })
    for (const address of [
      `/articles/${article.id}/report`,
      '/reports',
      `/reports/${issued.id}`,
      '/verify',
    ]) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    }
    await page.context().close()
  })

test('a stranger must sign in to see a report, and an unknown article has none', async ({ page }) => {
  const article = await makeArticle()
  const address = `/articles/${article.id}/report/html`
  await page.goto(address)
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/)
  expect((await page.request.get(`/articles/${article.id}/report/csv`)).status()).toBe(401)
  await signIn(page, 'viewer', address)
  await expect(page).toHaveURL(new RegExp(`${address}$`))
  const unknown = address.replace(article.id, '0193a000-0000-7000-8000-000000000000')
  expect((await page.request.get(unknown)).status()).toBe(404)
  expect((await page.request.get(`/articles/${article.id}/report/exe`)).status()).toBe(404)
})

test('the history of an article says who did what, in the newsroom’s time', async ({ page }) => {
  const article = await makeArticle()
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
  await page.locator('#main').focus()
  await page.keyboard.press('n')
  await expect(page.getByText('Claim 1: Needs source', { exact: true })).toBeVisible()
  await goByMenu(page, 'History')
  const line = page.getByRole('listitem').filter({ hasText: 'Claim reviewed' })
  await expect(line).toContainText('Omar Haddad')
  await expect(line).toContainText(/Unreviewed.*Needs source/)
  await expect(line.locator('time')).toHaveAttribute('title', /\d{4}.*(UTC|GMT)/)
  await expect(page.getByRole('listitem').last()).toContainText('Article added')
  await line.getByRole('link', { name: 'Claim 1' }).click()
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeVisible()
})
