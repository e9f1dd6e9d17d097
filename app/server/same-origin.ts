/**
 * Whether a request was sent by the desk's own pages: by what a browser writes and no page can change. One that says
 * nothing of where it comes from does not count.
 * @param publicUrl the origin readers type, which a proxy in front may hide from `host`
 */
export function isSameOrigin(headers: Headers, publicUrl: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin') ?? ''
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host !== '' && [headers.get('host')?.toLowerCase(), new URL(publicUrl).host].includes(host)
}
