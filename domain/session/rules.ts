const DAY_MS = 24 * 60 * 60_000

/** The longest life of a session, however often it is used. */
export const SESSION_LIFE_MS = 30 * DAY_MS
/** How long a session lasts without use. */
export const SESSION_IDLE_MS = 8 * DAY_MS
/** How precisely the last use of a session is known. Recording it costs a write each time. */
export const SEEN_EVERY_MS = 5 * 60_000

/** In the order of the search, because most browsers also name the browsers they descend from. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
]
const SYSTEMS: readonly [RegExp, string][] = [
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]
const LONGEST_READ = 500

const named = (list: readonly [RegExp, string][], agent: string) =>
  list.find(([pattern]) => pattern.test(agent))?.[1]

/** The browser and the system of a User-Agent header, in familiar names; empty when it names neither. */
export function browserOf(userAgent: string | null | undefined): string {
  const agent = (userAgent ?? '').slice(0, LONGEST_READ)
  return [named(BROWSERS, agent), named(SYSTEMS, agent)].filter(Boolean).join(', ')
}
