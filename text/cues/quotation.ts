import type { Cue } from './cue'

/** The closing mark for each opening quotation mark. */
const CLOSING: Readonly<Record<string, string>> = {
  '«': '»',
  '“': '”',
  '„': '“”',
  '‟': '”',
  '‘': '’',
  '"': '"',
  '”': '“”',
}
const MARK = /[«»“”„‟‘’"\n\r\u2028\u2029]/g
const LETTER = /[\p{L}\p{N}]/u
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\u00ad\u200c\u200d\u0640]*/gu

/** Quotations of at least two words within one line, with their marks; includes nested ones. */
export function quotationCues(text: string): Cue[] {
  const cues: Cue[] = []
  let open: { mark: string; at: number }[] = []
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (/[\n\r\u2028\u2029]/.test(mark)) {
      open = []
      continue
    }
    const opened = open.findLastIndex((one) => CLOSING[one.mark]?.includes(mark))
    if (opened >= 0 && !(mark === '’' && LETTER.test(text.charAt(index + 1)))) {
      const start = open[opened]?.at ?? index
      open.length = opened
      if (hasTwoWords(text.slice(start, index))) cues.push({ kind: 'quotation', start, end: index + 1 })
    } else if (opens(text, mark, index) && open.length < MAX_OPEN) {
      open.push({ mark, at: index })
    }
  }
  return cues
}

/** Deeper quotations are ignored, so that a text of nothing but marks takes linear time. */
const MAX_OPEN = 4

function opens(text: string, mark: string, at: number): boolean {
  if (!(mark in CLOSING)) return false
  const afterLetter = LETTER.test(text.charAt(at - 1))
  return mark === '«' || mark === '“' || mark === '„' || !afterLetter
}

function hasTwoWords(quoted: string): boolean {
  const words = quoted.matchAll(WORD)
  return !words.next().done && !words.next().done
}
