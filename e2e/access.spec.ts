import { randomInt, randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expect, facts, settled, signIn, signInByForm, test } from './desk'

/**
 * A network address of its own from the documentation range (RFC 3849), so that no other journey uses up its limit.
 */
const ownSender = () => `2001:db8:${randomInt(65_536).toString(16)}:${randomInt(65_536).toString(16)}::1`

/** A signed-out browser with a network address of its own. */
const stranger = (browser: Browser, locale = 'en-GB'): Promise<BrowserContext> =>
  browser.newContext({ locale, extraHTTPHeaders: { 'x-forwarded-for': ownSender() } })

type Person = { name: string; email: string; password: string }

/** The admin adds a person on the settings page; no other journey knows that person. */
async function addPerson(admin: Page): Promise<Person> {
  const id = randomUUID().slice(0, 8)
  const person = {
    name: `Rana ${id}`,
    email: `rana-${id}@test.factdesk.example`,
    password: `first ${randomUUID()}`,
  }
  const people = admin.getByRole('region', { name: 'People' })
  await people.getByLabel('Name').fill(person.name)
  await people.getByLabel('E-mail').fill(person.email)
  await people.getByLabel(/^First password/).fill(person.password)
  await people.getByRole('button', { name: 'Add a person' }).click()
  await expect(people.getByText(person.email)).toBeVisible()
  return person
}

async function enter(page: Page, { email, password }: Pick<Person, 'email' | 'password'>) {
  await page.goto('/sign-in?callbackUrl=%2Fsettings')
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('form:has(input[name=email]) button[type=submit]').click()
}

const cookiesOf = async (page: Page) => page.context().cookies()

test('a one-time password link sets a password once and refuses a weak one', async ({ page, browser }) => {
  await signIn(page, 'admin', '/settings')
  const person = await addPerson(page)
  await page.getByRole('button', { name: `Make a password link for ${person.name}` }).click()
  const address = await page.locator('code', { hasText: '/new-password?token=' }).innerText()

  const context = await stranger(browser)
  const theirs = await context.newPage()
  const set = async (password: string) => {
    await theirs.getByLabel('New password').fill(password)
    await theirs.getByRole('button', { name: 'Set the password' }).click()
  }
  await theirs.goto(address)
  await set('password1234')
  await expect(theirs.getByText(/Many people choose passwords like this one/)).toBeVisible()
  await set(`${person.name} 1`)
  await expect(theirs.getByText(/made of your address, your name/)).toBeVisible()
  const password = 'harbour violin eleven moss'
  await set(password)
  await expect(theirs.getByText('The new password is set.')).toBeVisible()

  await theirs.goto(address)
  await set('another harbour, other moss')
  await expect(theirs.getByText(/This address has been used/)).toBeVisible()
  await enter(theirs, { ...person, password })
  await expect(theirs.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await context.close()
})

test('a copied cookie opens nothing after its owner signs out', async ({ page, browser }) => {
  await signInByForm(page, 'viewer')
  const copied = await cookiesOf(page)
  const context = await stranger(browser)
  await context.addCookies(copied)
  const copy = await context.newPage()
  await copy.goto('/articles')
  await expect(copy).toHaveURL(/\/articles$/)
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await copy.goto('/articles')
  await expect(copy).toHaveURL(/\/sign-in\?callbackUrl=/)
  await context.close()
})

test('an admin sees who holds a token, and revokes it', async ({ page, browser }) => {
  await signIn(page, 'admin', '/settings')
  const person = await addPerson(page)
  const context = await stranger(browser)
  const theirs = await context.newPage()
  await enter(theirs, person)
  await theirs.waitForURL(/\/settings$/)
  await settled(theirs)
  await theirs.getByLabel('What it is for').fill('Archive')
  await theirs.getByRole('button', { name: 'Create a token' }).click()
  const token = await theirs.getByRole('status').locator('code').innerText()
  const ask = async () =>
    (await fetch(`${facts().url}/api/v1/articles?limit=1`, { headers: { authorization: `Bearer ${token}` } }))
      .status
  expect(await ask()).toBe(200)

  await page.reload()
  const held = page.getByRole('button', { name: `Revoke \u2068Archive\u2069, held by ${person.name}` })
  await held.click()
  await expect(held).toBeHidden()
  expect(await ask()).toBe(401)
  await context.close()
})

const CALENDAR = {
  'en-GB': { make: 'Make the address', again: 'Make a new address', revoke: 'Revoke the address' },
  ar: { make: 'أنشئ العنوان', again: 'أنشئ عنوانًا جديدًا', revoke: 'ألغِ العنوان' },
} as const

for (const locale of ['en-GB', 'ar'] as const)
  test(`the address of a calendar is read without a session, until it is revoked: ${locale}`, async ({
    page,
    browser,
  }) => {
    await signIn(page, 'admin', '/settings')
    const person = await addPerson(page)
    const context = await stranger(browser, locale)
    const theirs = await context.newPage()
    await enter(theirs, person)
    await theirs.waitForURL(/\/settings$/)
    await settled(theirs)
    const words = CALENDAR[locale]
    const button = (name: string) => theirs.getByRole('button', { name, exact: true })
    const shown = theirs.locator('code', { hasText: '/due-work.ics' })
    const ask = (address: string) =>
      fetch(address).then(async (answer) => ({ status: answer.status, text: await answer.text() }))

    await button(words.make).click()
    const first = await shown.innerText()
    expect(await ask(first)).toEqual({ status: 200, text: expect.stringMatching(/^BEGIN:VCALENDAR\r\n/) })
    await button(words.again).click()
    await expect(shown).not.toHaveText(first)
    const second = await shown.innerText()
    expect([(await ask(first)).status, (await ask(second)).status]).toEqual([404, 200])
    await theirs.reload()
    await settled(theirs)
    await expect(shown).toBeHidden()
    await button(words.revoke).click()
    await expect(button(words.make)).toBeVisible()
    expect((await ask(second)).status).toBe(404)
    await context.close()
  })

const WORDS = {
  'en-GB': { wait: /^That was too often\. Try again in /, number: 'Report number', retry: 'Try again' },
  ar: { wait: /^تكرر هذا أكثر من المسموح\. أعد المحاولة بعد /, number: 'رقم التقرير', retry: 'أعد المحاولة' },
} as const

for (const locale of ['en-GB', 'ar'] as const)
  test(`the checking page says when to come back and keeps the file and the number: ${locale}`, async ({
    browser,
  }) => {
    const context = await stranger(browser, locale)
    const page = await context.newPage()
    const { wait, number, retry } = WORDS[locale]
    const digest = 'a'.repeat(64)
    const address = `/verify?number=2031-0001&digest=${digest}`
    const ask = async () => (await context.request.get(address)).status()
    for (let n = 0; n < 30; n += 1) expect(await ask()).toBe(200)
    const file = { name: 'report.json', mimeType: 'application/json', buffer: Buffer.from('{}') }
    // The minute of the limit may end on the way; everything is then counted anew.
    await expect(async () => {
      await expect.poll(ask, { intervals: [1] }).toBe(429)
      const answer = await page.goto(address)
      expect(answer?.status()).toBe(429)
      expect(Number(answer?.headers()['retry-after'])).toBeGreaterThan(0)
      await expect(page.getByRole('status').filter({ hasText: wait })).toHaveCount(1)
      await expect(page.getByLabel(number)).toHaveValue('2031-0001')
      await expect(page.locator('input[name=digest]')).toHaveValue(digest)

      const checked = page.waitForResponse('**/api/v1/verify')
      await page.locator('input[type=file]').setInputFiles(file)
      expect((await checked).status()).toBe(429)
    }).toPass()
    await expect(page.getByRole('status').filter({ hasText: wait })).toHaveCount(2)
    await expect(page.getByText('report.json')).toBeVisible()
    await expect(page.getByRole('button', { name: retry })).toBeVisible()
    await context.close()
  })

for (const [locale, words] of [
  ['en-GB', /^Too many tries did not match\. Try again in /],
  ['ar', /^محاولات كثيرة لم تطابق\. أعد المحاولة بعد /],
] as const)
  test(`the sign-in page tells a guesser when to try again and keeps the address: ${locale}`, async ({
    browser,
  }) => {
    const context = await stranger(browser, locale)
    const page = await context.newPage()
    const email = `nobody-${randomUUID()}@test.factdesk.example`
    await enter(page, { email, password: 'guess' })
    const submit = page.locator('form:has(input[name=email]) button[type=submit]')
    await expect(async () => {
      await submit.click()
      await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible({ timeout: 1_500 })
    }).toPass()
    await expect(page.locator('input[name=email]')).toHaveValue(email)
    await context.close()
  })
