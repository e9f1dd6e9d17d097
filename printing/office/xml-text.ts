/** What the `Char` production of XML 1.0 leaves out: most C0 controls, halves of surrogate pairs, U+FFFE and U+FFFF. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** A text without the characters that no XML document can hold. */
export const xmlText = (text: string) => text.replace(NOT_XML, '')

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The same, as it is written in an element or an attribute. */
export const xmlEscaped = (text: string) => xmlText(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '')
