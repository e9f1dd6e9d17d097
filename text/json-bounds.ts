/** How much JSON (RFC 8259) may contain, whatever its meaning. */
export type JsonBounds = {
  /** Nesting of arrays and objects. */
  depth: number
  /** Values of every kind, nested ones included. */
  values: number
}

/** Why JSON is refused: it is nested too deep, has too many values, or a member's name is too long. */
export type JsonExcess = 'jsonTooDeep' | 'jsonTooMany' | 'jsonLongName'

/** In UTF-16 units as written. No input of the desk has a name of even a tenth of this. */
export const JSON_NAME_MAX = 500

const COLON = 0x3a
const BACKSLASH = 0x5c
const QUOTATION_MARK = 0x22
const BUILDS = /["[\]{},]/g
const NO_SPACE = /[^\t\n\r ]/g

/** The end of the string that begins at `start`: after its closing quotation mark. */
function afterString(text: string, start: number): number {
  const next = text.indexOf('"', start + 1)
  // Most strings end here, and this is much faster than looking at each unit.
  if (next >= 0 && text.charCodeAt(next - 1) !== BACKSLASH) return next + 1
  for (let at = start + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTATION_MARK) return at + 1
    // It escapes the next unit, whichever that is.
    if (unit === BACKSLASH) at += 1
  }
  return text.length
}

/** The next position of a pattern from `at` on; the end of the text when there is none. */
function nextOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  // Every pattern matches one character.
  return pattern.test(text) ? pattern.lastIndex - 1 : text.length
}

const isName = (text: string, end: number) => text.charCodeAt(nextOf(NO_SPACE, text, end)) === COLON

/** The result of a scan of JSON: the exceeded limit, and the number of values seen until then. */
export type JsonLook = { excess: JsonExcess | null; values: number }

/**
 * Checks JSON against its limits by looking at each unit once and building nothing. A small text is expensive to read
 * because of its number of values, not its length. Invalid JSON may pass, because the parser finds its faults. Bytes
 * read as Latin-1 work as well as characters, because JSON syntax is all ASCII.
 */
export function lookAtJson(text: string, { depth, values }: JsonBounds): JsonLook {
  let open = 0
  let seen = 1
  let strings = 0
  for (let at = nextOf(BUILDS, text, 0); at < text.length; at = nextOf(BUILDS, text, at)) {
    const sign = text[at]
    if (sign === '"') {
      const end = afterString(text, at)
      if (end - at > JSON_NAME_MAX && isName(text, end)) return { excess: 'jsonLongName', values: seen }
      strings += 1
      at = end
      // Each value has at most a name and a string.
      if (strings > 2 * values) return { excess: 'jsonTooMany', values: seen }
      continue
    }
    at += 1
    if (sign === ']' || sign === '}') {
      open -= 1
      // A parser stops at a bracket that was never opened.
      if (open < 0) break
      continue
    }
    seen += 1
    if (seen > values) return { excess: 'jsonTooMany', values: seen }
    if (sign === ',') continue
    open += 1
    if (open > depth) return { excess: 'jsonTooDeep', values: seen }
  }
  return { excess: null, values: seen }
}

/** Like `lookAtJson`, when the number of values does not matter. */
export const jsonExcess = (text: string, bounds: JsonBounds): JsonExcess | null =>
  lookAtJson(text, bounds).excess
