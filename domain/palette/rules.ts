import { asciiDigits } from '@/text/digits'

/** A word with a claim's number: “12”, “C-12”, “#12”. Longer figures are part of a statement. */
const NUMBERED = /^(?:c|claim|ادعاء|الادعاء|no|رقم)?[-.:#№]*(\d{1,6})$/i

/** Words before a claim's number: “claim no. 12”, “ادعاء رقم ١٢”. */
const BEFORE = /^(?:c|claim|no|number|#|№|ادعاء|الادعاء|رقم)[.:]?$/i

/** The number of a claim in what was typed, with the words beside it, which are of its article; null without one. */
export function numberAsked(typed: string): { number: number; words: string } | null {
  const words = asciiDigits(typed).split(/\s+/)
  const at = words.findIndex((word) => NUMBERED.test(word))
  const number = NUMBERED.exec(words[at] ?? '')?.[1]
  if (number === undefined) return null
  const first = words.slice(0, at).findLastIndex((word) => !BEFORE.test(word)) + 1
  return {
    number: Number(number),
    words: [...words.slice(0, first), ...words.slice(at + 1)].join(' ').trim(),
  }
}
