/** The parameters in which services that count clicks or guard mail carry the address that a link leads to. */
const REDIRECTS: readonly { host: RegExp; path: RegExp; parameters: readonly string[] }[] = [
  {
    host: /^(?:www\.)?google(?:\.[a-z]{2,3}){1,2}$/,
    path: /^\/(?:url|imgres)$/,
    parameters: ['q', 'url', 'imgrefurl'],
  },
  { host: /^(?:l|lm)\.(?:facebook|instagram)\.com$/, path: /^\/(?:l\.php)?$/, parameters: ['u'] },
  { host: /^(?:www\.)?facebook\.com$/, path: /^\/l\.php$/, parameters: ['u'] },
  { host: /(?:^|\.)safelinks\.protection\.outlook\.com$/, path: /^\//, parameters: ['url'] },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, parameters: ['q'] },
  {
    host: /^(?:out\.reddit|slack-redir|duckduckgo|www\.linkedin|vk|steamcommunity)\.[a-z]+$/,
    path: /^\/(?:l\/|link|redir\/redirect|away\.php|linkfilter\/)?$/,
    parameters: ['url', 'uddg', 'to'],
  },
]
/** A redirect may lead through others; more than these is no address of an article. */
const MOST = 5

/** The address that a link of such a service leads to; any other address unchanged. */
export function withoutRedirect(address: string): string {
  let at = address
  for (let step = 0; step < MOST; step++) {
    const next = behind(at)
    if (next === null) return at
    at = next
  }
  return at
}

function behind(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const service = REDIRECTS.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname))
  if (!service) return null
  const carried = new Map(new URLSearchParams(url.search))
  for (const parameter of service.parameters) {
    const to = carried.get(parameter)
    if (to !== undefined && /^https?:\/\//i.test(to)) return to
  }
  return null
}
