import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from '@playwright/test'
import { LEVELS } from './axe'
import {
  browserOf,
  expect,
  facts,
  impatientPage,
  makeArticle,
  newSender,
  randomLetters,
  settled,
  test,
  type Role,
} from './desk'

type Early = { page: Page; listen: () => void; addresses: string[]; expectNoErrors: () => void }

/**
 * A page whose scripts do not run until `listen` releases them. Nothing here waits until it is interactive.
 * @param who a role to sign in as, a signed-in browser, or nobody
 */
async function earlyPage(
  browser: Browser,
  who: Role | BrowserContext | null,
  options: BrowserContextOptions = {},
): Promise<Early> {
  const context =
    who === null
      ? await browser.newContext({ ...options, extraHTTPHeaders: { 'x-forwarded-for': newSender() } })
      : typeof who === 'string'
        ? (await browserOf(browser, who, options)).context()
        : who
  const page = await impatientPage(context)
  let listen = () => undefined as void
  const open = new Promise<void>((resolve) => (listen = resolve))
  await page.route('**/_next/static/**/*.js*', async (route) => {
    await open
    await route.continue().catch(() => undefined)
  })
  const addresses: string[] = []
  const errors: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (/hydrat|did not match|minified react/i.test(message.text())) errors.push(message.text())
  })
  return { page, listen, addresses, expectNoErrors: () => expect(errors).toEqual([]) }
}

/** The answer of the HTTP API to the editor's token. */
async function asked<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(`${facts().url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${facts().token}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

type Correction = { id: string; number: number; wrong: string; severity: string }

const show = (page: Page, address: string) => page.goto(address, { waitUntil: 'commit' })

/** Presses a control that is not interactive yet. */
async function pressEarly(button: Locator) {
  await button.click({ noWaitAfter: true })
  await expect(button).toHaveAttribute('aria-busy', 'true')
  await expect(button).toHaveAttribute('data-heard')
}

const PHONE = { viewport: { width: 360, height: 720 } }
const READERS = [
  { name: 'in English', options: { locale: 'en-GB' } },
  { name: 'in Arabic on a phone', options: { locale: 'ar', ...PHONE } },
]

for (const { name, options } of READERS) {
  test(`signing in before the page is interactive, ${name}`, async ({ browser }) => {
    const { page, listen, addresses, expectNoErrors } = await earlyPage(browser, null, options)
    const { email, password } = facts().accounts.viewer
    await show(page, '/sign-in?callbackUrl=%2Freports')
    await page.locator('input[name=email]').fill(email)
    await page.locator('input[name=password]').fill(password)
    const submit = page.locator('form:has(input[name=email]) button[type=submit]')
    await pressEarly(submit)
    expect((await new AxeBuilder({ page }).withTags(LEVELS).analyze()).violations).toEqual([])
    // The page forgets a press after half a minute, and looking at it may take longer.
    await pressEarly(submit)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    listen()
    await expect(page).toHaveURL(/\/reports$/)
    expect(
      addresses.filter((one) => one.includes(password) || one.includes(encodeURIComponent(password))),
    ).toEqual([])
    expectNoErrors()
    await page.context().close()
  })

  test(`saving a finding and a verdict before the page is interactive, ${name}`, async ({ browser }) => {
    const article = await makeArticle()
    const { page, listen, expectNoErrors } = await earlyPage(browser, 'checker', options)
    const finding = page.locator('form:has(.choices) textarea')
    const disputed = page.locator('.choice[data-status=disputed]')
    await show(page, `/articles/${article.id}/claims/1`)
    await finding.pressSequentially('The register says 1931. السجل يقول ١٩٣١')
    await pressEarly(page.locator('.choice[data-status=unreviewed]'))
    await pressEarly(disputed)
    await expect(page.locator('[data-heard]')).toHaveCount(1)
    listen()
    await expect(disputed).toHaveAttribute('aria-pressed', 'true')
    await expect(page.locator('[data-heard]')).toHaveCount(0)
    await expect(async () =>
      expect(await asked(`/claims/${article.claims[0]?.id}`)).toMatchObject({
        status: 'disputed',
        finding: 'The register says 1931. السجل يقول ١٩٣١',
      }),
    ).toPass()
    expectNoErrors()
    await page.context().close()
  })

  test(`making a token before the page is interactive, ${name}`, async ({ browser }) => {
    const { page, listen, expectNoErrors } = await earlyPage(browser, 'viewer', options)
    const token = randomLetters()
    const form = page.locator('form:has(input[maxlength="80"])')
    await show(page, '/settings')
    await form.locator('input').pressSequentially(token)
    await pressEarly(form.locator('button[type=submit]'))
    listen()
    await expect(page.locator('code[dir=ltr]').first()).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: token })).toHaveCount(1)
    expectNoErrors()
    await page.context().close()
  })

  test(`saving a correction before the page is interactive, ${name}`, async ({ browser }) => {
    const article = await makeArticle()
    const { id, number } = await asked<Correction>('/corrections', {
      ...{ articleId: article.id, claimId: article.claims[0]?.id, kind: 'correction', severity: 'minor' },
    })
    const { page, listen, expectNoErrors } = await earlyPage(browser, 'editor', options)
    const words = page.getByLabel(/^(What was wrong|ما كان خطأً)$/)
    await show(page, `/corrections-desk/${number}`)
    await words.pressSequentially('The year.')
    await page.locator('select:has(option[value=serious])').selectOption('serious')
    await pressEarly(page.locator('form:has(option[value=serious]) button[type=submit]'))
    listen()
    await expect(async () =>
      expect(await asked<Correction>(`/corrections/${id}`)).toMatchObject({
        wrong: 'The year.',
        severity: 'serious',
      }),
    ).toPass()
    expectNoErrors()
    await page.context().close()
  })

  test(`sending a correction request before the page is interactive, ${name}`, async ({ browser }) => {
    const { page, listen, addresses, expectNoErrors } = await earlyPage(browser, null, options)
    const words = randomLetters()
    await show(page, '/corrections/request')
    await page.locator('textarea[name=phrase]').fill(words)
    await page.locator('textarea[name=problem]').fill('It was 1931.')
    await page.locator('form.public-form button[type=submit]').click({ noWaitAfter: true })
    await expect(page).toHaveURL(/\/corrections\/requests\/[\w-]{32}/)
    listen()
    expect(addresses.filter((one) => one.includes(words))).toEqual([])
    expectNoErrors()
    await page.context().close()
  })
}

test('a menu opens and a row’s box is ticked once the page is interactive', async ({ browser }) => {
  await makeArticle()
  const { page, listen, expectNoErrors } = await earlyPage(browser, 'checker')
  await show(page, '/claims')
  const box = page.locator('tbody input[type=checkbox]').first()
  await box.check()
  await pressEarly(page.getByRole('button', { name: /^Account/ }))
  listen()
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('tr[data-picked=true]')).toHaveCount(1)
  await expect(box).toBeChecked()
  expectNoErrors()
  await page.context().close()
})

test('words typed before and after the page becomes interactive end up together', async ({ browser }) => {
  const article = await makeArticle()
  const { page, listen, expectNoErrors } = await earlyPage(browser, 'checker')
  const finding = page.getByLabel('Finding')
  await show(page, `/articles/${article.id}/claims/2`)
  await finding.pressSequentially('It is 503')
  listen()
  await finding.pressSequentially(' metres, says the register', { delay: 60 })
  // The page keeps early words and presses of buttons, but no early key.
  await settled(page)
  await finding.press('Control+Enter')
  await expect(page.getByText('Finding saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(finding).toHaveValue('It is 503 metres, says the register')
  expectNoErrors()
  await page.context().close()
})

for (const [path, field] of [
  ['claims/1', 'form:has(.choices) textarea'],
  ['claim-import', '#main form textarea'],
  ['revise', '#main form textarea'],
] as const)
  test(`a draft of ${path} is offered beside words typed before the page is interactive`, async ({
    browser,
  }) => {
    const article = await makeArticle()
    const address = `/articles/${article.id}/${path}`
    const before = await browserOf(browser, 'editor')
    await before.goto(address)
    await before.locator(field).fill('Typed long ago')
    await expect(async () =>
      expect(await before.evaluate(() => JSON.stringify({ ...window.localStorage }))).toContain(
        'Typed long ago',
      ),
    ).toPass()
    const { page, listen, expectNoErrors } = await earlyPage(browser, before.context())
    await show(page, address)
    await page.locator(field).fill('Typed just now')
    listen()
    await expect(page.locator('.offered-draft')).toHaveText('Typed long ago')
    await expect(page.locator(field)).toHaveValue('Typed just now')
    await page.getByRole('button', { name: 'Put it in the form' }).click()
    await expect(page.locator(field)).toHaveValue('Typed long ago')
    expectNoErrors()
    await page.context().close()
  })

test('the page forgets a held press after half a minute, but keeps the words', async ({ browser }) => {
  const { page, listen, expectNoErrors } = await earlyPage(browser, 'viewer')
  const token = randomLetters()
  const form = page.locator('form:has(input[maxlength="80"])')
  const button = form.locator('button[type=submit]')
  await page.clock.install()
  await show(page, '/settings')
  await form.locator('input').fill(token)
  await pressEarly(button)
  await page.clock.fastForward(31_000)
  await expect(button).not.toHaveAttribute('aria-busy')
  listen()
  // The page would replay a held press before this menu opens.
  await page.getByRole('button', { name: /^Account/ }).click()
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listitem').filter({ hasText: token })).toHaveCount(0)
  await button.click()
  await expect(page.getByRole('listitem').filter({ hasText: token })).toHaveCount(1)
  expectNoErrors()
  await page.context().close()
})

test('without scripts no typed word reaches an address, and each page answers', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    extraHTTPHeaders: { 'x-forwarded-for': newSender() },
  })
  const page = await context.newPage()
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  await page.goto('/sign-in')
  await page.locator('input[name=email]').fill('reader@example.org')
  await page.locator('input[name=password]').fill('nobody-should-read-this')
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.locator('form:has(input[name=email]) button[type=submit]').click(),
  ])
  expect(answer.status()).toBeLessThan(500)
  expect(addresses.join()).not.toContain('nobody')
  for (const path of [
    '/sign-in',
    '/setup',
    '/new-password',
    '/settings',
    '/claims',
    '/corrections-desk/new',
    '/verify',
  ])
    for (const [type, body] of [
      ['application/x-www-form-urlencoded', 'email=a%40example.org&password=words&q=%D9%83'],
      ['application/x-www-form-urlencoded', ''],
      [
        'multipart/form-data; boundary=x',
        '--x\r\ncontent-disposition: form-data; name="q"\r\n\r\nwords\r\n--x--\r\n',
      ],
      ['text/plain', 'q=words'],
    ] as const) {
      const headers = { 'content-type': type, origin: baseURL ?? '' }
      const answer = await context.request.post(path, { data: body, headers, maxRedirects: 0 })
      expect(answer.status(), `${path} ${type}`).toBeLessThan(500)
    }
  await context.close()
})
