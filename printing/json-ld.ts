const ESCAPES: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/**
 * JSON that may stand in a script element of a page: no `<` is left in it, so no words of an article can end the
 * element or open a comment (HTML, "Restrictions for contents of script elements"). It parses to the same object.
 */
const scriptJson = (value: object): string =>
  JSON.stringify(value, null, 2).replace(/[<>&\u2028\u2029]/g, (sign) => ESCAPES[sign] ?? sign)

/** An object as the script element that a page carries it in. */
export const scriptOf = (value: object): string =>
  `<script type="application/ld+json">\n${scriptJson(value)}\n</script>`
