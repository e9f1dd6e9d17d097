import type { CorrectionDetail } from '@/domain/correction/shape'
import { said } from '@/domain/shape'
import { AmendForm } from './amend-form'
import { Amendments } from './amendments'
import { Proposal } from './proposal'
import { WordsRead } from './words-read'

/** A correction whose words are final: what it says, and the way to amend what readers were told. */
export function Settled({ correction }: { correction: CorrectionDetail }) {
  const { id, version, article, state, proposal, needsSecond, amendments, may } = correction
  const { kind, wrong, right, note, explanation } = correction
  const subject = { id, version, article }
  const told = { wrong, right, note, explanation }
  return (
    <div className="correction-words grid gap-4">
      <WordsRead correction={correction} />
      {proposal && <Proposal correction={subject} proposal={said(proposal)} present={{ kind, ...told }} />}
      {state === 'published' && may.handle && !proposal && (
        <AmendForm key={id} correction={subject} stored={told} needsSecond={needsSecond} />
      )}
      <Amendments amendments={amendments} language={article.language} />
    </div>
  )
}
