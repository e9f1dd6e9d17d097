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

const COLON = 0x3a
const BACKSLASH = 0x5c
const QUOTATION_MARK = 0x22
const BUILDS = /["[\]{},]/g
const NO_SPACE = /[^\t\n\r ]/g

/** Where a string ends that begins at `start`: behind its closing quotation mark. */
function afterString(text: string, start: number): number {
  const next = text.indexOf('"', start + 1)
  // Most strings end here; it is found much faster than by looking at each unit.
  if (next >= 0 && text.charCodeAt(next - 1) !== BACKSLASH) return next + 1
  for (let at = start + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTATION_MARK) return at + 1
    // It escapes the next unit, whatever that is.
    if (unit === BACKSLASH) at += 1
  }
  return text.length
}

/** The next place from `at` on where a pattern finds a sign; the end of the text where there is none. */
function nextOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  // Every pattern is one sign long.
  return pattern.test(text) ? pattern.lastIndex - 1 : text.length
}

const isName = (text: string, end: number) => text.charCodeAt(nextOf(NO_SPACE, text, end)) === COLON

/** What a look at JSON found: what is too much of it, and how many values it holds as far as it was looked at. */
export type JsonLook = { excess: JsonExcess | null; values: number }

/**
 * What in a text is more than JSON may hold, found by looking at each unit once and building nothing: what makes a
 * small text dear to read is how many values it has, not how long it is. Text that is no JSON passes or not; whoever
 * reads it finds out. Bytes read as Latin-1 do as well as characters, since all that JSON is built of is ASCII.
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
      // A name and a string for each value, and no more.
      if (strings > 2 * values) return { excess: 'jsonTooMany', values: seen }
      continue
    }
    at += 1
    if (sign === ']' || sign === '}') {
      open -= 1
      // Nobody reads JSON beyond a bracket that was never opened.
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

/** The same, where how many values there are does not matter. */
export const jsonExcess = (text: string, bounds: JsonBounds): JsonExcess | null =>
  lookAtJson(text, bounds).excess
