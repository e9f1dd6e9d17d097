/** Joined Latin letters, and the two Arabic blocks of presentation forms. Other compatible signs, as in m², stay. */
const SHAPED = /[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]/gu
/** Isolated vowel signs: their compatibility form would put a blank before them. */
const BLANK_AND_SIGN = /^ (?=\p{M})/u
const ORNATE = new Set(['\ufd3e', '\ufd3f', '\ufdfc', '\ufdfd'])
/** Letters that only end a word, in Arabic, Persian and Hebrew. */
const FINAL = 'ةىךםןףץ'
const BEGINS_WITH_FINAL = new RegExp(`(?<![\\p{L}\\p{M}\\u0640])[${FINAL}](?=\\p{L})`, 'gu')
const ENDS_WITH_FINAL = new RegExp(`(?<=\\p{L})\\p{M}*[${FINAL}]\\p{M}*(?![\\p{L}\\p{M}\\u0640])`, 'gu')
/** The article, which begins very many Arabic words and ends hardly any. */
const BEGINS_WITH_AL = /(?<![\p{L}\p{M}])(?:[وفبك]?ال)(?=\p{L})/gu
const ENDS_WITH_AL = /(?<=\p{L})لا[وفبك]?(?![\p{L}\p{M}])/gu
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const RUN =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?:[ \u00a0]+[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*/g

/** Writes joined letters and presentation forms as the letters that they show. */
export function mendedLetters(text: string): { text: string; mended: number } {
  let mended = 0
  const written = text.replace(SHAPED, (sign) => {
    const letters = ORNATE.has(sign) ? sign : sign.normalize('NFKC').replace(BLANK_AND_SIGN, '')
    if (letters !== sign) mended++
    return letters
  })
  return { text: written, mended }
}

export const isRightToLeft = (text: string) => RIGHT_TO_LEFT.test(text)

/**
 * Whether the letters of right-to-left words stand in the order in which they are painted, from the left. Letters that
 * only end a word then begin words, and the Arabic article ends them.
 */
export function isVisualOrder(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const visual = count(BEGINS_WITH_FINAL) + count(ENDS_WITH_AL)
  return visual > count(ENDS_WITH_FINAL) + count(BEGINS_WITH_AL)
}

/** Turns each run of right-to-left words round; signs stay behind their letters. */
export function turnedRound(text: string): string {
  return text.replace(RUN, (run) =>
    [...run.matchAll(/\P{M}\p{M}*/gu)]
      .map(([letter]) => letter)
      .reverse()
      .join(''),
  )
}

/** A sign over or under a letter follows it at once; fonts that place it by themselves paint a blank before it. */
export const withoutBlankBeforeSigns = (text: string) =>
  text.replace(/(?<=[\p{L}\p{M}])[ \u00a0]+(?=\p{Mn})/gu, '')

/** Letters for which the file names no character: private signs, replacement characters, controls. */
export const nameless = (text: string) => text.match(/[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f]/g)?.length ?? 0

/** A run without width shows vowel signs or the like. A font that does not name them gives any letter for them. */
export const isUnnamedSign = (text: string, width: number) => width === 0 && /[^\p{M}\p{Cf}\s]/u.test(text)
