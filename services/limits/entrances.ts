import type { LimitName } from './limits'

/** What stands in the way of asking too often: a limit of each sender, or why there is none. */
export type Entrance = {
  /** Counted before anything is read. */
  limit: LimitName | null
  /** Counted where the costly part is done. */
  within?: LimitName
  /** Why there is no limit, or what else is to be known. */
  because?: string
}

const strangers = { limit: 'strangers' } as const
const publicPage = { limit: 'publicPages' } as const

/** Every page and every other address beside the HTTP API that needs no sign-in, as its folder in `app/` names it. */
export const OPEN_PAGES: Record<string, Entrance> = {
  '/': strangers,
  '/sign-in': strangers,
  '/setup': { ...strangers, within: 'oneTimeAddress' },
  '/new-password': { ...strangers, within: 'oneTimeAddress' },
  '/api/auth/[...nextauth]': { ...strangers, within: 'signInSender' },
  '/verify': { ...publicPage, within: 'verify' },
  '/corrections': publicPage,
  '/corrections/[number]': publicPage,
  '/corrections/policy': publicPage,
  '/corrections/report': { ...publicPage, within: 'readerReportsHour' },
  '/corrections/reports/[secret]': publicPage,
  '/corrections/embed': publicPage,
  '/corrections/feed.atom': { limit: 'feeds' },
  '/corrections/feed.json': { limit: 'feeds' },
  '/.well-known/factdesk-keys.json': publicPage,
}

/** Every address of the HTTP API that takes no token. Without a token in force all others count as `apiStranger`. */
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

/** Actions of forms that need no sign-in and go through no `openAction`. */
export const OPEN_ACTIONS: Record<string, Entrance> = {
  setLanguage: { ...strangers, because: 'It writes a cookie and nothing else.' },
  setColours: { ...strangers, because: 'It writes a cookie and nothing else.' },
}

/** Files of the build, which the database is not asked for. */
const FILES = /^\/(?:_next\/static\/|icon\.svg$|favicon\.ico$)/

const pattern = (route: string) => {
  const escaped = route.replace(/\./g, '\\.').replace(/\[\\\.\\\.\\\.\w+\]/g, '.+')
  return new RegExp(`^${escaped.replace(/\[\w+\]/g, '[^/]+')}/?$`)
}

/** A fixed name goes before a part that may be anything, as with Next. */
const PATTERNS = Object.entries(OPEN_PAGES)
  .map(([route, { limit }]) => ({ at: pattern(route), isFixed: !route.includes('['), limit }))
  .sort((a, b) => Number(b.isFixed) - Number(a.isFixed))

/**
 * By which limit a request beside the HTTP API is counted; null for files. An address that is not named above counts as
 * a stranger's too, so that none is without a limit by being forgotten.
 * @param path as it was asked for, with each escape decoded
 */
export function limitOf(path: string): LimitName | null {
  if (FILES.test(path)) return null
  return PATTERNS.find(({ at }) => at.test(path))?.limit ?? 'strangers'
}
