/** How much JSON (RFC 8259) may hold, whatever it says. */
export type JsonBounds = {
  /** Arrays and objects in one another. */
  depth: number
  /** Values of every kind, those in values counted too. */
  values: number
}

/** Why JSON is not read: it is nested too deep, holds too many values, or a member's name is too long. */
export type JsonExcess = 'jsonTooDeep' | 'jsonTooMany' | 'jsonLongName'

/** In UTF-16 units as written. No input of the desk has a name of even a tenth. */
export const JSON_NAME_MAX = 500

const QUOTE = 0x22
const COLON = 0x3a
const BACKSLASH = 0x5c
const BUILDS = /["[\]{},]/g
const NO_SPACE = /[^\t\n\r ]/g

/** Where a string ends that begins at `start`: behind its closing quotation mark. */
function afterString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTE) return at + 1
    at += unit === BACKSLASH ? 2 : 1
  }
  return text.length
}

/** The next place from `at` on where a pattern finds a sign; the end of the text where there is none. */
function nextOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.index ?? text.length
}

const isName = (text: string, end: number) => text.charCodeAt(nextOf(NO_SPACE, text, end)) === COLON

/**
 * What in a text is more than JSON may hold, found by looking at each unit once and building nothing: what makes a
 * small text dear to read is how many values it has, not how long it is. Text that is no JSON passes or not; whoever
 * reads it finds out. Bytes read as Latin-1 do as well as characters, since all that JSON is built of is ASCII.
 */
export function jsonExcess(text: string, { depth, values }: JsonBounds): JsonExcess | null {
  let open = 0
  let seen = 1
  let strings = 0
  for (let at = nextOf(BUILDS, text, 0); at < text.length; at = nextOf(BUILDS, text, at)) {
    const sign = text[at]
    if (sign === '"') {
      const end = afterString(text, at)
      if (end - at > JSON_NAME_MAX && isName(text, end)) return 'jsonLongName'
      strings += 1
      at = end
      // A name and a string for each value, and no more.
      if (strings > 2 * values) return 'jsonTooMany'
      continue
    }
    at += 1
    if (sign === ']' || sign === '}') {
      open -= 1
      // Nobody reads JSON beyond a bracket that was never opened.
      if (open < 0) return null
      continue
    }
    seen += 1
    if (seen > values) return 'jsonTooMany'
    if (sign === ',') continue
    open += 1
    if (open > depth) return 'jsonTooDeep'
  }
  return null
}
