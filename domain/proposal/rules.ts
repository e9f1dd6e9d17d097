import { isTaken } from '@/domain/claim/rules'
import type { NewClaim } from '@/domain/claim/schema'
import type { ErrorKey } from '@/domain/errors'

export type Proposal = NonNullable<NewClaim['proposal']>

type Given = { replacement: string | null; reason: string; kind?: string }

/** The proposal as a claim stores it; older imports left fields out. Null when it proposes no words. */
export function storedProposal(stored: unknown): Proposal | null {
  const { kind = 'correction', replacement = '', reason = '' } = (stored ?? {}) as Partial<Proposal>
  return replacement === '' ? null : { kind, replacement, reason }
}

/** What somebody wants to propose in place of `present`. */
export const wantedProposal = (present: Proposal | null, { replacement, reason, kind }: Given) =>
  storedProposal({ kind: kind ?? present?.kind, replacement: replacement ?? '', reason })

/** What is wrong with words that are proposed for a quote; null when nothing is. */
export function brokenProposal(quote: string, { replacement, reason }: Given): ErrorKey | null {
  if (!replacement) return reason ? 'required' : null
  return isTaken(quote, replacement) ? 'proposalIsQuote' : null
}

const told = (proposal: Proposal | null) => ({
  proposed: proposal?.replacement ?? '',
  why: proposal?.reason ?? '',
})

/** What history says of a change: only the words or the reason where only one of them changed. Null when nothing did. */
export function proposalChange(present: Proposal | null, wanted: Proposal | null) {
  if (JSON.stringify(present) === JSON.stringify(wanted)) return null
  const [before, after] = [told(present), told(wanted)]
  const changed = (['proposed', 'why'] as const).filter((field) => before[field] !== after[field])
  const only = (side: typeof before) => Object.fromEntries(changed.map((field) => [field, side[field]]))
  return { before: only(before), after: only(after) }
}
