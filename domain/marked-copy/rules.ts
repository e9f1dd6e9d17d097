import { ASKED } from '@/domain/claim/statuses'
import { inReadingOrder } from '@/domain/report/rules'
import type { ReportClaim, ReportContent } from '@/domain/report/schema'
import type { Block } from '@/text/blocks'
import { headlineStart } from '@/text/reading'
import { editsOf } from '@/text/edits'
import type { MarkedCopy, Remark, Said, Wording } from './shape'

type Given = {
  content: ReportContent
  text: string
  headline: string
  blocks: Block[]
}

type Asked = ReportClaim & { status: Remark['status']; position: NonNullable<ReportClaim['position']> }

const isAsked = (claim: ReportClaim): claim is Asked =>
  claim.position !== null && ASKED.some((status) => status === claim.status)

/**
 * What the writer of an article is told. Only claims that a checker decided on and that ask something of the writer
 * are in it, and of these only the words that answer them: unfinished work, sign-offs, and who wrote which part stay
 * in the newsroom.
 */
export function markedCopy({ content, text, headline, blocks }: Given): MarkedCopy {
  const { language, newsroom, issuedAt, article } = content
  const places: Place[] = [
    ...blocks,
    { start: headlineStart(text), end: headlineStart(text) + headline.length },
  ]
  const wordings: Wording[] = []
  const remarks = content.claims
    .filter(isAsked)
    .sort(inReadingOrder)
    .map((claim): Remark => {
      const said = { by: claim.reviewedBy ?? newsroom, at: claim.reviewedAt ?? issuedAt }
      const proposed = proposedFor(claim, said)
      const isMarked = proposed.every((one) => fits(one, wordings, places))
      if (isMarked) wordings.push(...proposed)
      const { number, status, finding, proposal, sources, position } = claim
      return {
        ...said,
        ...{ number, status, ...position.utf16 },
        finding: finding ?? '',
        reason: proposal?.reason ?? '',
        wording: isMarked ? null : (proposal?.replacement ?? null),
        sources,
      }
    })
  return {
    ...{ language, newsroom, madeAt: issuedAt, text, headline, blocks, remarks },
    article: { title: article.title, byline: article.byline, language: article.language },
    wordings: wordings.sort((a, b) => a.start - b.start || a.end - b.end),
  }
}

type Place = { start: number; end: number }

function proposedFor({ number, quote, proposal, position }: Asked, said: Said): Wording[] {
  if (!proposal) return []
  const { start } = position.utf16
  return editsOf(quote, proposal.replacement).map((edit) => ({
    ...{ ...said, number, words: edit.words },
    start: start + edit.start,
    end: start + edit.end,
  }))
}

/** Whether a wording changes words of one block only, and none that another wording changes or touches. */
function fits(one: Wording, others: readonly Wording[], places: readonly Place[]): boolean {
  const within = places.some(({ start, end }) => one.start >= start && one.end <= end)
  const free = others.every(({ start, end }) => one.start > end || one.end < start)
  return within && free && !/\n\s*\n/.test(one.words)
}
