import type { Notice } from '../incoming'

/**
 * What becomes of words whose form carries meaning. Each format tells the manuscript which form its words have, and
 * this table alone decides.
 *
 * - `figures`: Unicode's raised or lowered figures, else `^` or `_`
 * - `left_out`: the words are no part of the text
 * - `marks`: quotation marks around the words, by language
 * - `brackets`: the words in brackets, behind those they explain
 * - `controls`: Unicode's direction controls around the words where their order needs them
 * - `label`: the number of a list item before its words
 * - `link`: the words with their address beside the text
 * - `typed`: the letters as they were typed
 *
 * The notice tells that it happened; a form without one is kept whole.
 */
export const FORMS = {
  raised: { becomes: 'figures', notice: ['raised', 'kept'] },
  lowered: { becomes: 'figures', notice: ['raised', 'kept'] },
  struck: { becomes: 'left_out', notice: ['struck', 'left_out'] },
  deleted: { becomes: 'left_out', notice: ['deletions', 'accepted'] },
  hidden: { becomes: 'left_out', notice: ['hidden_text', 'left_out'] },
  quotation: { becomes: 'marks' },
  reading: { becomes: 'brackets', notice: ['readings', 'kept'] },
  direction: { becomes: 'controls' },
  list_number: { becomes: 'label' },
  link: { becomes: 'link' },
  small_capitals: { becomes: 'typed' },
} as const satisfies Record<string, Treatment>

type Treatment = {
  becomes: 'figures' | 'left_out' | 'marks' | 'brackets' | 'controls' | 'label' | 'link' | 'typed'
  notice?: readonly [Notice['kind'], Notice['as']]
}

export type Form = keyof typeof FORMS

type Becoming<B extends Treatment['becomes']> = {
  [F in Form]: (typeof FORMS)[F]['becomes'] extends B ? F : never
}[Form]

/** The forms whose words are no part of the text. */
export type LeftOutForm = Becoming<'left_out'>
/** The forms of raised and lowered words. */
export type FigureForm = Becoming<'figures'>
