/**
 * Characters that the `Char` production of XML 1.0 excludes: most C0 controls, half surrogate pairs, U+FFFE and U+FFFF.
 */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** Removes the characters that XML documents cannot contain. */
export const xmlText = (text: string) => text.replace(NOT_XML, '')

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The same, and escaped for an element or an attribute. */
export const xmlEscaped = (text: string) => xmlText(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '')
