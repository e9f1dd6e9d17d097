export type SourceUrl = { ok: true; url: string } | { ok: false; code: 'scheme' | 'control' | 'invalid' }

const AT_ENDS = '[\\s\\u200b\\ufeff\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]'
const LEADING = new RegExp(`^${AT_ENDS}+`)
const ENDING = new RegExp(`${AT_ENDS}$`)
const INSIDE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u
const MAX_URL_UNITS = 4096

/**
 * The address of a source, ready for a link. White space and direction marks at its ends are removed; any control or
 * invisible character inside is refused. Only http and https count; an address without a scheme (`example.org/a`,
 * `//example.org/a`) becomes https. The spelling follows the URL standard.
 */
export function sourceUrl(input: string): SourceUrl {
  if (input.length > MAX_URL_UNITS) return { ok: false, code: 'invalid' }
  const trimmed = trimEnds(input)
  if (trimmed === '') return { ok: false, code: 'invalid' }
  if (INSIDE.test(trimmed)) return { ok: false, code: 'control' }
  if (/\s/.test(trimmed)) return { ok: false, code: 'invalid' }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]
  if (scheme === undefined || looksLikePort(trimmed, scheme))
    return withoutScheme(trimmed.replace(/^\/\//, ''))
  if (!/^https?$/i.test(scheme)) return { ok: false, code: 'scheme' }
  return /^https?:\/\//i.test(trimmed) ? parsed(trimmed) : { ok: false, code: 'invalid' }
}

function trimEnds(input: string): string {
  const text = input.replace(LEADING, '')
  let end = text.length
  while (end > 0 && ENDING.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** Tells `example.org:8080/a` from a scheme: a host with a dot before a port number is not a scheme. */
function looksLikePort(text: string, scheme: string): boolean {
  return scheme.includes('.') && /^\d{1,5}(?:[/?#]|$)/.test(text.slice(scheme.length + 1))
}

function withoutScheme(rest: string): SourceUrl {
  if (!/^[\p{L}\p{N}]/u.test(rest)) return { ok: false, code: 'invalid' }
  const found = parsed(`https://${rest}`)
  return found.ok && !new URL(found.url).hostname.includes('.') ? { ok: false, code: 'invalid' } : found
}

/** Refuses an address with a name or password, because it misleads about the host and would be published. */
function parsed(address: string): SourceUrl {
  if (!URL.canParse(address)) return { ok: false, code: 'invalid' }
  const url = new URL(address)
  if (url.hostname === '' || url.username !== '' || url.password !== '') return { ok: false, code: 'invalid' }
  return { ok: true, url: url.href }
}
