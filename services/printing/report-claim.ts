import type { ClaimStatus } from '@/domain/claim/rules'
import type { Report, ReportClaim, ReportSource } from '@/domain/report/schema'
import { directionOf } from '@/domain/text/direction'
import { sourceUrl } from '@/domain/text/sources'
import type { Locale } from '@/services/locale'
import { markup, type Markup } from './markup'
import type { Words } from './words'

const SIGNS: Record<ClaimStatus, string> = {
  verified: '✓',
  disputed: '✕',
  needs_source: '?',
  unreviewed: '○',
}
const STANCE_SIGNS: Record<ReportSource['stance'], string> = { supports: '✓', refutes: '✕', context: '·' }

export type Pen = { t: Words; locale: Locale; moment: (at: Date) => string }

/** A status as sign and word, so that it is told without colour too. */
export const statusMark = (status: ClaimStatus, t: Words): Markup =>
  markup`<span class="status" data-status="${status}"><span class="sign" aria-hidden="true">${SIGNS[status]}</span> ${t(`common.status.${status}`)}</span>`

/** A link where the address is one of the web; anything else stays the words it is. */
export function addressLink(address: string): Markup {
  const checked = /^https?:/i.test(address) ? sourceUrl(address) : null
  return checked?.ok
    ? markup`<a class="address" dir="ltr" href="${checked.url}" rel="noopener noreferrer nofollow">${address}</a>`
    : markup`<bdi class="address">${address}</bdi>`
}

function sourceItem(source: ReportSource, { t }: Pen): Markup {
  const facts = [
    source.publisher,
    source.locator,
    t(`common.sourceKind.${source.kind}`),
    source.primary && t('report.claims.primary'),
    source.published && `${t('report.claims.published')} ${source.published}`,
    source.accessed && `${t('report.claims.accessed')} ${source.accessed}`,
  ].filter((fact) => typeof fact === 'string' && fact !== '')
  return markup`<li>
<p><strong><span aria-hidden="true">${STANCE_SIGNS[source.stance]}</span> ${t(`common.stance.${source.stance}`)}:</strong> <bdi>${source.title}</bdi></p>
${source.excerpt && markup`<blockquote class="excerpt typed" dir="auto">${source.excerpt}</blockquote>`}
<p class="facts-line">${facts.map((fact, index) => markup`${index > 0 && ' · '}<bdi>${fact}</bdi>`)}</p>
${source.url && markup`<p>${addressLink(source.url)}</p>`}
</li>`
}

function proposalPart({ proposal }: ReportClaim, article: Report['article'], t: Words): Markup | null {
  if (!proposal) return null
  return markup`<h4>${t('report.claims.proposal')}</h4>
<p class="typed" lang="${article.language}" dir="${directionOf(article.language)}">${proposal.replacement}</p>
${proposal.reason && markup`<p class="facts-line">${t('report.claims.reason')} <bdi>${proposal.reason}</bdi></p>`}`
}

function reviewedLine({ reviewedBy, reviewedAt }: ReportClaim, { t, moment }: Pen): Markup {
  if (!reviewedBy || !reviewedAt) return markup`<p class="by">${t('report.claims.notReviewed')}</p>`
  return markup`<p class="by">${t('report.claims.reviewedBy')} <bdi>${reviewedBy}</bdi> · <time datetime="${reviewedAt.toISOString()}"><bdi>${moment(reviewedAt)}</bdi></time></p>`
}

/** One claim: the words, what was found, by which sources, and who says so. */
export function claimItem(claim: ReportClaim, article: Report['article'], pen: Pen): Markup {
  const { t } = pen
  return markup`<li><article class="claim" data-status="${claim.status}" aria-labelledby="claim-${claim.number}">
<h3 id="claim-${claim.number}"><span>${t('report.claims.number', { number: claim.number })}</span> ${statusMark(claim.status, t)}</h3>
<blockquote class="quote typed" lang="${article.language}" dir="${directionOf(article.language)}">${claim.quote}</blockquote>
<h4>${t('report.claims.finding')}</h4>
${claim.finding.trim() === '' ? markup`<p class="facts-line">${t('report.claims.noFinding')}</p>` : markup`<p class="typed" dir="auto">${claim.finding}</p>`}
${proposalPart(claim, article, t)}
<h4>${t('report.claims.sources')}</h4>
${claim.sources.length === 0 ? markup`<p class="facts-line">${t('report.claims.noSources')}</p>` : markup`<ul class="sources">${claim.sources.map((source) => sourceItem(source, pen))}</ul>`}
${reviewedLine(claim, pen)}
</article></li>`
}
