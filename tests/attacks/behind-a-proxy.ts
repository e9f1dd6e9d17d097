import { once } from 'node:events'
import http, { type IncomingHttpHeaders } from 'node:http'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../scripts/lib/browser.mjs'
import { exactly, trySignIn, type Attack, type AttackedDesk, type Figure } from './attack'

/** A made-up name that a reader types; only the proxy of this attack answers to it. */
const PUBLIC_URL = 'https://desk.example.org'

/** The headers that a proxy writes on a request for `desk.example.org`. */
const PROXIES: Record<string, (headers: IncomingHttpHeaders) => IncomingHttpHeaders> = {
  'that names itself as the host': (headers) => ({ ...headers, host: 'upstream:3000' }),
  'that passes the host on': (headers) => ({ ...headers, host: 'desk.example.org' }),
  'that writes another forwarded host': (headers) => ({
    ...headers,
    host: 'upstream:3000',
    'x-forwarded-host': 'cdn.example.net, upstream:3000',
    'x-forwarded-proto': 'http',
    'x-forwarded-port': '3000',
  }),
  'that writes Forwarded': (headers) => ({
    ...headers,
    host: 'u',
    forwarded: 'for=10.0.0.1;host=other;proto=http',
  }),
}

/** A minimal proxy: it takes a reader's request and passes it to the desk with other headers. */
async function startProxy(upstream: string, change: (headers: IncomingHttpHeaders) => IncomingHttpHeaders) {
  const target = new URL(upstream)
  const server = http.createServer((request, response) => {
    const { method, url: path } = request
    const asked = http.request(
      { hostname: target.hostname, port: target.port, method, path, headers: change(request.headers) },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    asked.on('error', () => response.destroy())
    request.pipe(asked)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, end: () => server.close().closeAllConnections() }
}

const id = '01a20000-0000-7000-8000-000000000000'

/** Sends a form of the public page as a browser without scripts does. @returns its status and redirect target */
async function sendForm(url: string, origin: string | undefined): Promise<number> {
  const page = await (await fetch(`${url}/corrections/request?language=en`)).text()
  const body = new FormData()
  for (const [field] of page.matchAll(/<input type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(field)?.[1]
    const value = (/value="([^"]*)"/.exec(field)?.[1] ?? '')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
    if (name) body.append(name, value)
  }
  body.append('phrase', 'It is 503 metres long')
  body.append('problem', 'It is 504')
  const answer = await fetch(`${url}/corrections/request?language=en`, {
    method: 'POST',
    redirect: 'manual',
    headers: origin === undefined ? {} : { origin },
    body,
  })
  return answer.status
}

async function behind(desk: AttackedDesk, name: string): Promise<Figure[]> {
  const proxy = await startProxy(desk.url, PROXIES[name] ?? ((headers) => headers))
  try {
    const signedIn = await trySignIn(proxy.url, desk.accounts.editor, { origin: PUBLIC_URL })
    const own = await fetch(`${proxy.url}/articles`, {
      headers: { cookie: signedIn.cookie },
      redirect: 'manual',
    })
    const stranger = await fetch(`${proxy.url}/articles`, { redirect: 'manual' })
    const led = new URL(stranger.headers.get('location') ?? '/', PUBLIC_URL).origin
    const said = (what: string, value: number | string, wanted: number | string) =>
      exactly(`a proxy ${name}: ${what}`, value, wanted)
    return [
      said('signing in', signedIn.status, 200),
      said('leads to', new URL(signedIn.location).origin, PUBLIC_URL),
      said(
        'cookies of HTTPS alone',
        String(signedIn.cookie.includes('__Secure-next-auth.session-token=')),
        'true',
      ),
      said('a page of one who signed in', own.status, 200),
      said('a stranger is led to', led, PUBLIC_URL),
      said('a form', await sendForm(proxy.url, PUBLIC_URL), 303),
      said('a form of another site', await sendForm(proxy.url, 'https://evil.test'), 403),
      said('a form of an opaque origin', await sendForm(proxy.url, 'null'), 403),
      said('a form of nowhere', await sendForm(proxy.url, undefined), 403),
      said('HSTS', own.headers.get('strict-transport-security') ?? 'none', 'max-age=31536000'),
      said('the feed links to', await linkOfFeed(proxy.url), PUBLIC_URL),
      said(
        'an unknown article',
        (await fetch(`${proxy.url}/articles/${id}`, { redirect: 'manual' })).status,
        307,
      ),
    ]
  } finally {
    proxy.end()
  }
}

async function linkOfFeed(url: string): Promise<string> {
  const { home_page_url: home } = (await (await fetch(`${url}/corrections/feed.json`)).json()) as {
    home_page_url: string
  }
  return new URL(home).origin
}

/**
 * Presses a button of a page in a browser. The browser uses HTTP, and the proxy adds what it would write over HTTPS.
 */
async function inBrowser(desk: AttackedDesk): Promise<Figure[]> {
  const proxy = await startProxy(desk.url, (headers) => ({
    ...headers,
    host: 'upstream:3000',
    ...(headers.origin !== undefined && { origin: PUBLIC_URL }),
  }))
  const browser = await chromium.launch({ executablePath: await findBrowser() })
  try {
    const context = await browser.newContext({ baseURL: proxy.url, locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto('/corrections?language=en')
    const before = await page.locator('html').getAttribute('lang')
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'العربية' }).click()
    await page.waitForFunction(() => document.documentElement.lang === 'ar', undefined, { timeout: 30_000 })
    return [
      exactly(
        'a button of a page in a browser',
        `${before} ${await page.locator('html').getAttribute('lang')}`,
        'en ar',
      ),
    ]
  } finally {
    await browser.close()
    proxy.end()
  }
}

export default {
  about:
    'Proxies that write what they like into Host and the forwarded headers, before a desk that knows PUBLIC_URL.',
  settings: { PUBLIC_URL },
  run: async (desk: AttackedDesk): Promise<Figure[]> => {
    const figures: Figure[] = []
    for (const name of Object.keys(PROXIES)) figures.push(...(await behind(desk, name)))
    figures.push(...(await inBrowser(desk)))
    return figures
  },
} satisfies Attack
