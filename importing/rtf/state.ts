/** Where words go: into the text, into a note, into a value about the document, or nowhere. */
export type Destination = 'text' | 'note' | 'font' | 'style' | 'value' | 'code' | 'nowhere'

/** What holds inside one group and the groups in it. */
export type State = {
  destination: Destination
  /** The destination began in this group. */
  begins: boolean
  /** The next word names a destination that older readers may skip. */
  optional: boolean
  font: number
  complexFont: number
  complex: boolean
  /** How many signs after `\u` stand for it in programs without Unicode. */
  skips: number
  hidden: boolean
  struck: boolean
  deleted: boolean
  revised: boolean
  figure: 'raised' | 'lowered' | null
  style: number
  level: number | null
  /** In the table of styles. */
  basedOn: number | null
  inTable: boolean
  listed: boolean
}

export const PLAIN = {
  hidden: false,
  struck: false,
  deleted: false,
  revised: false,
  figure: null,
  complex: false,
} as const

export const FIRST: State = {
  destination: 'text',
  begins: true,
  optional: false,
  font: -1,
  complexFont: -1,
  skips: 1,
  style: 0,
  level: null,
  basedOn: null,
  inTable: false,
  listed: false,
  ...PLAIN,
}

/** Words that stand for one character. */
export const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
}

/** Groups with words that are no part of the text, and what is counted for them. */
export const APART: Readonly<Record<string, 'images' | 'embedded' | 'headers' | 'silent'>> = {
  pict: 'images',
  object: 'embedded',
  header: 'headers',
  headerl: 'headers',
  headerr: 'headers',
  headerf: 'headers',
  footer: 'headers',
  footerl: 'headers',
  footerr: 'headers',
  footerf: 'headers',
  colortbl: 'silent',
  nonshppict: 'silent',
  info: 'silent',
  pntxta: 'silent',
  pntxtb: 'silent',
  xe: 'silent',
  tc: 'silent',
  txe: 'silent',
  bkmkstart: 'silent',
  bkmkend: 'silent',
  filetbl: 'silent',
  revtbl: 'silent',
  ftnsep: 'silent',
  ftnsepc: 'silent',
  aftnsep: 'silent',
  aftnsepc: 'silent',
}
