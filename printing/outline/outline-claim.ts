import { scaleName } from '@/domain/attribution/rules'
import { STATUSES } from '@/domain/claim/statuses'
import type { ReportClaim, ReportContent, ReportSource } from '@/domain/report/schema'
import { CLAIM_PARTS } from '@/domain/sign-off/rules'
import type { Locale } from '@/text/locale'
import type { Words } from '../words'
import {
  apart,
  figures,
  said,
  type Said,
  type OutlineClaim,
  type OutlineFact,
  type OutlinePart,
  type OutlineSource,
} from './shape'

/** The context of an outline: the words, the time zone and the article. */
export type Pen = {
  t: Words
  locale: Locale
  moment: (at: Date) => string
  article: ReportContent['article']
}

const STANCE_SIGNS: Record<ReportSource['stance'], string> = { supports: '✓', refutes: '✕', context: '·' }

/** One source, in words. */
export function sourceOutline(source: ReportSource, { t, locale }: Pick<Pen, 't' | 'locale'>): OutlineSource {
  const typed = [source.publisher, source.locator]
  const ours = [
    t(`common.sourceKind.${source.kind}`),
    source.primary && t('report.claims.primary'),
    source.published && `${t('report.claims.published')} ${figures(source.published, locale)}`,
    source.accessed && `${t('report.claims.accessed')} ${figures(source.accessed, locale)}`,
  ].filter((detail) => typeof detail === 'string')
  const address: Said = { ...said(source.url ?? ''), address: true }
  // A source that came with a note has its address as its title.
  const isAddress = source.url !== null && source.title === source.url
  return {
    stance: source.stance,
    sign: STANCE_SIGNS[source.stance],
    label: t(`common.stance.${source.stance}`),
    title: isAddress ? address : said(source.title),
    excerpt: source.excerpt ? said(source.excerpt) : null,
    details: [
      ...typed.filter((detail) => detail !== '').map((detail) => said(detail)),
      ...ours.map((detail) => said(detail, locale)),
    ],
    address: source.url && !isAddress ? address : null,
  }
}

function partsOf({ finding, proposal }: ReportClaim, { t, article, locale }: Pen): OutlinePart[] {
  const parts: OutlinePart[] = []
  if (finding !== null)
    parts.push({
      heading: t('report.claims.finding'),
      body: finding.trim() === '' ? [] : [said(finding)],
      none: t('report.claims.noFinding'),
    })
  if (proposal)
    parts.push({
      heading: t('report.claims.proposal'),
      body: [
        said(proposal.replacement, article.language),
        ...(proposal.reason
          ? [said(`${t('report.claims.reason')} ${apart(proposal.reason, locale)}`, locale)]
          : []),
      ],
      none: '',
    })
  return parts
}

function attributionOf({ statement }: ReportClaim, { t, article, locale }: Pen): OutlineFact[] {
  if (!statement) return []
  const { rating } = statement
  const name = statement.ratingName || (rating === null ? '' : (scaleName(rating, locale) ?? ''))
  const facts: (OutlineFact | null)[] = [
    { label: t('report.claims.speaker'), value: said(statement.speaker, article.language) },
    statement.saidOn
      ? { label: t('report.claims.saidOn'), value: said(figures(statement.saidOn, locale), locale) }
      : null,
    statement.saidAt
      ? { label: t('report.claims.saidAt'), value: { ...said(statement.saidAt), address: true } }
      : null,
    rating === null
      ? null
      : { label: t('report.claims.rating'), value: said(t('report.claims.ratingValue', { name, rating })) },
  ]
  return facts.filter((fact) => fact !== null)
}

function reviewedOf(claim: ReportClaim, { t, moment, locale }: Pen): OutlineFact[] {
  const line = (by: string | null, at: string) => {
    const when = moment(new Date(at))
    return said(by ? `${apart(by, locale)} · ${apart(when, locale)}` : when, locale)
  }
  const facts: OutlineFact[] = []
  const wrote = CLAIM_PARTS.flatMap((part) => {
    const people = claim.writers?.[part] ?? []
    const names = people.map((name) => apart(name, locale)).join(t('report.listSign'))
    return people.length > 0
      ? [t('report.claims.wrotePart', { part: t(`common.claimPart.${part}`), names })]
      : []
  })
  if (claim.reviewedAt)
    facts.push({ label: t('report.claims.reviewed'), value: line(claim.reviewedBy, claim.reviewedAt) })
  if (claim.signOff)
    facts.push({ label: t('report.claims.signedOff'), value: line(claim.signOff.by, claim.signOff.at) })
  else if (claim.signOffNeeded)
    facts.push({ label: t('report.claims.signedOff'), value: said(t('report.claims.notSignedOff')) })
  if (facts.length === 0)
    facts.push({ label: t('report.claims.reviewed'), value: said(t('report.claims.notReviewed')) })
  if (wrote.length > 0)
    facts.push({ label: t('report.claims.wrote'), value: said(wrote.join(' · '), locale) })
  return facts
}

/**
 * One claim: the words, the finding, the sources, and who checked it.
 * @param place its number in the order of the text, from 1
 */
export function claimOutline(claim: ReportClaim, place: number, pen: Pen): OutlineClaim {
  const { t, article } = pen
  return {
    number: claim.number,
    place,
    heading: t(
      claim.position?.part === 'headline' ? 'report.claims.numberInHeadline' : 'report.claims.number',
      { place, number: claim.number },
    ),
    status: claim.status,
    sign: STATUSES[claim.status].sign,
    statusLabel: t(`common.status.${claim.status}`),
    quote: said(claim.quote, article.language),
    anchorNote: claim.anchor === 'anchored' ? null : t(`report.claims.${claim.anchor}`),
    attribution: attributionOf(claim, pen),
    parts: partsOf(claim, pen),
    sources: {
      heading: t('report.claims.sources'),
      none: t('report.claims.noSources'),
      items: claim.sources.map((source) => sourceOutline(source, pen)),
    },
    reviewed: reviewedOf(claim, pen),
  }
}
