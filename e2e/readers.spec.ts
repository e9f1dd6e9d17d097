import type { Browser } from '@playwright/test'
import { expectAccessible } from './axe'
import { browserOf, expect, facts, makeArticle, outsider, randomLetters, test } from './desk'

/** An editor sees who sent the request with these words, and answers. */
async function answered(browser: Browser, words: string) {
  const desk = await browserOf(browser, 'editor')
  await desk.goto('/corrections-desk')
  const request = desk.getByRole('listitem').filter({ hasText: words })
  await request.getByRole('button', { name: 'Answer…' }).click()
  const dialog = desk.getByRole('dialog', { name: 'Answer the reader' })
  await dialog.getByLabel('Answer', { exact: true }).fill('شكرًا. سألنا الأرشيف.')
  await desk.keyboard.press('Escape')
  await request.getByRole('button', { name: 'Answer…' }).click()
  await expectAccessible(desk)
  await dialog.getByRole('button', { name: 'Answer' }).click()
  await expect(request.getByText('شكرًا. سألنا الأرشيف.')).toBeVisible()
  const mail = await request.getByRole('link', { name: 'reader@example.org' }).getAttribute('href')
  expect(mail).toBe(
    `mailto:reader@example.org?subject=${encodeURIComponent('طلب التصويب الذي أرسلته')}&body=${encodeURIComponent('شكرًا. سألنا الأرشيف.')}`,
  )
  await desk.context().close()
}

test('a reader requests a correction in Arabic on a phone and follows its progress', async ({ browser }) => {
  const words = randomLetters()
  const page = await outsider(browser, {
    locale: 'ar',
    viewport: { width: 320, height: 640 },
    colorScheme: 'dark',
  })
  await page.goto('/corrections')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('heading', { level: 1, name: 'التصويبات' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'اطلب تصويبًا' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'اطلب تصويبًا' })).toBeVisible()
  await page.getByLabel('الكلمات الخاطئة').fill(`افتُتح الجسر ${words}`)
  await page.getByLabel(/بريدك الإلكتروني/).fill('reader')
  await page.getByRole('button', { name: 'أرسل الطلب' }).click()
  await expect(page.getByText('لم يُرسل طلبك. لم يضع شيء مما كتبته.')).toBeVisible()
  await expect(page.getByLabel('الكلمات الخاطئة')).toHaveValue(`افتُتح الجسر ${words}`)
  await expect(page.getByLabel(/بريدك الإلكتروني/)).toHaveValue('reader')
  await expect(page.getByLabel('ما الخطأ فيها')).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)
  await page.getByLabel('ما الخطأ فيها').fill('بل في عام ١٩٩٦')
  await page.getByLabel(/بريدك الإلكتروني/).fill('reader@example.org')
  await page.getByRole('button', { name: 'أرسل الطلب' }).click()
  await expect(page.getByText('شكرًا لك. وصلنا طلبك.')).toBeVisible()
  const address = await page.getByLabel('عنوانك الخاص').inputValue()
  expect(address).toMatch(/\/corrections\/requests\/[\w-]{32}$/)
  await expectAccessible(page)
  // In another browser, the address alone shows the state and the request, but not the name or the e-mail address.
  const elsewhere = await outsider(browser, { locale: 'en-GB' })
  const answer = await elsewhere.goto(new URL(address).pathname.replace('/requests/', '/reports/'))
  // An address in its earlier form, which readers may have kept, leads here.
  expect(elsewhere.url()).toBe(address)
  expect(answer?.headers()['cache-control']).toContain('no-store')
  expect(answer?.headers()['referrer-policy']).toBe('no-referrer')
  await expect(elsewhere.getByRole('listitem').filter({ hasText: 'Received' })).toHaveAttribute(
    'aria-current',
    'step',
  )
  await expect(elsewhere.getByText(`افتُتح الجسر ${words}`)).toBeVisible()
  await expect(elsewhere.getByText('It is not shown again')).toHaveCount(0)
  expect(await elsewhere.content()).not.toContain('reader@example.org')
  await answered(browser, words)
  await elsewhere.reload()
  await expect(elsewhere.getByText('شكرًا. سألنا الأرشيف.')).toBeVisible()
  await expect(elsewhere.getByRole('heading', { name: /The newsroom answered on/ })).toBeVisible()
  await expectAccessible(elsewhere)
  expect((await elsewhere.goto(`/corrections/requests/${'x'.repeat(32)}`))?.status()).toBe(404)
})

test('a request is sent without scripts, and comes back with everything typed when something is missing', async ({
  browser,
}) => {
  const page = await outsider(browser, { locale: 'en-GB', javaScriptEnabled: false })
  const words = randomLetters()
  await page.goto(`/corrections/request?address=${encodeURIComponent('https://news.example/bridge')}`)
  await expect(page.getByLabel(/Address of the page/)).toHaveValue('https://news.example/bridge')
  await page.getByLabel('The words that are wrong').fill(words)
  await page.getByLabel(/Your name/).fill('A reader')
  await page.getByRole('button', { name: 'Send request' }).click()
  await expect(page.getByText('Your request was not sent. Nothing you wrote is lost.')).toBeVisible()
  await expect(page.getByLabel('The words that are wrong')).toHaveValue(words)
  await expect(page.getByLabel(/Your name/)).toHaveValue('A reader')
  await expect(page.getByLabel(/Address of the page/)).toHaveValue('https://news.example/bridge')
  await page.getByLabel('What is wrong with them').fill('It is another year.')
  await page.getByRole('button', { name: 'Send request' }).click()
  await expect(page.getByText('Thank you. Your request was received.')).toBeVisible()
  await expect(page.getByText(words)).toBeVisible()
})

test('readers find the policy, the feeds and a frame for other sites, the same for everybody', async ({
  browser,
}) => {
  const page = await outsider(browser, { locale: 'en-GB', viewport: { width: 320, height: 640 } })
  await page.goto('/corrections/policy?language=en')
  await expect(page.getByRole('heading', { name: 'How to request a correction' })).toBeVisible()
  await expectAccessible(page)
  for (const type of ['application/atom+xml', 'application/feed+json']) {
    const href = await page.locator(`link[rel=alternate][type="${type}"]`).getAttribute('href')
    // Another journey may publish a correction between the two requests.
    await expect(async () => {
      const feed = await page.request.get(href ?? '')
      expect(feed.headers()['content-type']).toContain(type)
      const { etag = '' } = feed.headers()
      const again = await page.request.get(href ?? '', { headers: { 'if-none-match': etag } })
      expect(again.status()).toBe(304)
    }).toPass()
  }
  await page.getByRole('link', { name: 'العربية' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'سياسة التصويبات' })).toBeVisible()
  await expectAccessible(page)
  // A cookie of the desk changes nothing. No shared cache holds a page, because its nonce is valid once.
  const headers = { cookie: 'factdesk-language=ar; factdesk-colours=dark' }
  const list = await page.request.get('/corrections?language=en', { headers })
  expect(list.headers()['cache-control']).toContain('no-store')
  expect(await list.text()).toMatch(/<html lang="en" dir="ltr">/)
  const frame = await page.request.get('/corrections/embed?language=ar')
  expect(frame.headers()['content-security-policy']).toContain('frame-ancestors *')
  expect(list.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
  expect((await page.request.get('/corrections/999999999')).status()).toBe(404)
})

type Correction = { id: string; number: number; version: number }

/** Calls the API as the editor; a refusal fails the test. */
async function ask(method: string, path: string, body: object): Promise<Correction> {
  const answer = await fetch(`${facts().url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${facts().token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} ${path} was refused: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Correction
}

test('readers see a correction on the page, in both feeds and in a frame once it is published', async ({
  browser,
}) => {
  const name = randomLetters()
  const article = await makeArticle({ language: 'ar', text: `افتُتح جسر ${name} عام ١٩٩٨.`, claims: [] })
  const page = await outsider(browser, { locale: 'ar', viewport: { width: 390, height: 800 } })
  const opened = await ask('POST', '/corrections', {
    articleId: article.id,
    kind: 'correction',
    severity: 'minor',
    quote: `افتُتح جسر ${name} عام ١٩٩٨`,
    replacement: `افتُتح جسر ${name} عام ١٩٩٦`,
    wrong: 'السنة خاطئة.',
    right: `افتُتح جسر ${name} عام ١٩٩٦.`,
    note: `ذكرنا سنة خاطئة لافتتاح جسر ${name}، والصحيح أنه افتُتح عام ١٩٩٦.`,
  })
  const path = `/corrections/${opened.id}`
  const taken = await ask('PATCH', path, { version: opened.version, state: 'acknowledged' })
  const approved = await ask('PATCH', path, { version: taken.version, state: 'approved' })
  expect((await page.goto(`/corrections/${opened.number}`))?.status()).toBe(404)
  await page.goto(`/corrections?q=${name}`)
  await expect(
    page.getByText('لا توجد تصويبات توافق هذا البحث.').or(page.getByText('لم يُنشر أي تصويب بعد.')),
  ).toBeVisible()
  const published = await ask('POST', `${path}/publish`, { version: approved.version })
  await page.goto(`/corrections?language=ar&q=${encodeURIComponent(`لافتتاح ${name}`)}`)
  await page.getByRole('link', { name: article.title }).click()
  await expect(page.getByRole('heading', { level: 1, name: `تصويب رقم ${opened.number}` })).toBeVisible()
  await expect(page.getByText('السنة خاطئة.')).toHaveAttribute('dir', 'rtl')
  const script = page.locator('script[type="application/ld+json"]')
  await expect(script).toHaveCount(1)
  expect(JSON.parse((await script.textContent()) ?? '')).toMatchObject({
    '@type': 'NewsArticle',
    correction: [{ '@type': 'CorrectionComment', '@id': `urn:uuid:${opened.id}` }],
  })
  await page.getByText('اعرض هذا التصويب في صفحة أخرى').click()
  await expect(page.getByLabel('شيفرة HTML للصندوق')).toHaveValue(new RegExp(name))
  await expectAccessible(page)
  for (const address of ['feed.atom', 'feed.json', `embed?article=${article.id}`])
    expect(await (await page.request.get(`/corrections/${address}`)).text()).toContain(name)
  await ask('POST', `${path}/amend`, {
    version: published.version,
    right: `افتُتح جسر ${name} في ربيع ١٩٩٦.`,
    reason: 'عرفنا الفصل.',
    substantive: true,
  })
  await page.goto(`/corrections/${opened.number}?language=ar`)
  await expect(page.getByText('عرفنا الفصل.')).toBeVisible()
  await expect(page.getByText(`افتُتح جسر ${name} عام ١٩٩٦.`, { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'اطلب تصويبًا آخر لهذا المقال' }).click()
  await expect(page.getByText(article.title)).toBeVisible()
})
