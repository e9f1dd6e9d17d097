import { sourceUrl } from '@/text/sources'
import { withoutRedirect } from './redirect'

const BARE = /\bhttps?:\/\/[^\s<>"«»“”{}|\\^`]+/giu

/** Web addresses of a note, each once: first its links, then the addresses in its text. */
export function addressesOf(text: string, linked: readonly string[]): string[] {
  const written = [...text.matchAll(BARE)].map(([found]) => withoutClosing(found))
  const urls = [...linked, ...written].flatMap((address) => {
    const checked = /^https?:/i.test(address.trim()) ? sourceUrl(withoutRedirect(address)) : undefined
    return checked?.ok ? [checked.url] : []
  })
  return [...new Set(urls)]
}

/** Full stops after an address belong to the sentence; so does a closing bracket that the address did not open. */
function withoutClosing(address: string): string {
  const unopened = { ')': surplus(address, '(', ')'), ']': surplus(address, '[', ']') }
  let end = address.length
  for (; end > 0; end--) {
    const last = address.charAt(end - 1)
    if (last === ')' || last === ']') {
      if (unopened[last]-- <= 0) break
    } else if (!/[.,;:!?'’*،؛؟۔…]/u.test(last)) break
  }
  return address.slice(0, end)
}

function surplus(text: string, opening: string, closing: string): number {
  return text.split(closing).length - text.split(opening).length
}
