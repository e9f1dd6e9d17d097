const LOOKED_AT = 4096
const XML_DECLARED = /^<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i
const META = /<meta\s([^>]{1,500})>/gi
const CHARSET = /charset\s*=\s*["']?\s*([\w.:-]{1,40})/i

/** The standard name of an encoding label (`latin1` is windows-1252); null for an unknown label. */
export function encodingOfLabel(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The charset parameter of a Content-Type, exactly as written. */
export function charsetOfType(contentType: string): string | null {
  return CHARSET.exec(contentType)?.[1] ?? null
}

/**
 * The charset that an HTML file declares at its start, exactly as written. A declared UTF-16 means UTF-8, because a
 * byte-by-byte scan could read the declaration (HTML standard, prescan).
 */
export function charsetOfMarkup(bytes: Uint8Array): string | null {
  const beginning = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1')
  const declared = XML_DECLARED.exec(beginning)?.[1] ?? charsetOfMeta(beginning)
  return declared && /^utf-?16/i.test(declared) ? 'utf-8' : declared
}

function charsetOfMeta(beginning: string): string | null {
  for (const [, attributes = ''] of beginning.replace(/<!--[^]*?-->/g, '').matchAll(META)) {
    const charset = CHARSET.exec(attributes)?.[1]
    if (charset !== undefined) return charset
  }
  return null
}
