import { isTaken } from '@/domain/claim/rules'
import type { Claim } from '@/domain/claim/shape'

export type ProposalFields = { replacement: string; reason: string }
type Proposing = Pick<Claim, 'quote' | 'proposal'>

const NOTHING: ProposalFields = { replacement: '', reason: '' }

/** Whether a claim has a proposal that its text did not take. */
export const isOpenProposal = ({ quote, proposal }: Proposing): boolean =>
  proposal !== null && proposal.replacement !== '' && !isTaken(quote, proposal.replacement)

/** The open proposal of a claim as the controls hold it. */
export const proposalFields = (claim: Proposing): ProposalFields =>
  isOpenProposal(claim) && claim.proposal
    ? { replacement: claim.proposal.replacement, reason: claim.proposal.reason }
    : NOTHING
