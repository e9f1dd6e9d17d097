import type { SourceRecord } from './sources/source-item'
import type { Statement } from '@/domain/claim-review/shape'
import type { Priority } from '@/domain/claim/rules'
import type { ClaimStatus } from '@/domain/claim/statuses'
import type { ClaimPart, SignOffNeed } from '@/domain/sign-off/rules'
import type { Earlier } from './anchor-banner'

/** A claim as its panel shows it. */
export type PanelClaim = {
  id: string
  articleId: string
  number: number
  quote: string
  language: string
  dir: 'ltr' | 'rtl'
  status: ClaimStatus
  finding: string
  proposal: { replacement?: string; reason?: string } | null
  statement: Statement | null
  priority: Priority
  dueAt: string | null
  version: number
  digest: string
  reviewedAt: string | null
  withdrawn: boolean
  withdrawnWhy: string
  state: 'anchored' | 'changed' | 'orphaned'
  revision: number
  earlier: Earlier | null
  takenFrom: { number: number; article: { id: string; title: string } } | null
  assignee: { id: string; name: string } | null
  reviewer: { id: string; name: string } | null
  signer: { id: string; name: string } | null
  signedOffAt: string | null
  signOffNeed: SignOffNeed | null
  writers: { part: ClaimPart; person: { id: string; name: string } }[]
  sources: SourceRecord[]
  /** Numbers of the corrections opened for this claim. */
  corrections: number[]
  mayCorrect: boolean
  may: { review: boolean; assign: boolean; withdraw: boolean; editSources: boolean; signOff: boolean }
}
