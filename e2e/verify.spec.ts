import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, facts, issueReport, makeArticle, settled, test } from './desk'

const WORDS = {
  'en-GB': {
    tooLarge: 'The file is larger than 20 MB.',
    unknown: 'Not a report of this desk',
    altered: 'This is not what this desk issued',
    issued: 'Issued by this desk, and unchanged',
    busy: 'Many files are being checked at this moment. Try again in 10 seconds.',
    tooOften: 'That was too often. Try again in 1 second.',
  },
  ar: {
    tooLarge: 'الملف أكبر من 20 ميغابايت.',
    unknown: 'ليس تقريرًا من هذا المكتب',
    altered: 'ليس هذا ما أصدره المكتب',
    issued: 'أصدره هذا المكتب ولم يتغيّر',
    busy: 'تُفحص الآن ملفات كثيرة. أعد المحاولة بعد 10 ثوانٍ.',
    tooOften: 'تكرر هذا أكثر من المسموح. أعد المحاولة بعد ثانية.',
  },
} as const

const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } }

async function issued() {
  const { id, title } = await makeArticle({
    language: 'ar',
    text: 'فُتح الجسر عام ١٩٣٢. وطوله ٥٠٣ أمتار.',
    claims: [{ quote: 'فُتح الجسر عام ١٩٣٢' }],
  })
  const report = await issueReport(id)
  const headers = { authorization: `Bearer ${facts().token}` }
  const answer = await fetch(`${facts().url}/api/v1/reports/${report.id}.json`, { headers })
  const text = await answer.text()
  const { proof } = JSON.parse(text) as { proof: { digest: string } }
  return { title, number: report.number, digest: proof.digest, text }
}

const drop = (page: Page, content: string | Buffer) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'تقرير.json', mimeType: 'application/json', buffer: Buffer.from(content) })

const isWithin = async (page: Page, width: number) => {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

/** Whether the desk's mark starts at the same edge as the heading. */
async function beginsWithHeading(page: Page, fromRight: boolean): Promise<boolean> {
  const [mark, heading] = await Promise.all([
    page.locator('.wordmark').boundingBox(),
    page.getByRole('heading', { level: 1 }).boundingBox(),
  ])
  if (!mark || !heading) return false
  const begin = (box: typeof mark) => (fromRight ? box.x + box.width : box.x)
  return Math.abs(begin(mark) - begin(heading)) <= 1
}

for (const locale of ['en-GB', 'ar'] as const)
  for (const [size, viewport] of Object.entries(SIZES))
    test(`a file or a number is verified: ${locale}, ${size}`, async ({ browser }, test) => {
      const words = WORDS[locale]
      const report = await issued()
      const page = await (await browser.newContext({ locale, viewport })).newPage()
      const shown = async (name: string, sentence: string) => {
        await expect(page.getByText(sentence)).toBeVisible()
        await settled(page)
        await isWithin(page, viewport.width)
        await page.screenshot({ path: test.outputPath(`${name}.png`), fullPage: true })
      }
      let sent = 0
      page.on('request', (request) => (sent += request.url().endsWith('/api/v1/verify') ? 1 : 0))
      await page.goto('/verify')
      expect(await beginsWithHeading(page, locale === 'ar')).toBe(true)
      await drop(page, Buffer.alloc(20_000_001, 'x'))
      await shown('too-large', words.tooLarge)
      expect(sent).toBe(0)
      await drop(page, report.text.slice(0, 400))
      await shown('broken', words.unknown)
      await drop(page, report.text.replace('١٩٣٢', '١٩٣٣'))
      await shown('altered', words.altered)
      await drop(page, report.text)
      await shown('true', words.issued)
      await expect(page.getByText(report.number, { exact: true })).toBeVisible()
      await page.locator('input[name=number]').fill(report.number)
      await page.locator('input[name=digest]').fill('0'.repeat(64))
      await page.locator('main form button[type=submit]').first().click()
      await shown('unknown-number', words.unknown)
      await expect(page.getByText(report.title)).toHaveCount(0)
      await page.locator('input[name=digest]').fill(report.digest)
      await page.locator('main form button[type=submit]').first().click()
      await shown('true-number', words.issued)
      await page.context().close()
    })

for (const locale of ['en-GB', 'ar'] as const)
  test(`a throttled file check says how long to wait: ${locale}`, async ({ browser }) => {
    const page = await (await browser.newContext({ locale })).newPage()
    const answers = [
      { status: 503, headers: { 'retry-after': '10' } },
      { status: 429, headers: { 'retry-after': '1' } },
      { status: 413 },
    ]
    // These are the desk's own throttled answers; causing a real one would block other journeys.
    await page.route('**/api/v1/verify', (route) => route.fulfill(answers.shift()))
    await page.goto('/verify')
    for (const key of ['busy', 'tooOften', 'tooLarge'] as const) {
      await drop(page, 'x')
      await expect(page.getByText(WORDS[locale][key])).toBeVisible()
    }
    await page.context().close()
  })
