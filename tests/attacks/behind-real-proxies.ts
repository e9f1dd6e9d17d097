import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import https from 'node:https'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '../../scripts/lib/browser.mjs'
import { LIMITS } from '../../services/limits/limits'
import { atMost, exactly, freePort, type Attack, type AttackedDesk, type Figure } from './attack'

const NAME = 'desk.example.org'
const PUBLIC_URL = `https://${NAME}`
const MB = 1024 * 1024
/** A proxy starts in less time than this. */
const START_MS = 20_000

type ProxySetup = { folder: string; port: number; upstream: string }
type Proxy = {
  /** The program and its arguments, run in the foreground. */
  command: (file: string, folder: string) => [string, string[]]
  /** The README's example, changed only for this machine: ports and the certificate. */
  file: (example: string, setup: ProxySetup) => string
}

const certificate = (folder: string) => path.join(folder, 'desk.pem')
const key = (folder: string) => path.join(folder, 'desk.key')

const PROXIES: Record<string, Proxy> = {
  nginx: {
    command: (file, folder) => ['nginx', ['-e', path.join(folder, 'errors'), '-p', folder, '-c', file]],
    file: (example, { folder, port, upstream }) => {
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((kind) => `${kind}_temp_path ${path.join(folder, kind)};`)
        .join('\n')
      const server = example
        .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
        .replace('/etc/ssl/desk.pem', certificate(folder))
        .replace('/etc/ssl/desk.key', key(folder))
        .replace('127.0.0.1:3000', upstream)
      return `daemon off;\npid ${path.join(folder, 'pid')};\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${server}\n}\n`
    },
  },
  caddy: {
    command: (file) => ['caddy', ['run', '--adapter', 'caddyfile', '--config', file]],
    file: (example, { folder, port, upstream }) => {
      const site = example
        .replace(`${NAME} {`, `${NAME}:${port} {\n  tls ${certificate(folder)} ${key(folder)}`)
        .replace('127.0.0.1:3000', upstream)
      return `{\n  admin off\n  auto_https disable_redirects\n}\n${site}\n`
    },
  },
}

const isThere = (program: string) => spawnSync(program, [program === 'nginx' ? '-v' : 'version']).status === 0

function exampleOf(proxy: string): string {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const example = new RegExp(`\`\`\`${proxy}\\n([^]*?)\`\`\``).exec(readme)?.[1]
  if (!example) throw new Error(`The README has no example for ${proxy}.`)
  return example
}

function makeCertificate(folder: string) {
  const wanted = ['-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME}`, '-days', '2']
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...wanted],
    ...['-keyout', key(folder), '-out', certificate(folder)],
  ])
  if (made.status !== 0) throw new Error(`No certificate: ${String(made.stderr)}`)
}

type Sent = {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** The address that requests to the proxy come from, on this machine (127.0.0.0/8). */
  from?: string
}
type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string }
type Ask = (sent: Sent) => Promise<Answer>

/** Sends requests to the proxy by HTTPS, under the name that readers type. */
const asking =
  (port: number, ca: Buffer): Ask =>
  async ({ method = 'GET', path: asked, headers, body, from = '127.0.0.1' }) => {
    const options = { host: '127.0.0.1', port, servername: NAME, ca, localAddress: from, agent: false }
    const request = https.request({
      ...options,
      ...{ method, path: asked, headers: { host: NAME, ...headers } },
    })
    // A server that refuses a body early may close before all of it is sent; the answer is there all the same.
    request.once('response', () => request.on('error', () => undefined))
    request.end(body)
    const [answer] = (await once(request, 'response')) as [import('node:http').IncomingMessage]
    const read: Buffer[] = []
    for await (const chunk of answer) read.push(chunk as Buffer)
    return {
      status: answer.statusCode ?? 0,
      headers: answer.headers,
      body: Buffer.concat(read).toString('utf8'),
    }
  }

async function startProxy(name: string, desk: AttackedDesk) {
  const proxy = PROXIES[name]
  if (!proxy) throw new Error(`There is no proxy ${name}.`)
  const folder = path.join(desk.dataDir, name)
  mkdirSync(folder)
  makeCertificate(folder)
  const port = await freePort()
  const file = path.join(folder, 'settings')
  writeFileSync(file, proxy.file(exampleOf(name), { folder, port, upstream: new URL(desk.url).host }))
  const [program, given] = proxy.command(file, folder)
  let said = ''
  const child: ChildProcess = spawn(program, given, { env: { ...process.env, HOME: folder } })
  child.stdout?.on('data', (chunk) => (said += String(chunk)))
  child.stderr?.on('data', (chunk) => (said += String(chunk)))
  const ask = asking(port, readFileSync(certificate(folder)))
  const end = async () => {
    const ended = once(child, 'close')
    if (child.exitCode === null && child.kill('SIGTERM')) await ended
    rmSync(folder, { recursive: true, force: true })
  }
  for (let waited = 0; ; waited += 100) {
    if ((await ask({ path: '/api/v1/health/live' }).catch(() => null))?.status === 200) break
    if (waited > START_MS || child.exitCode !== null) {
      await end()
      throw new Error(`${name} did not start:\n${said}`)
    }
    await pause(100)
  }
  return { port, ask, end }
}

/** Signs in, presses buttons and sends a form, as a person does who types the address. */
async function inBrowser(desk: AttackedDesk, port: number): Promise<[string, string][]> {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [`--host-resolver-rules=MAP ${NAME} 127.0.0.1:${port}`],
  })
  try {
    const context = await browser.newContext({
      baseURL: PUBLIC_URL,
      locale: 'en-GB',
      ignoreHTTPSErrors: true,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    const shown: [string, string][] = []
    const see = async (what: string, seen: (page: Page) => Promise<boolean>) =>
      shown.push([what, String(await seen(page).catch((error: unknown) => String(error)))])
    await see('signing in by the form', async () => {
      await page.goto('/sign-in')
      await page.locator('input[name=email]').fill(desk.accounts.editor.email)
      await page.locator('input[name=password]').fill(desk.accounts.editor.password)
      await page.locator('form:has(input[name=email]) button[type=submit]').click()
      await page.waitForURL((url) => url.origin === PUBLIC_URL && url.pathname !== '/sign-in')
      return (await context.cookies()).some(
        ({ name, secure }) => name.startsWith('__Secure-next-auth.session-token') && secure,
      )
    })
    await see('an action of a page', async () => {
      await page.goto('/articles/new')
      await page.getByLabel('Title').fill('Through a proxy')
      await page.getByLabel('Text', { exact: true }).fill('The bridge opened in 1932.')
      await page.getByRole('combobox', { name: 'Language' }).selectOption('en')
      await page.getByRole('button', { name: 'Add the article' }).click()
      await page.waitForURL(/\/articles\/[0-9a-f-]{36}/)
      return true
    })
    await see('a form of a reader', async () => {
      await page.goto('/corrections/request')
      await page.locator('[name=phrase]').fill('It is 503 metres long')
      await page.locator('[name=problem]').fill('It is 504')
      await page.locator('main form button[type=submit]').click()
      await page.waitForURL(/\/corrections\/requests\//)
      return true
    })
    return shown
  } finally {
    await browser.close()
  }
}

/** How many requests from one address are refused as too many, each behind a different forged address. */
async function refusedOf(ask: Ask, count: number, from: string): Promise<number> {
  let refused = 0
  for (let n = 0; n < count; n += 1) {
    const headers = {
      'x-forwarded-for': `203.0.113.${n}, 198.51.100.${n}`,
      'content-type': 'application/json',
    }
    const { status } = await ask({ method: 'POST', path: '/api/v1/verify', headers, body: '{}', from })
    if (status === 429) refused += 1
  }
  return refused
}

async function behind(name: string, desk: AttackedDesk, senders: string[]): Promise<Figure[]> {
  if (!isThere(name)) return [exactly(`${name} is installed`, 'no', 'no')]
  const { port, ask, end } = await startProxy(name, desk)
  const said = (what: string, value: number | string, wanted: number | string) =>
    exactly(`${name}: ${what}`, value, wanted)
  try {
    const page = await ask({ path: '/corrections' })
    const stranger = await ask({ path: '/articles' })
    const foreign = await ask({
      method: 'POST',
      path: '/corrections/request',
      headers: { origin: 'https://evil.test', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=b',
    })
    const token = { authorization: `Bearer ${desk.token}` }
    const large = await ask({
      method: 'POST',
      path: '/api/v1/articles/import',
      headers: { ...token, 'content-type': 'multipart/form-data; boundary=x' },
      body: Buffer.concat([
        Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'),
        Buffer.alloc(19 * MB, 0x61),
        Buffer.from('\r\n--x--\r\n'),
      ]),
    })
    const csv = await ask({ path: '/api/v1/claims/export.csv', headers: token })
    const escapes = await ask({ path: '/corrections/%ff' })
    const [first = '', second = ''] = senders
    const over = 6
    const figures = [
      said('HSTS', String(page.headers['strict-transport-security']), 'max-age=31536000'),
      said(
        'a stranger is led to',
        new URL(String(stranger.headers.location), PUBLIC_URL).href,
        `${PUBLIC_URL}/sign-in?callbackUrl=%2Farticles`,
      ),
      said('a form of another site', foreign.status, 403),
      said('escapes that are none', escapes.status, 400),
      said('19 MB reach the desk, which says what is wrong', String(/"code":"/.test(large.body)), 'true'),
      atMost(`${name}: status of 19 MB`, large.status, 499),
      said('an export', csv.status, 200),
      said(
        `${over} too many of one sender, who forges addresses`,
        await refusedOf(ask, LIMITS.verify.allowance + over, first),
        over,
      ),
      said('another sender is let in', await refusedOf(ask, 1, second), 0),
    ]
    for (const [what, seen] of await inBrowser(desk, port)) figures.push(said(what, seen, 'true'))
    return figures
  } finally {
    await end()
  }
}

export default {
  about:
    'The README’s nginx and Caddy examples as they stand, by HTTPS, before a desk that knows PUBLIC_URL; those that are installed.',
  settings: { PUBLIC_URL, TRUSTED_PROXIES: '1' },
  run: async (desk: AttackedDesk): Promise<Figure[]> => [
    ...(await behind('nginx', desk, ['127.0.0.2', '127.0.0.3'])),
    ...(await behind('caddy', desk, ['127.0.0.4', '127.0.0.5'])),
  ],
} satisfies Attack
