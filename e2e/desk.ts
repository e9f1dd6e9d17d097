import { randomBytes, randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  type Request,
} from '@playwright/test'

export const ROLES = ['viewer', 'checker', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

type Facts = { url: string; accounts: Record<Role, { email: string; password: string }>; token: string }

const dataFolder = () => process.env.FACTDESK_E2E_DATA ?? '.data'

/** The accounts and the editor's token, as the start recorded them. */
export const facts = (): Facts =>
  JSON.parse(readFileSync(path.join(dataFolder(), 'demo.json'), 'utf8')) as Facts

/** A network address that no limit has counted yet. */
export const newSender = () => ['203', randomInt(1, 255), randomInt(1, 255), randomInt(1, 255)].join('.')

/** Signs in by the form with a session of its own, for journeys that end a session or change a password. */
export async function signInByForm(page: Page, role: Role, target = '/articles'): Promise<void> {
  const { email, password } = facts().accounts[role]
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(target)}`)
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('form:has(input[name=email]) button[type=submit]').click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await settled(page)
}

/** The file with a role's session, which all journeys share; `sessions.setup.ts` opens the session. */
export const sessionFile = (role: Role) => path.join(dataFolder(), 'sessions', `${role}.json`)

type State = { cookies: Parameters<BrowserContext['addCookies']>[0] }

/** Signs in with the session that all journeys share. No journey may end that session. */
export async function signIn(page: Page, role: Role, target = '/articles'): Promise<void> {
  const { cookies } = JSON.parse(readFileSync(sessionFile(role), 'utf8')) as State
  await page.context().addCookies(cookies)
  await page.goto(target)
  if (new URL(page.url()).pathname === '/sign-in')
    throw new Error(`Another journey ended the ${role}’s session`)
  await settled(page)
}

/**
 * Waits until the page is interactive; before that, it shows only what the server rendered. Each part then listens, has
 * the words that were typed before, and has its letters.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState()
  await page.waitForFunction(() => {
    if (!document.querySelector('script[src*="/_next/"]')) return true
    const early = window.factdeskEarly
    const all = (selector: string) => [...document.querySelectorAll(selector)]
    return (
      all('.shell, #main > :last-child, form, button, textarea').every((part) =>
        Object.keys(part).some((key) => key.startsWith('__reactFiber')),
      ) &&
      all('[data-early]').every((part) => early?.listening.has(part)) &&
      !early?.holdsWords?.() &&
      document.fonts.status === 'loaded'
    )
  })
}

/** Makes `goto` and `reload` of a page wait until the page is interactive. */
function patient(page: Page): Page {
  const { goto, reload } = { goto: page.goto.bind(page), reload: page.reload.bind(page) }
  page.goto = async (...given) => {
    const answer = await goto(...given)
    await settled(page)
    return answer
  }
  page.reload = async (...given) => {
    const answer = await reload(...given)
    await settled(page)
    return answer
  }
  return page
}

const opensAtOnce = new WeakMap<BrowserContext, () => Promise<Page>>()

/** A page that does not wait, for tests of what people do before it is interactive. */
export const impatientPage = (context: BrowserContext): Promise<Page> =>
  (opensAtOnce.get(context) ?? context.newPage.bind(context))()

/** Makes every page of a browser context wait in this way. */
function patientContext(context: BrowserContext): BrowserContext {
  const newPage = context.newPage.bind(context)
  if (!opensAtOnce.has(context)) opensAtOnce.set(context, newPage)
  context.newPage = async () => patient(await newPage())
  return context
}

type ContextOptions = Pick<
  BrowserContextOptions,
  'locale' | 'colorScheme' | 'viewport' | 'hasTouch' | 'isMobile'
>

/** A separate browser context, signed in. */
export async function browserOf(browser: Browser, role: Role, options: ContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', ...options })
  const page = await context.newPage()
  await signIn(page, role)
  return page
}

/** Whether a page sends a change. One that heard of changes posts too, to look again, but names nothing. */
export const isChange = (request: Request) =>
  request.method() === 'POST' && /"\w+":/.test(request.postData() ?? '')

/** The newest notice with these words; the history of a claim, folded or not, may hold the same words. */
export const notice = (page: Page, words: string | RegExp) =>
  page.locator('.toast').filter({ hasText: words }).last()

/** Opens a part of a claim's panel that is folded. */
export const unfold = (page: Page, name: string | RegExp) =>
  page.locator('summary').filter({ hasText: name }).click()

/** Goes to another page of an article by the menu in its header. */
export async function goByMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More on this article' }).click()
  await page.getByRole('menuitem', { name }).click()
}

export type MadeArticle = {
  id: string
  title: string
  claims: { id: string; number: number; quote: string }[]
}

type NewArticle = {
  title?: string
  text?: string
  language?: string
  desk?: string
  /** ISO 8601. */
  deadline?: string
  claims?: Record<string, unknown>[]
  links?: { url: string; start: number; end: number }[]
}

/** Ten random letters that no other word on the desk contains, so that a statement with them matches no other. */
export const randomLetters = () =>
  Array.from(randomBytes(10), (byte) => String.fromCharCode(97 + (byte % 26))).join('')

/** An article that no other test uses. */
export async function makeArticle(given: NewArticle = {}): Promise<MadeArticle> {
  const title = given.title ?? `Test ${randomLetters()}`
  const answer = await fetch(`${facts().url}/api/v1/articles`, {
    method: 'POST',
    headers: { authorization: `Bearer ${facts().token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      title,
      desk: given.desk,
      language: given.language ?? 'en',
      deadline: given.deadline,
      text: given.text ?? 'The bridge opened in 1932. It is 503 metres long. Nobody paid a toll at first.',
      links: given.links,
      claims: given.claims ?? [{ quote: 'The bridge opened in 1932' }, { quote: 'It is 503 metres long' }],
    }),
  })
  if (answer.status !== 201)
    throw new Error(`The article was refused: ${answer.status} ${await answer.text()}`)
  return { ...((await answer.json()) as MadeArticle), title }
}

/** Issues an interim report with findings and names. */
export async function issueReport(articleId: string): Promise<{ id: string; number: string }> {
  const answer = await fetch(`${facts().url}/api/v1/articles/${articleId}/reports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${facts().token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'interim', language: 'en', internal: true }),
  })
  if (answer.status !== 201) throw new Error(`No report: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as { id: string; number: string }
}

/** Gives an article an edited text. */
export async function revise(articleId: string, text: string): Promise<void> {
  const answer = await fetch(`${facts().url}/api/v1/articles/${articleId}/revisions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${facts().token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  })
  if (answer.status !== 201) throw new Error(`The text was refused: ${answer.status} ${await answer.text()}`)
}

/** A page of somebody without an account, with a network address that no other test uses up the limits of. */
export async function outsider(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const extraHTTPHeaders = { 'x-forwarded-for': newSender() }
  const context = await browser.newContext({ ...options, extraHTTPHeaders })
  return context.newPage()
}

/** Each test has its own sender and fails when a page reports an error. */
export const test = base.extend<{ noErrors: void }, { browser: Browser }>({
  browser: [
    async ({ browser }, lend) => {
      const newContext = browser.newContext.bind(browser)
      browser.newContext = async (options) => {
        const context = await newContext(options)
        return options?.javaScriptEnabled === false ? context : patientContext(context)
      }
      await lend(browser)
      browser.newContext = newContext
    },
    { scope: 'worker' },
  ],
  extraHTTPHeaders: async ({ baseURL: _ }, lend) => lend({ 'x-forwarded-for': newSender() }),
  page: async ({ page }, lend) => {
    patientContext(page.context())
    await lend(patient(page))
  },
  noErrors: [
    async ({ page }, use) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      await use()
      expect(errors).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
