import type { CorrectionDetail } from '@/domain/correction/queries'
import {
  amendAction,
  approveAmendmentAction,
  refuseAmendmentAction,
  withdrawAmendmentAction,
} from '../actions'
import { AmendForm } from './amend-form'
import { Amendments } from './amendments'
import { Proposal } from './proposal'
import { WordsRead } from './words-read'

/** A correction whose words are final: what it says, and the way to amend what readers were told. */
export function Settled({ correction }: { correction: CorrectionDetail }) {
  const { id, version, article, state, proposal, needsSecond, amendments, may } = correction
  const { kind, wrong, right, note, explanation } = correction
  const place = { id, version, language: article.language }
  const told = { wrong, right, note, explanation }
  return (
    <div className="correction-words grid gap-4">
      <WordsRead correction={correction} />
      {proposal && (
        <Proposal
          correction={place}
          proposal={{ ...proposal, proposedAt: proposal.proposedAt.toISOString() }}
          present={{ kind, ...told }}
          actions={{
            approve: approveAmendmentAction,
            refuse: refuseAmendmentAction,
            withdraw: withdrawAmendmentAction,
          }}
        />
      )}
      {state === 'published' && may.handle && !proposal && (
        <AmendForm key={id} correction={place} stored={told} needsSecond={needsSecond} amend={amendAction} />
      )}
      <Amendments amendments={amendments} language={article.language} />
    </div>
  )
}
