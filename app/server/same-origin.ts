/**
 * Whether the desk's own pages sent the request, judged by headers that a browser writes and no page can change. A
 * request without such headers does not count.
 * @param publicUrl the origin that readers type; a proxy in front may hide it from `host`
 */
export function isSameOrigin(headers: Headers, publicUrl: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin') ?? ''
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host !== '' && [headers.get('host')?.toLowerCase(), new URL(publicUrl).host].includes(host)
}
