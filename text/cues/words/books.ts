import { ACTS, TOTALITIES } from './acts'
import { CAUSES, COMPARISONS } from './relations'
import { CENTURIES, DATE_PLACES, DECADES, ERAS, MONTHS, WEAK_MONTHS, YEAR_WORDS } from './dates'
import { MATTERS, OTHERS } from './matters'
import { BODIES, BODY_HEADS, OFFICES, SMALL_WORDS } from './names'
import { AMOUNTS, ABOUT, NUMBERS, UNITS, WEAK_NUMBERS } from './numbers'
import { DUTIES, EVALUATIONS, EXPECTATIONS, HEDGES, OPINIONS, QUESTIONS, SELVES, WISHES } from './opinions'
import type { Phrases } from './phrases'
import { PLACES } from './places'
import { ATTRIBUTIONS } from './speech'
import { HAPPENINGS, IDENTITIES, MOMENTS, PARTICIPLES, STATES } from './assertions'
import {
  ALLOWANCES,
  CONDITIONS,
  COURTESIES,
  NOT_ACTS,
  NOT_COMPARISONS,
  PRIVATES,
  PROMISES,
  RUMOURS,
  SPANS,
} from './voices'
import { ELATIVES, NOT_SUPERLATIVES, ORDINALS, RANKS, SUPERLATIVES } from './superlatives'

export const BOOKS = {
  number: NUMBERS,
  weakNumber: WEAK_NUMBERS,
  amount: AMOUNTS,
  unit: UNITS,
  allowance: ALLOWANCES,
  span: SPANS,
  about: ABOUT,
  month: MONTHS,
  weakMonth: WEAK_MONTHS,
  yearWord: YEAR_WORDS,
  datePlace: DATE_PLACES,
  era: ERAS,
  decade: DECADES,
  century: CENTURIES,
  superlative: SUPERLATIVES,
  elative: ELATIVES,
  ordinal: ORDINALS,
  rank: RANKS,
  notSuperlative: NOT_SUPERLATIVES,
  body: BODIES,
  bodyHead: BODY_HEADS,
  office: OFFICES,
  place: PLACES,
  smallWord: SMALL_WORDS,
  attribution: ATTRIBUTIONS,
  rumour: RUMOURS,
  comparison: COMPARISONS,
  notComparison: NOT_COMPARISONS,
  cause: CAUSES,
  act: ACTS,
  notAct: NOT_ACTS,
  totality: TOTALITIES,
  matter: MATTERS,
  other: OTHERS,
  happening: HAPPENINGS,
  state: STATES,
  identity: IDENTITIES,
  moment: MOMENTS,
  participle: PARTICIPLES,
  question: QUESTIONS,
  wish: WISHES,
  duty: DUTIES,
  hedge: HEDGES,
  opinion: OPINIONS,
  evaluation: EVALUATIONS,
  expectation: EXPECTATIONS,
  self: SELVES,
  promise: PROMISES,
  courtesy: COURTESIES,
  condition: CONDITIONS,
  private: PRIVATES,
} as const satisfies Record<string, Phrases>

export type Book = keyof typeof BOOKS
