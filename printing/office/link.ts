import { sourceUrl } from '@/text/sources'

/** Where an address leads, if it is one of the web and says so itself; null for all that stays text. */
export function linkOf(address: string): string | null {
  const checked = /^\s*https?:/i.test(address) ? sourceUrl(address) : null
  return checked?.ok ? checked.url : null
}
