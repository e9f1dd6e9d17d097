import { setTimeout as pause } from 'node:timers/promises'
import { nextSender, type AttackedDesk } from '../attack'

/** One answer, or none: `status` 0 means that the connection was refused or broke. */
export type Answer = {
  kind: string
  status: number
  tookMs: number
  /** When it was requested, in ms since 1970. */
  at: number
  retryAfter: string | null
  text: string
}

type Ask = { kind: string; path: string; init?: RequestInit }

const PAUSE_MS = 30
/** An answer after this time counts as none. */
const PATIENCE_MS = 60_000

/** Sends one request and reads the whole answer. */
export async function ask(url: string, { kind, path, init }: Ask): Promise<Answer> {
  const at = Date.now()
  try {
    const answer = await fetch(url + path, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...init,
      // Each request has its own sender, because a sender over a limit would be told to wait.
      headers: { ...nextSender(), ...(init?.headers as Record<string, string>) },
    })
    const text = await answer.text()
    const retryAfter = answer.headers.get('retry-after')
    return { kind, at, text, retryAfter, status: answer.status, tookMs: Date.now() - at }
  } catch {
    return { kind, at, text: '', retryAfter: null, status: 0, tookMs: Date.now() - at }
  }
}

/** Requests of a newsroom: pages in both languages, the HTTP API's reads and writes, a feed, health. */
export function newsroom({ token }: AttackedDesk, cookie: string): Ask[] {
  const page = (language: string) => ({
    headers: { cookie, accept: 'text/html', 'accept-language': language },
  })
  const authorization = `Bearer ${token}`
  const body = JSON.stringify({ title: 'Bridges', language: 'en', text: 'The bridge opened in 1998.' })
  return [
    { kind: 'page', path: '/articles', init: page('en') },
    { kind: 'page', path: '/claims', init: page('ar') },
    { kind: 'page', path: '/corrections?language=ar', init: { headers: { accept: 'text/html' } } },
    { kind: 'sign-in page', path: '/sign-in', init: page('en') },
    { kind: 'session', path: '/api/auth/session', init: { headers: { cookie } } },
    { kind: 'API read', path: '/api/v1/claims?limit=5', init: { headers: { authorization } } },
    {
      kind: 'API write',
      path: '/api/v1/articles',
      init: { method: 'POST', body, headers: { authorization, 'content-type': 'application/json' } },
    },
    { kind: 'feed', path: '/corrections/feed.atom' },
    { kind: 'live', path: '/api/v1/health/live' },
  ]
}

/** Repeats each of these requests, one after another, while `work` goes on. */
export async function underLoad(url: string, asked: Ask[], work: () => Promise<unknown>): Promise<Answer[]> {
  const answers: Answer[] = []
  let going = true
  const asking = asked.map(async (one) => {
    while (going) {
      answers.push(await ask(url, one))
      await pause(PAUSE_MS)
    }
  })
  try {
    await work()
  } finally {
    going = false
    await Promise.all(asking)
  }
  return answers
}

/** The number of answers with each status, as `200: 31, 503: 4`. */
export function tally(answers: Answer[]): string {
  const counts = new Map<number, number>()
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([status, count]) => `${status || 'none'}: ${count}`)
    .join(', ')
}

/** Polls until a condition holds. @returns the milliseconds it took; Infinity when it never held */
export async function until(boundMs: number, wanted: () => Promise<boolean> | boolean): Promise<number> {
  const from = Date.now()
  while (Date.now() - from < boundMs) {
    if (await wanted()) return Date.now() - from
    await pause(50)
  }
  return Infinity
}

export const isReady = async (url: string): Promise<boolean> =>
  (await ask(url, { kind: 'ready', path: '/api/v1/health/ready' })).status === 200
