import type { ErrorKey } from '@/domain/errors'

export const STANCES = ['supports', 'refutes', 'context'] as const
export type Stance = (typeof STANCES)[number]

type Verdict = { finding: string; stances: readonly Stance[] }
type Broken = { path: 'status' | 'finding'; key: ErrorKey }
/** A colour on a light page and on a dark one. */
type Pair = readonly [light: string, dark: string]

type StatusFacts = {
  /** The key that gives a selected claim this status. */
  key: string
  /** Stands beside the word, so that colour alone never tells a status. */
  sign: string
  /** The colour of the status's name, on screen and on paper. */
  ink: Pair
  paperInk: string
  ground: Pair
  edge: Pair
  /** The line under the claim's words in the text. */
  line: 'solid' | 'wavy' | 'dashed' | 'dotted' | 'double'
  /** The fill of its part of a bar, as CSS. */
  fill: string
  /** The stance of a source and the tone of a message that share this look. */
  stance: Stance | null
  tone: 'success' | 'error' | 'warn' | 'info' | null
  /** The rule that a verdict with this status breaks; null when it breaks none. */
  lacks: (verdict: Verdict) => Broken | null
  /** The ratings that agree with the status, its default first; empty when the status is no verdict. */
  ratings: readonly (1 | 2 | 3 | 4 | 5)[]
  /** The names of the status in lists of claims. */
  words: readonly string[]
}

const nothing = () => null

/** The statuses of a claim, from the least to the most decided, in the order of the database enum. */
export const STATUSES = {
  unreviewed: {
    key: 'u',
    sign: '○',
    ink: ['#434c58', '#c3cad4'],
    paperInk: '#47505c',
    ground: ['#e5e9ee', '#2b3037'],
    edge: ['#667180', '#8b95a3'],
    line: 'dotted',
    fill: 'var(--panel)',
    stance: 'context',
    tone: 'info',
    lacks: nothing,
    ratings: [],
    words: ['unreviewed', 'لم يراجع', 'غير مراجع'],
  },
  needs_source: {
    key: 'n',
    sign: '?',
    ink: ['#734500', '#f2c877'],
    paperInk: '#7a4a00',
    ground: ['#fbedcc', '#3b2d11'],
    edge: ['#9c6508', '#c9922f'],
    line: 'dashed',
    fill: 'repeating-linear-gradient(90deg, var(--s-line) 0 5px, var(--s-bg) 5px 8px)',
    stance: null,
    tone: 'warn',
    lacks: nothing,
    ratings: [],
    words: ['needs source', 'يحتاج مصدرا', 'يحتاج إلى مصدر'],
  },
  disputed: {
    key: 'd',
    sign: '✕',
    ink: ['#961d1a', '#ffaaa2'],
    paperInk: '#9c1f1c',
    ground: ['#fae3df', '#42201f'],
    edge: ['#bf3630', '#e56d65'],
    line: 'wavy',
    fill: 'repeating-linear-gradient(135deg, var(--s-line) 0 3px, var(--s-bg) 3px 5px)',
    stance: 'refutes',
    tone: 'error',
    lacks: ({ finding }) => (finding.trim() === '' ? { path: 'finding', key: 'disputedNeedsFinding' } : null),
    ratings: [1, 2, 3],
    words: ['disputed', 'متنازع عليه'],
  },
  verified: {
    key: 'v',
    sign: '✓',
    ink: ['#175c38', '#8fdbb0'],
    paperInk: '#17613a',
    ground: ['#dff0e4', '#163224'],
    edge: ['#27804f', '#4fae7c'],
    line: 'solid',
    fill: 'var(--s-line)',
    stance: 'supports',
    tone: 'success',
    lacks: ({ stances }) =>
      stances.includes('supports') ? null : { path: 'status', key: 'verifiedNeedsSource' },
    ratings: [5, 4],
    words: ['verified', 'متحقق منه'],
  },
} as const satisfies Record<string, StatusFacts>

export type ClaimStatus = keyof typeof STATUSES
export const CLAIM_STATUSES = Object.keys(STATUSES) as ClaimStatus[]

/** The statuses of claims about which the writer is asked. */
export const ASKED = ['disputed', 'needs_source'] as const satisfies ClaimStatus[]

/** One value for each status. */
export const eachStatus = <T>(value: (status: ClaimStatus) => T) =>
  Object.fromEntries(CLAIM_STATUSES.map((status) => [status, value(status)])) as Record<ClaimStatus, T>
