/** A segment that stands for any: `[id]`, `[...nextauth]`, `:id`, `:format{csv|xlsx}`. */
const VARIABLE = /^(?:\[(\.\.\.)?[^\]]+\]|:\w+.*)$/

const REST = 100

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function compiled(pattern: string): { pattern: string; at: RegExp; variables: number } {
  const segments = pattern.split('/')
  const parts = segments.map((segment) => {
    const variable = VARIABLE.exec(segment)
    if (!variable) return escaped(segment)
    return variable[1] ? '.+' : '[^/]+'
  })
  // A segment that stands for a whole rest comes after all others.
  const variables =
    segments.filter((segment) => VARIABLE.test(segment)).length +
    (segments.some((segment) => VARIABLE.exec(segment)?.[1]) ? REST : 0)
  return { pattern, at: new RegExp(`^${parts.join('/')}/?$`), variables }
}

/** What no pattern describes; the number of names must not grow with what is asked for. */
export const OTHER = 'other'
const FILES = /^\/_next\//

/**
 * Names the pattern of an address, so that addresses with ids and secrets count together and tell neither. A fixed
 * segment wins over a variable one, as in Next and Hono.
 */
export function routePatterns(patterns: readonly string[]): (url: string) => string {
  const fixed = new Set(patterns.filter((pattern) => compiled(pattern).variables === 0))
  const variable = patterns
    .map(compiled)
    .filter(({ variables }) => variables > 0)
    .sort((one, other) => one.variables - other.variables)
  return (url) => {
    const path = url.split(/[?#]/, 1)[0] ?? ''
    if (FILES.test(path)) return '/_next'
    const bare = path.length > 1 ? path.replace(/\/$/, '') : path
    if (fixed.has(bare)) return bare
    return variable.find(({ at }) => at.test(bare))?.pattern ?? OTHER
  }
}
