/** No file system in use, from ISO 9660 to ext4, takes more bytes of UTF-8 in one name, with room for "(1)". */
const MAX_BYTES = 200
const EXTENSION = /\.[a-z0-9]{1,8}$/i
const UNSEEN = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
/** Names that Windows reserves for devices, whatever follows their first dot. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³]|conin\$|conout\$)\s*(?:\.|$)/i

/** Where a blank stands beside it, a colon or bar parts two titles. */
const PARTING = /\s+[:|<>]+(?:\s+|$)|[:|]+\s+/g

const trimmed = (stem: string) => stem.replace(/^[.\s-]+|[.\s]+$/g, '')
const unreserved = (stem: string) => (DEVICE.test(stem) ? `_${stem}` : stem)

/** As many whole user-visible characters as fit. */
function cut(stem: string, bytes: number): string {
  if (Buffer.byteLength(stem) <= bytes) return stem
  let kept = ''
  let used = 0
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(stem)) {
    used += Buffer.byteLength(segment)
    if (used > bytes) break
    kept += segment
  }
  return kept.trimEnd()
}

/**
 * A file name that works everywhere: no control characters, line breaks, direction marks, or signs that Windows forbids
 * (`" / \\ : < > | ?`), no dot or blank at its end, no device. An asterisk stays, which browsers replace where they
 * must. A long name is cut before its extension; an empty one becomes `export`.
 */
export function safeFileName(given: string): string {
  const clean = given
    .replace(/\p{Cs}+/gu, '')
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\?+/g, '')
    .replace(PARTING, ' - ')
    .replace(/["/\\:|<>]+/g, '-')
    .trim()
  const extension = EXTENSION.exec(clean)?.[0] ?? ''
  const stem = trimmed(clean.slice(0, clean.length - extension.length))
  const whole = trimmed(cut(unreserved(stem), MAX_BYTES - extension.length))
  return `${whole || 'export'}${extension}`
}

/** The fallback for programs that ignore `filename*`. */
function asciiName(name: string): string {
  const extension = EXTENSION.exec(name)?.[0] ?? ''
  const stem = name
    .slice(0, name.length - extension.length)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/[^\x20-\x7e]+|%/g, '_')
    .replace(/["\\/:<>|?*]/g, '_')
  return `${/[a-z0-9]/i.test(stem) ? unreserved(trimmed(stem)) : 'export'}${extension}`
}

/** RFC 8187 `value-chars`: also encodes the characters that encodeURIComponent keeps but attr-char excludes. */
function extendedValue(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `UTF-8''${encoded}`
}

/** The header field of RFC 6266: a plain ASCII name and, for programs that support RFC 8187, the exact name. */
export function contentDisposition(fileName: string, disposition: 'inline' | 'attachment'): string {
  const name = safeFileName(fileName)
  return `${disposition}; filename="${asciiName(name)}"; filename*=${extendedValue(name)}`
}
