import type { Part } from './figures'
import { isRightToLeft } from './letters'

const WORDED = /[\p{L}\p{N}]/u
/** Signs that belong to the figures they touch, such as currencies, and separators inside a figure. */
const OF_FIGURES = /^[#$%+\-\u00a2-\u00a5\u00b0\u00b1\u2030-\u2034\u20a0-\u20cf\u2212.,:/]+$/

const ARABIC_FIGURES = /^[\u0660-\u0669\u06f0-\u06f9\u066b\u066c]+$/
const STOPS = /^[.,:/]+$/

/**
 * Whether a file names the brackets of right-to-left words by their meaning, or as they are painted: the one that
 * opens looks there like the one that closes elsewhere.
 */
export type Brackets = 'named' | 'painted'

const PAIRS = ['()', '[]', '{}', '«»', '‹›']
const MIRRORED = new Map(
  PAIRS.flatMap(([opens = '', closes = '']) => [[opens, closes] as const, [closes, opens] as const]),
)
const mirrored = (text: string) => text.replace(/[()[\]{}«»‹›]/g, (sign) => MIRRORED.get(sign) ?? sign)

/** How the brackets of right-to-left lines are named, by how many of them open before they close. */
export function bracketsOf(lines: readonly string[]): Brackets {
  const count = (pattern: RegExp) =>
    lines.reduce((sum, line) => sum + (isRightToLeft(line) ? (line.match(pattern)?.length ?? 0) : 0), 0)
  const painted = count(/[)\]»›][^()[\]«»‹›]*[([«‹]/g)
  return painted > count(/[([«‹][^()[\]«»‹›]*[)\]»›]/g) ? 'painted' : 'named'
}

/** From right to left; Latin words among them, and the figures beside those, keep their own order. */
export function reordered(given: readonly Part[], brackets: Brackets): Part[] {
  const apart = given.flatMap(signsApart)
  const parts =
    brackets === 'named'
      ? apart
      : apart.map((part) =>
          isRightToLeft(part.text) || !WORDED.test(part.text) ? { ...part, text: mirrored(part.text) } : part,
        )
  const turned: Part[] = []
  let latin: Part[] = []
  const flush = () => {
    const letters = turned.findLast(({ text }) => /\p{L}/u.test(text))?.text ?? ''
    turned.push(...latinInOrder(latin, /\p{Script=Arabic}/u.test(letters)))
    latin = []
  }
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index]
    if (!part) continue
    const after = { ...part, blank: parts[index + 1]?.blank ?? false }
    const left = parts[index - 1]
    if (part.figure && left && !part.blank && ARABIC_FIGURES.test(left.text)) {
      flush()
      turned.push({ ...left, blank: after.blank }, part)
      index--
    } else if (isRightToLeft(part.text) || (!WORDED.test(part.text) && latin.length === 0)) {
      flush()
      turned.push(signsInTurn(after))
    } else latin.push(after)
  }
  flush()
  return turned
}

const SIGNS_BESIDE_FIGURES = /^([.:;!?()[\]{}«»‹›،؛؟]*)([^\p{L}]*?)([()[\]{}«»‹›]*)$/u

/** A full stop or a bracket at either end of figures is part of the line around them. */
function signsApart(part: Part): Part[] {
  const [, before = '', inner = '', after = ''] = SIGNS_BESIDE_FIGURES.exec(part.text) ?? []
  if (part.figure || before + after === '' || !WORDED.test(inner)) return [part]
  return [before, inner, after].flatMap((text, index) =>
    text === '' ? [] : [{ text, blank: index === 0 || (index === 1 && before === '') ? part.blank : false }],
  )
}

/** The full stop of a line of Latin words stands at their left when the lines around it go from right to left. */
export function stopBehind(parts: readonly Part[]): readonly Part[] {
  const [first, ...rest] = parts
  const [, stop, text] = /^([.:!?])(\p{L}.*)$/su.exec(first?.text ?? '') ?? []
  if (!first || stop === undefined || text === undefined) return parts
  return [{ ...first, text }, ...rest, { text: stop, blank: false }]
}

/** Signs without letters come as they are painted from the left. */
const signsInTurn = (part: Part): Part =>
  WORDED.test(part.text) ? part : { ...part, text: [...part.text].reverse().join('') }

/**
 * Parts between right-to-left words, given from the right. Signs at their left end are part of the line around them,
 * like a full stop after a year; figures alone, and the signs between them, follow each other from the right.
 * @param isAfterArabic whether the letter before them is an Arabic one: signs at either end of a figure are then painted
 *   in the direction of the line, so that a percent sign at its left stands behind it
 */
function latinInOrder(parts: readonly Part[], isAfterArabic: boolean): Part[] {
  const isWorded = parts.some(({ text }) => /\p{L}/u.test(text))
  const last = parts.findLastIndex(({ text }) => WORDED.test(text))
  const next = parts[last + 1]
  const own =
    next && !next.blank && OF_FIGURES.test(next.text) && !STOPS.test(next.text) ? last + 2 : last + 1
  const inside = parts.slice(0, own)
  const around = parts.slice(own).map(signsInTurn)
  if (isWorded) return [...fromTheLeft(inside), ...around]
  const inOrder = isAfterArabic ? signsInOrder : fromTheLeft
  return [...figuresOf(inside, isAfterArabic).flatMap(inOrder), ...around]
}

/** Only what stands between the first and the last digit of a figure goes from left to right. */
function signsInOrder(figure: readonly Part[]): Part[] {
  const first = Math.max(
    figure.findIndex(({ text }) => WORDED.test(text)),
    0,
  )
  const end = figure.findLastIndex(({ text }) => WORDED.test(text)) + 1
  return [...figure.slice(0, first), ...fromTheLeft(figure.slice(first, end)), ...figure.slice(end)]
}

/** Whether a run of digits and the run at its right are one figure. */
function isOneFigure(left: string, right: string, isAfterArabic: boolean): boolean {
  if (!/\d$/.test(left)) return false
  return (isAfterArabic ? /^\d/ : /^[-+.,:/\u2212]?\d/).test(right)
}

/** Figures with the signs that touch them. */
function figuresOf(parts: readonly Part[], isAfterArabic: boolean): Part[][] {
  const figures: Part[][] = []
  for (const part of parts) {
    const open = figures.at(-1)
    const before = open?.at(-1)
    const isSame =
      before &&
      (before.figure ??
        (OF_FIGURES.test(part.text) ||
          OF_FIGURES.test(before.text) ||
          isOneFigure(part.text, before.text, isAfterArabic)))
    if (open && isSame && !part.blank) open.push(part)
    else figures.push([part])
  }
  return figures
}

/** Turns parts that are given from the right; the blank before the whole stays before it. */
function fromTheLeft(parts: readonly Part[]): Part[] {
  return parts
    .map((part, index) => ({
      ...part,
      // The blank between two parts, which the right one of them does not know.
      blank: parts[index + 1]?.blank ?? parts[0]?.blank ?? false,
    }))
    .reverse()
}
