import { hostOf, isPublicHost } from './address-policy'

/** An absolute http(s) address that readers everywhere can open, as far as its writing tells; null for any other. */
export function publicUrl(address: string): URL | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null
  const url = new URL(address)
  return isPublicHost(hostOf(url)) && url.username === '' && url.password === '' ? url : null
}
