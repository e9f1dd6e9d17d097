/**
 * Where to go after signing in or out: the path, query and fragment of an address on this site, else the fallback. The
 * answer always starts with exactly one slash and no backslash after it.
 */
export function returnAddress(given: string | null | undefined, origin: string, fallback = '/'): string {
  if (!given || /[\u0000-\u001f\\]/.test(given)) return fallback
  let target: URL
  try {
    target = new URL(given, origin)
  } catch {
    return fallback
  }
  if (target.origin !== new URL(origin).origin || target.username || target.password) return fallback
  const path = `${target.pathname}${target.search}${target.hash}`
  return path.startsWith('//') ? fallback : path
}
