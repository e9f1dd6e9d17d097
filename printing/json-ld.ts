const ESCAPES: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/**
 * JSON for a script element. It contains no `<`, so no words of an article can close the element or open a comment
 * (HTML, "Restrictions for contents of script elements"). It parses to the same object.
 */
const scriptJson = (value: object): string =>
  JSON.stringify(value, null, 2).replace(/[<>&\u2028\u2029]/g, (sign) => ESCAPES[sign] ?? sign)

/** An object as a script element for a page. */
export const scriptOf = (value: object): string =>
  `<script type="application/ld+json">\n${scriptJson(value)}\n</script>`
