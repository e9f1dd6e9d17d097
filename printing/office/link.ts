import { sourceUrl } from '@/text/sources'

/** The target of a web address; null for any other text, including addresses without a scheme. */
export function linkOf(address: string): string | null {
  const checked = /^\s*https?:/i.test(address) ? sourceUrl(address) : null
  return checked?.ok ? checked.url : null
}
