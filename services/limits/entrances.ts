import type { LimitName } from './limits'

/** How one entrance resists flooding: its limit per sender, or why it has none. */
export type Entrance = {
  /** Counted before anything is read. */
  limit: LimitName | null
  /** Counted where the expensive part runs. */
  within?: LimitName
  /** Why there is no limit, or another remark. */
  because?: string
}

const strangers = { limit: 'strangers' } as const
const publicPage = { limit: 'publicPages' } as const

/** Every page and other address outside the HTTP API that needs no sign-in, keyed by its folder in `app/`. */
export const OPEN_PAGES: Record<string, Entrance> = {
  '/sign-in': strangers,
  '/setup': { ...strangers, within: 'oneTimeAddress' },
  '/new-password': { ...strangers, within: 'oneTimeAddress' },
  '/api/auth/[...nextauth]': { ...strangers, within: 'signInSender' },
  '/verify': { ...publicPage, within: 'verify' },
  '/corrections': publicPage,
  '/corrections/[number]': publicPage,
  '/corrections/policy': publicPage,
  '/corrections/request': { ...publicPage, within: 'correctionRequestsHour' },
  '/corrections/requests/[secret]': publicPage,
  '/corrections/embed': publicPage,
  '/questions/[secret]': { ...publicPage, within: 'answers' },
  '/corrections/feed.atom': { limit: 'feeds' },
  '/corrections/feed.rss': { limit: 'feeds' },
  '/corrections/feed.json': { limit: 'feeds' },
  '/calendar/[secret]/due-work.ics': { limit: 'feeds' },
  '/.well-known/factdesk-keys.json': publicPage,
}

/** Every address of the HTTP API that needs no token. Without a valid token, all others count as `apiStranger`. */
export const OPEN_API: Record<string, Entrance> = {
  'GET /api/v1/health/live': {
    limit: null,
    because: 'It reads nothing, and those who watch the desk ask often.',
  },
  'GET /api/v1/health/ready': {
    limit: null,
    because: 'One answer of the database serves all who ask at once.',
  },
  'GET /api/v1/openapi.json': { limit: null, because: 'It is made once and reads nothing.' },
  'POST /api/v1/verify': { limit: 'verify' },
}

/** Form actions that need no sign-in and do not go through `openAction`. */
export const OPEN_ACTIONS: Record<string, Entrance> = {
  setLanguage: {
    ...strangers,
    because: 'It writes a cookie, and the own language of somebody who is signed in.',
  },
  setColours: { ...strangers, because: 'It writes a cookie and nothing else.' },
}

/** Build files, which need no database. */
const FILES = /^\/(?:_next\/static\/|icon\.svg$|favicon\.ico$)/

const pattern = (route: string) => {
  const escaped = route.replace(/\./g, '\\.').replace(/\[\\\.\\\.\\\.\w+\]/g, '.+')
  return new RegExp(`^${escaped.replace(/\[\w+\]/g, '[^/]+')}/?$`)
}

/** A fixed name wins over a variable segment, as in Next. */
const PATTERNS = Object.entries(OPEN_PAGES)
  .map(([route, { limit }]) => ({ at: pattern(route), isFixed: !route.includes('['), limit }))
  .sort((a, b) => Number(b.isFixed) - Number(a.isFixed))

function readable(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * The limit that counts a request outside the HTTP API; null for files. An unlisted address counts as a stranger's,
 * so that a forgotten one still has a limit.
 * @param path the requested path, with its escapes decoded
 */
export function limitOf(path: string): LimitName | null {
  if (FILES.test(path)) return null
  return PATTERNS.find(({ at }) => at.test(path))?.limit ?? 'strangers'
}

/** How every address begins that has a secret in its path. */
const BEFORE_SECRETS = Object.keys(OPEN_PAGES).flatMap((route) => {
  const [before = '', after] = route.split('[secret]')
  return after === undefined ? [] : [before]
})

/** A path as a log may hold it: without a secret, and without anything that follows one. */
export function pathForLog(path: string): string {
  const asked = readable(path).replace(/\/{2,}/g, '/')
  const before = BEFORE_SECRETS.find((start) => asked.startsWith(start))
  return before === undefined ? path : `${before}[secret]`
}
