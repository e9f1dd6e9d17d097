import { readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

/**
 * Takes the pictures of the README from a running demo desk, and puts them into docs/images.
 *
 *     npm run demo                     # in another terminal, on a fresh data folder
 *     node scripts/pictures.mjs        # with the demo's data folder, if it is not .data
 *
 * FACTDESK_BROWSER names the browser to use, if it is not Playwright's own.
 */
const dataDir = process.argv[2] ?? '.data'
const { url, accounts, token } = JSON.parse(readFileSync(path.join(dataDir, 'demo.json'), 'utf8'))
const SIZE = { width: 1280, height: 860 }

const ask = async (address) => {
  const answer = await fetch(`${url}/api/v1${address}`, { headers: { authorization: `Bearer ${token}` } })
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return (await answer.json()).items
}

/** A page of the desk for the demo's editor, in a language. */
async function signedIn(browser, locale) {
  const context = await browser.newContext({
    viewport: SIZE,
    locale,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(`${url}/sign-in`)
  await page.locator('input[name=email]').fill(accounts.editor.email)
  await page.locator('input[name=password]').fill(accounts.editor.password)
  await page.locator('form:has(input[name=email]) button[type=submit]').click()
  await page.waitForURL((address) => address.pathname !== '/sign-in')
  return page
}

const articles = await ask('/articles?limit=100')
const reports = await ask('/reports?limit=100')
const corrections = await ask('/corrections?limit=100')
const called = (title) => articles.find((one) => one.title.includes(title)).id
const report = reports.find(({ kind, language }) => kind === 'final' && language === 'ar')
const correction = corrections.find(({ state }) => state === 'published')

const PICTURES = [
  ['article-en', 'en-GB', `/articles/${called('Who meets where')}/claims/3`],
  ['article-ar', 'ar', `/articles/${called('كازاخستان')}/claims/3`],
  ['claims-en', 'en-GB', '/claims?sort=due'],
  ['report-ar', 'ar', `/reports/${report.id}/html`],
  ['correction-en', 'en-GB', `/corrections-desk/${correction.number}`],
]

const browser = await chromium.launch({ executablePath: process.env.FACTDESK_BROWSER })
const pages = { 'en-GB': await signedIn(browser, 'en-GB'), ar: await signedIn(browser, 'ar') }
for (const [name, locale, address] of PICTURES) {
  const page = pages[locale]
  await page.goto(url + address, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: `docs/images/${name}.png` })
  process.stdout.write(`docs/images/${name}.png\n`)
}
await browser.close()
