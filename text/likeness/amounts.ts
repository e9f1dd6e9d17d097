import type { Span } from '../locate'
import {
  ADDENDS,
  CURRENCIES,
  FRACTIONS,
  HUNDREDS,
  MAGNITUDES,
  MANY,
  SIGNS,
  SIGN_PHRASES,
  SIGN_WORDS,
  UNITS,
} from './amount-words'
import { dateAt } from './dates'
import { seen, tokensOf, withoutAnd, type Token } from './tokens'

/** A figure with everything that belongs to it, in digits or in words. `tokens` are half-open. */
export type Amount = {
  kind: 'amount'
  /** The digits as written, without the magnitude: 5 in "5 million"; empty in "millions". */
  digits: string
  /** A power of ten. */
  magnitude: number
  value: string
  sign: string
  currency: string
  unit: string
  tokens: Span
}
export type NamedDate = { kind: 'date'; key: string; tokens: Span }
export type Quantity = Amount | NamedDate

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const HUNDRED = 100

/** The digits as the desk shows them: no thousands signs, a point as the decimal sign, raised digits as a power. */
function plainDigits(written: string): string {
  const raised = new RegExp(`[${RAISED}]+$`).exec(written)?.[0] ?? ''
  const bare = written
    .slice(0, written.length - raised.length)
    .replace(/[ \u00a0\u202f\u2009]/g, '')
    .replace(/[,٬](?=\d{3}(?!\d))/g, '')
    .replace(/٫|,(?=\d+$)/, '.')
    .replace(/^0+(?=\d)/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
  const power = [...raised].map((sign) => RAISED.indexOf(sign)).join('')
  return power === '' ? bare : `${bare}^${power}`
}

/** Moves the decimal point by whole powers of ten, without rounding errors of floating-point numbers. */
function shifted(digits: string, magnitude: number): string {
  if (magnitude === 0 || !/^\d+(\.\d+)?$/.test(digits))
    return magnitude === 0 ? digits : `${digits}e${magnitude}`
  const [whole = '', part = ''] = digits.split('.')
  const padded = part.padEnd(magnitude, '0')
  const rest = padded.slice(magnitude).replace(/0+$/, '')
  const left = `${whole}${padded.slice(0, magnitude)}`.replace(/^0+(?=\d)/, '')
  return rest === '' ? left : `${left}.${rest}`
}

/** Looks up a word in a table, first as it is, then without a joined "and". */
function known<V>(table: ReadonlyMap<string, V>, token: Token | undefined): V | undefined {
  if (!token || token.kind === 'number') return undefined
  return table.get(token.folded) ?? table.get(withoutAnd(token.folded))
}

type Figure = { digits: string; magnitude: number; end: number }

/** The figure in digits or words that begins here. */
function figureAt(tokens: readonly Token[], at: number): Figure | null {
  const token = tokens[at]
  if (!token) return null
  if (token.kind === 'number') return withMagnitude(tokens, plainDigits(token.folded), at + 1)
  const fraction = FRACTIONS.get(token.folded)
  if (fraction !== undefined) return { digits: fraction, magnitude: 0, end: at + 1 }
  return inWords(tokens, at)
}

function withMagnitude(tokens: readonly Token[], digits: string, from: number): Figure {
  let magnitude = 0
  let end = from
  for (
    let power = known(MAGNITUDES, tokens[end]);
    power !== undefined;
    power = known(MAGNITUDES, tokens[end])
  ) {
    magnitude += Number(power)
    end++
  }
  return { digits, magnitude, end }
}

/** Number words: tens and ones add, hundreds multiply what stands before them. "Millions" is a magnitude alone. */
function inWords(tokens: readonly Token[], from: number): Figure | null {
  let [sum, at, last] = [0, from, Infinity]
  for (;;) {
    const joined = at > from && (tokens[at]?.folded === '-' || tokens[at]?.folded === 'and') ? at + 1 : at
    const token = tokens[joined]
    const addend = known(ADDENDS, token)
    const isHundred = token !== undefined && HUNDREDS.has(token.folded)
    if (isHundred && sum > 0 && sum < 10) sum *= HUNDRED
    else if (isHundred && addend === undefined && sum === 0) sum = HUNDRED
    else if (addend !== undefined && isAdded(Number(addend), last)) sum += Number(addend)
    else break
    last = isHundred ? HUNDRED : Number(addend)
    at = joined + 1
  }
  if (at > from) return withMagnitude(tokens, String(sum), at)
  const token = tokens[from]
  const power = known(MAGNITUDES, token)
  if (token?.kind !== 'word' || power === undefined || token.folded.length < 3) return null
  return { digits: MANY.has(token.folded) ? '' : '1', magnitude: Number(power), end: from + 1 }
}

/** Arabic says the ones before the tens; "two three" are two figures. */
const isAdded = (value: number, last: number) =>
  last === Infinity || value < last || (value % 10 === 0 && value < HUNDRED && last < 10)

/** What belongs to a figure and stands before it. */
function before(tokens: readonly Token[], at: number): { start: number; sign: string; currency: string } {
  let [start, sign, currency] = [at, '', '']
  for (;;) {
    const [token, next, earlier] = [tokens[start - 1], tokens[start], tokens[start - 2]]
    if (!token || !next) break
    const money = CURRENCIES.get(token.folded)
    const mark = token.kind === 'mark' ? SIGNS.get(token.folded) : undefined
    if (currency === '' && money !== undefined && (token.kind === 'mark' || /^[A-Z]{3}$/.test(token.written)))
      currency = money
    else if (mark !== undefined && isSign(token, next, earlier)) sign = mark + sign
    else break
    start--
  }
  if (sign === '') {
    const [far, near] = [tokens[start - 2], tokens[start - 1]]
    const phrase = SIGN_PHRASES.get(`${far?.folded ?? ''}|${near?.folded ?? ''}`)
    sign = phrase ?? (near ? SIGN_WORDS.get(near.folded) : undefined) ?? ''
    if (sign !== '') start -= phrase === undefined ? 1 : 2
  }
  return { start, sign, currency }
}

/** A dash is a sign only when it touches the figure and no word before it. Other signs, as `<`, may stand apart. */
function isSign(mark: Token, next: Token, earlier: Token | undefined): boolean {
  if (SIGNS.get(mark.folded) !== '-') return true
  const touches = earlier !== undefined && earlier.kind !== 'mark' && !mark.apart
  return !touches && !next.apart
}

/** What belongs to a figure and stands after it. */
function after(tokens: readonly Token[], from: number, currency: string) {
  const [one, two, three] = [tokens[from], tokens[from + 1], tokens[from + 2]]
  const phrase = [one, two, three].map((token) => token?.folded ?? '')
  if (/^(?:percentage|pp) point/.test(phrase.join(' '))) return { end: from + 2, unit: 'pp', currency }
  if (/^(?:نقطه|نقاط|نقطتين|نقطتان) ميويه/.test(phrase.join(' ')))
    return { end: from + 2, unit: 'pp', currency }
  if (/^per cent\b/.test(phrase.join(' '))) return { end: from + 2, unit: '%', currency }
  if (phrase[0] === 'في' && /^الم[ياءئ]*ه$/.test(phrase[1] ?? ''))
    return { end: from + 2, unit: '%', currency }
  if (/^بالم[ياءئ]*ه$/.test(phrase[0] ?? '')) return { end: from + 1, unit: '%', currency }
  const hyphen = one?.folded === '-' && !one.apart && two?.kind === 'word' && !two.apart ? 1 : 0
  const token = tokens[from + hyphen]
  const money = token && CURRENCIES.get(token.folded)
  if (currency === '' && money !== undefined) return { end: from + hyphen + 1, unit: '', currency: money }
  const unit = token && UNITS.get(token.folded)
  if (unit === undefined || (unit === '°' && /^[CF]$/.test(tokens[from + 1]?.written ?? '')))
    return unit === undefined
      ? { end: from, unit: '', currency }
      : { end: from + 2, unit: `°${tokens[from + 1]?.written ?? ''}`, currency }
  return { end: from + hyphen + 1, unit, currency }
}

/** Letters after an amount of money that mean a magnitude, such as "m" for millions. */
const AFTER_MONEY: ReadonlyMap<string, number> = new Map([
  ['m', 6],
  ['b', 9],
])

function amountAt(tokens: readonly Token[], at: number): Amount | null {
  const figure = figureAt(tokens, at)
  if (!figure) return null
  const { digits } = figure
  let { magnitude, end } = figure
  const head = before(tokens, at)
  const letter = tokens[end]
  const power = head.currency !== '' && letter && !letter.apart ? AFTER_MONEY.get(letter.folded) : undefined
  if (power !== undefined) {
    magnitude += power
    end++
  }
  const tail = after(tokens, end, head.currency)
  return {
    kind: 'amount',
    digits,
    magnitude,
    value: shifted(digits, magnitude),
    sign: head.sign,
    currency: tail.currency,
    unit: tail.unit,
    tokens: { start: head.start, end: tail.end },
  }
}

/**
 * The values of the figures in a text, in digits of any script or in words: "1.5 million" is 1500000. Of a date, its
 * figures.
 */
export function figuresIn(text: string): Set<string> {
  const tokens = tokensOf(seen(text))
  const values = quantitiesIn(tokens).flatMap((one) =>
    one.kind === 'amount' ? [one.value] : numbersOf(tokens.slice(one.tokens.start, one.tokens.end)),
  )
  return new Set(values.filter((value) => value !== ''))
}

const numbersOf = (tokens: readonly Token[]) =>
  tokens.filter(({ kind }) => kind === 'number').map(({ folded }) => plainDigits(folded))

/** The values of the quantities that have one in plain digits. */
export const quantitiesWithValue = (quantities: readonly Quantity[]): number[] =>
  quantities.flatMap((one) =>
    one.kind === 'amount' && /^\d+(?:\.\d+)?$/.test(one.value) ? [Number(one.value)] : [],
  )

/** The figures and dates that a text names, in their order. */
export function quantitiesIn(tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = []
  for (let at = 0; at < tokens.length;) {
    const date = dateAt(tokens, at)
    const one: Quantity | null = date ? { kind: 'date', ...date } : amountAt(tokens, at)
    if (one) found.push(one)
    at = one ? Math.max(one.tokens.end, at + 1) : at + 1
  }
  return found
}
