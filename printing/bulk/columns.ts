import type { Stance } from '@/domain/claim/statuses'
import type { ExportedClaim, ExportedSource } from '@/domain/export/schema'
import type { Messages } from '@/messages/en'
import type { ExportWords } from './words'

/** A moment is a Date. A day is a YYYY-MM-DD string, so that no time zone can shift it. */
export type CellValue = string | number | Date | null

export type ColumnName = keyof Messages['exporting']['columns']

export type Column = {
  /** The same in every language, for programs. */
  name: ColumnName
  /** A link is a web address. */
  kind: 'text' | 'number' | 'moment' | 'day' | 'link'
  /** Approximately, in characters. */
  width: number
  /** The column holds codes for programs. Sheets for people leave it out. */
  code?: true
  /** Its words are those of the article, in the article's language. */
  ofArticle?: true
  value: (claim: ExportedClaim) => CellValue
}

/** The address of a claim at the desk. */
export const claimUrl = (publicUrl: string, articleId: string, number: number) =>
  `${publicUrl}/articles/${articleId}/claims/${number}`

const ofStance = (stance: Stance) => (claim: ExportedClaim) =>
  claim.sources.filter((source) => source.stance === stance).length

function sourceLine(source: ExportedSource, stance: string): string {
  const parts = [source.title, source.publisher, source.locator, source.url, source.excerpt]
  return `${stance}: ${parts.filter(Boolean).join(' | ')}`
}

/**
 * The columns of a claim's row. A name that also occurs in a report's CSV means the same here.
 * @param stanceName how a line about a source begins: by default with the code, which programs read
 */
export const columnsOf = (
  t: ExportWords,
  publicUrl: string,
  stanceName = (stance: Stance): string => stance,
): Column[] => [
  { name: 'claim_id', kind: 'text', width: 38, code: true, value: (claim) => claim.id },
  { name: 'claim_number', kind: 'number', width: 8, value: (claim) => claim.number },
  { name: 'quote', kind: 'text', width: 60, ofArticle: true, value: (claim) => claim.quote },
  { name: 'status', kind: 'text', width: 14, code: true, value: (claim) => claim.status },
  { name: 'status_label', kind: 'text', width: 16, value: (claim) => t(`common.status.${claim.status}`) },
  { name: 'anchor', kind: 'text', width: 12, code: true, value: (claim) => claim.anchorState },
  {
    name: 'anchor_label',
    kind: 'text',
    width: 20,
    value: (claim) => t(`common.anchor.${claim.anchorState}`),
  },
  { name: 'finding', kind: 'text', width: 60, value: (claim) => claim.finding },
  {
    name: 'proposal_kind',
    kind: 'text',
    width: 14,
    code: true,
    value: (claim) => claim.proposal?.kind ?? null,
  },
  {
    name: 'proposal_replacement',
    kind: 'text',
    width: 40,
    ofArticle: true,
    value: (claim) => claim.proposal?.replacement ?? null,
  },
  { name: 'proposal_reason', kind: 'text', width: 40, value: (claim) => claim.proposal?.reason ?? null },
  { name: 'speaker', kind: 'text', width: 20, value: (claim) => claim.speaker },
  { name: 'said_on', kind: 'day', width: 12, value: (claim) => claim.saidOn },
  { name: 'reviewed_by', kind: 'text', width: 20, value: (claim) => claim.reviewer?.name ?? null },
  { name: 'reviewed_at', kind: 'moment', width: 18, value: (claim) => claim.reviewedAt },
  { name: 'sources_supporting', kind: 'number', width: 13, value: ofStance('supports') },
  { name: 'sources_refuting', kind: 'number', width: 13, value: ofStance('refutes') },
  { name: 'sources_context', kind: 'number', width: 13, value: ofStance('context') },
  {
    name: 'sources',
    kind: 'text',
    width: 60,
    value: (claim) => claim.sources.map((one) => sourceLine(one, stanceName(one.stance))).join('\n'),
  },
  { name: 'article_id', kind: 'text', width: 38, code: true, value: (claim) => claim.article.id },
  { name: 'article_title', kind: 'text', width: 40, ofArticle: true, value: (claim) => claim.article.title },
  { name: 'revision', kind: 'number', width: 10, value: (claim) => claim.article.revision },
  { name: 'desk', kind: 'text', width: 18, value: (claim) => claim.desk?.name ?? null },
  { name: 'language', kind: 'text', width: 11, value: (claim) => claim.article.language },
  { name: 'assignee', kind: 'text', width: 20, value: (claim) => claim.assignee?.name ?? null },
  { name: 'priority', kind: 'text', width: 10, code: true, value: (claim) => claim.priority },
  {
    name: 'priority_label',
    kind: 'text',
    width: 12,
    value: (claim) => t(`common.priority.${claim.priority}`),
  },
  { name: 'due_at', kind: 'moment', width: 18, value: (claim) => claim.dueAt },
  { name: 'created_at', kind: 'moment', width: 18, value: (claim) => claim.createdAt },
  { name: 'updated_at', kind: 'moment', width: 18, value: (claim) => claim.updatedAt },
  {
    name: 'claim_url',
    kind: 'link',
    width: 40,
    value: ({ article, number }) => claimUrl(publicUrl, article.id, number),
  },
]
