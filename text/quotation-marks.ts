/** A quotation mark or bracket of a paragraph; `opens` is unknown where only its partner can tell. */
export type Mark = { at: number; mark: string; family: Family; opens: boolean | undefined }
type Family = 'guillemet' | 'curly' | 'straight' | 'corner' | 'brackets'

const MARKS =
  /["\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c-\u300f()[\]\uff08\uff09\uff3b\uff3d\u3010\u3011\u3014\u3015\u3008-\u300b]/g
/** Marks whose form alone tells which side they stand on, as pairs of an opening and a closing one. */
const FIXED: Readonly<Record<'corner' | 'brackets', string>> = {
  corner: '\u300c\u300d\u300e\u300f\u300a\u300b\u3008\u3009',
  brackets: '()[]\uff08\uff09\uff3b\uff3d\u3010\u3011\u3014\u3015',
}
const USUALLY_OPENS = /[\u00ab\u201c\u201e\u201f]/
const INVISIBLE = /[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]/
const BEFORE_OPENING = /[\s\u0640\p{Ps}\p{Pi}\p{Pd}:,\u060c\u061b=/]/u
const NEVER_AFTER_OPENING =
  /[\s.,:;!?\u060c\u061b\u061f\u06d4([\p{Pe}\u00b2\u00b3\u00b9\u2070-\u2079*\u2020\u2021]/u
const NEVER_BEFORE_CLOSING = /[\s\u0640:='\u2019\p{Ps}\p{Pi}]/u
const AFTER_CLOSING =
  /[\s.,:;!?\u060c\u061b\u061f\u06d4\u2026"\p{Pe}\p{Ps}\p{Pi}\p{Pf}\p{Pd}\u00b2\u00b3\u00b9\u2070-\u2079*\u2020\u2021/]/u
const HEBREW = /\p{Script=Hebrew}/u
/** A direction holds for all marks of a paragraph when so many times more marks speak for it than against it. */
const CLEARLY_MORE = 3

/**
 * The quotation marks and brackets in [start, end), with the side they stand on. The blanks around a guillemet or a
 * curly mark tell its side. The marks of a paragraph vote on its direction, because the same forms are written «…», »…«
 * and »…»: in Arabic typed without a bidirectional editor, in German and in Swedish. A clear vote holds for all marks
 * of the paragraph. The partner of a straight mark without a blank beside it decides its side.
 */
export function marksOf(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = []
  for (const { 0: mark, index } of text.slice(start, end).matchAll(MARKS)) {
    const at = start + index
    const family = familyOf(mark)
    const fixed = family === 'corner' || family === 'brackets'
    const opens = fixed ? FIXED[family].indexOf(mark) % 2 === 0 : sideOf(text, at, start, end)
    if (opens !== 'none') marks.push({ at, mark, family, opens })
  }
  decideTogether(marks.filter(({ family }) => family === 'guillemet'))
  decideTogether(marks.filter(({ family }) => family === 'curly'))
  return marks
}

function familyOf(mark: string): Family {
  if (FIXED.corner.includes(mark)) return 'corner'
  if (FIXED.brackets.includes(mark)) return 'brackets'
  if (mark === '"') return 'straight'
  return mark === '\u00ab' || mark === '\u00bb' ? 'guillemet' : 'curly'
}

/**
 * True when the blanks around a mark show that it opens, false when they show that it closes; `none` for a mark inside
 * a Hebrew word.
 */
function sideOf(text: string, at: number, start: number, end: number): boolean | undefined | 'none' {
  const before = visibleFrom(text, at - 1, -1, start, end)
  const after = visibleFrom(text, at + 1, 1, start, end)
  if (HEBREW.test(before) && HEBREW.test(after)) return 'none'
  const mayOpen = BEFORE_OPENING.test(before) && !NEVER_AFTER_OPENING.test(after)
  const mayClose = AFTER_CLOSING.test(after) && !NEVER_BEFORE_CLOSING.test(before)
  return mayOpen === mayClose ? undefined : mayOpen
}

/** The next visible character. Beyond the edge of the paragraph it is a blank. */
function visibleFrom(text: string, from: number, step: 1 | -1, start: number, end: number): string {
  let at = from
  while (at >= start && at < end && INVISIBLE.test(text.charAt(at))) at += step
  return at >= start && at < end ? text.charAt(at) : ' '
}

function decideTogether(marks: readonly Mark[]) {
  let usual = 0
  let reversed = 0
  for (const { mark, opens } of marks)
    if (opens !== undefined) {
      if (opens === USUALLY_OPENS.test(mark)) usual++
      else reversed++
    }
  const clear = usual > reversed * CLEARLY_MORE || reversed > usual * CLEARLY_MORE
  const asUsual = usual === reversed ? unpaired(marks, true) <= unpaired(marks, false) : usual > reversed
  for (const one of marks)
    if (clear || one.opens === undefined) one.opens = USUALLY_OPENS.test(one.mark) === asUsual
}

/** How many marks have no partner when they are read in one direction. */
function unpaired(marks: readonly Mark[], asUsual: boolean): number {
  let open = 0
  let alone = 0
  for (const { mark } of marks) {
    if (USUALLY_OPENS.test(mark) === asUsual) open++
    else if (open > 0) open--
    else alone++
  }
  return open + alone
}
