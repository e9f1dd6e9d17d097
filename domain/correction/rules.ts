import type { Issue } from '@/domain/errors'

/** The kinds of corrections, from a corrected fact to a retracted article. */
export const CORRECTION_KINDS = ['correction', 'clarification', 'editors_note', 'retraction'] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]
export const SEVERITIES = ['minor', 'significant', 'serious'] as const
export type Severity = (typeof SEVERITIES)[number]
export const CORRECTION_STATES = ['reported', 'acknowledged', 'approved', 'published', 'rejected'] as const
export type CorrectionState = (typeof CORRECTION_STATES)[number]
export const FOUND_BY = ['desk', 'reader', 'source'] as const
export type FoundBy = (typeof FOUND_BY)[number]
export const RIPPLE_STATES = ['open', 'opened', 'not_affected'] as const
export type RippleState = (typeof RIPPLE_STATES)[number]

/** The states in which something remains to be done. */
export const OPEN_STATES = ['reported', 'acknowledged', 'approved'] as const satisfies CorrectionState[]

/** The steps in order. One person takes each step once, at one moment. */
export const STEPS = ['acknowledged', 'approved', 'published'] as const
export type Step = (typeof STEPS)[number]

/** In UTF-16 units. */
export const WORDS_MAX = 5_000
export const NOTE_MAX = 5_000
export const REASON_MAX = 2_000

const NEXT: Record<CorrectionState, readonly CorrectionState[]> = {
  reported: ['acknowledged', 'rejected'],
  acknowledged: ['approved', 'rejected'],
  approved: ['published', 'rejected', 'acknowledged'],
  published: [],
  rejected: [],
}

/**
 * Whether a correction may go from one state to another. An approved correction returns to acknowledged only when its
 * words change. A published correction stays published.
 */
export const mayGo = (from: CorrectionState, to: CorrectionState) => NEXT[from].includes(to)

/** The next step; null after the last one. */
export function nextStep(state: CorrectionState): Step | null {
  return (
    STEPS.find((step) => mayGo(state, step) && !(state === 'approved' && step === 'acknowledged')) ?? null
  )
}

export const isOpen = (state: CorrectionState) => (OPEN_STATES as readonly string[]).includes(state)

type Grave = {
  kind: CorrectionKind
  severity: Severity
  /** Whether it was serious or a retraction at any time. */
  secondNeeded?: boolean
}

/**
 * A retraction or a serious error needs two people. So does the decision that it is milder after all: the need for a
 * second person stays.
 */
export const needsSecond = (correction: Grave): boolean =>
  correction.kind === 'retraction' || correction.severity === 'serious' || correction.secondNeeded === true

/** The fields that an approval covers. A change of any of them revokes it. */
export const APPROVED_FIELDS = [
  'kind',
  'severity',
  'quote',
  'replacement',
  'wrong',
  'right',
  'note',
  'explanation',
] as const
export type Approved = Words & { severity: Severity; explanation: string }

/** The fields of a published correction that an amendment may change. */
export const AMENDED_FIELDS = ['kind', 'wrong', 'right', 'note', 'explanation'] as const
export type Amended = Pick<Approved, (typeof AMENDED_FIELDS)[number]>

/** How much of an article each kind retracts. */
const WEIGHT: Record<CorrectionKind, number> = {
  retraction: 3,
  correction: 2,
  clarification: 1,
  editors_note: 0,
}

/** Whether an amendment needs a second person: when publishing needed one, or when it makes the kind milder. */
export const amendmentNeedsSecond = (correction: Grave, next: { kind: CorrectionKind }): boolean =>
  needsSecond(correction) || WEIGHT[next.kind] < WEIGHT[correction.kind]

type Approval = { approvedById: string | null; writerIds: readonly string[] }

/** Why this person cannot be the second one; null when they can. The approver and the writers of any part cannot. */
export function secondRefusal(
  correction: Approval,
  personId: string,
): null | 'secondIsApprover' | 'secondIsWriter' {
  if (correction.approvedById === personId) return 'secondIsApprover'
  return correction.writerIds.includes(personId) ? 'secondIsWriter' : null
}

type Decision = {
  proposal: Amended & { proposedById: string }
  /** The published words. */
  present: Amended
  /** All amendments that came into force. */
  amendments: readonly { byId: string; approvedById: string | null; at: Date }[]
  /** All other proposals, including refused and withdrawn ones. */
  proposals: readonly (Amended & { proposedById: string; proposedAt: Date })[]
}

/**
 * Why this person cannot decide on an amendment; null when they can. Nobody decides who worded any of what readers
 * would see since the last approval: who proposed the amendment, who amended alone, or who proposed other words for the
 * same fields.
 */
export function decisionRefusal(
  { proposal, present, amendments, proposals }: Decision,
  personId: string,
): null | 'amendmentIsOwn' | 'amendmentIsWritten' {
  if (proposal.proposedById === personId) return 'amendmentIsOwn'
  const approved = amendments.filter((one) => one.approvedById !== null)
  const last = Math.max(0, ...approved.map(({ at }) => at.getTime()))
  const changes = (words: Amended) => AMENDED_FIELDS.filter((field) => words[field] !== present[field])
  const fields = changes(proposal)
  const amended = amendments.some((one) => one.byId === personId && one.at.getTime() > last)
  const proposed = proposals.some(
    (one) =>
      one.proposedById === personId &&
      one.proposedAt.getTime() > last &&
      changes(one).some((field) => fields.includes(field)),
  )
  return amended || proposed ? 'amendmentIsWritten' : null
}

type Words = {
  kind: CorrectionKind
  quote: string
  replacement: string | null
  wrong: string
  right: string
  note: string
}
/** The words, and how the text is fixed. */
type Fixed = Words & { fixedElsewhere: string }

const NEEDED: Record<CorrectionKind, readonly ('wrong' | 'right' | 'note')[]> = {
  correction: ['wrong', 'right', 'note'],
  clarification: ['right', 'note'],
  editors_note: ['note'],
  retraction: ['wrong', 'note'],
}

const LACKS = {
  wrong: 'correctionNeedsWrong',
  right: 'correctionNeedsRight',
  note: 'correctionNeedsNote',
} as const

/** The fields that a kind requires for approval. */
export const neededFields = (kind: CorrectionKind) => NEEDED[kind]

/** A correction's text is fixed, here or elsewhere. The text of any other kind may stay. */
export const needsFix = (kind: CorrectionKind) => kind === 'correction'

/** The fields that a kind requires and that say nothing. */
export const wordIssues = (correction: Pick<Words, 'kind' | 'wrong' | 'right' | 'note'>): Issue[] =>
  NEEDED[correction.kind]
    .filter((field) => correction[field].trim() === '')
    .map((field) => ({ path: field, key: LACKS[field] }))

/** What prevents the approval of a correction, by field; empty when nothing does. */
export function approvalIssues(correction: Fixed): Issue[] {
  const { kind, quote, replacement, fixedElsewhere } = correction
  const issues = wordIssues(correction)
  if (replacement !== null && quote === '') issues.push({ path: 'replacement', key: 'replacementNeedsQuote' })
  if (replacement !== null && quote !== '' && replacement === quote)
    issues.push({ path: 'replacement', key: 'replacementSame' })
  if (needsFix(kind) && replacement === null && fixedElsewhere.trim() === '')
    issues.push({ path: 'fixedElsewhere', key: 'correctionNeedsFix' })
  return issues
}

type Publishing = Approved & {
  secondNeeded?: boolean
  fixedElsewhere: string
  approvedById: string | null
  secondById: string | null
}

/**
 * What prevents the publication of an approved correction, by field. `late` means that the error was
 * reported more than thirty days ago.
 */
export function publishingIssues(correction: Publishing, late: boolean): Issue[] {
  const issues = approvalIssues(correction)
  if (needsSecond(correction) && !hasSecond(correction))
    issues.push({ path: 'second', key: 'correctionNeedsSecond' })
  if (late && correction.explanation.trim() === '')
    issues.push({ path: 'explanation', key: 'correctionNeedsExplanation' })
  return issues
}

const hasSecond = ({ approvedById, secondById }: Pick<Publishing, 'approvedById' | 'secondById'>) =>
  secondById !== null && secondById !== approvedById
