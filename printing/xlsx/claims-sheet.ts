import type { ReportClaim, ReportContent } from '@/domain/report/schema'
import { CLAIM_PARTS } from '@/domain/sign-off/rules'
import { claimUrl } from '../bulk/columns'
import type { Words } from '../words'
import type { SheetPlan, SheetValue } from '../spreadsheet/sheet'

type Column = { heading: string; width: number; value: (claim: ReportClaim, place: number) => SheetValue }

const text = (value: string | null | undefined, language?: string): SheetValue =>
  value ? { text: value, language } : null
const number = (value: number | null | undefined): SheetValue =>
  typeof value === 'number' ? { number: value } : null
const moment = (value: string | null | undefined): SheetValue => (value ? { moment: value } : null)

function found(t: Words, language: string): Column[] {
  return [
    { heading: t('report.sheet.order'), width: 8, value: (_, place) => number(place) },
    { heading: t('report.sheet.number'), width: 9, value: (claim) => number(claim.number) },
    { heading: t('report.sheet.quote'), width: 50, value: (claim) => text(claim.quote, language) },
    {
      heading: t('report.sheet.status'),
      width: 14,
      value: (claim) => text(t(`common.status.${claim.status}`)),
    },
    { heading: t('report.sheet.finding'), width: 50, value: (claim) => text(claim.finding) },
    {
      heading: t('report.sheet.proposal'),
      width: 36,
      value: ({ proposal }) => text(proposal?.replacement, language),
    },
    { heading: t('report.sheet.reason'), width: 28, value: ({ proposal }) => text(proposal?.reason) },
    { heading: t('report.sheet.sourceCount'), width: 9, value: (claim) => number(claim.sources.length) },
  ]
}

function said(t: Words, language: string): Column[] {
  return [
    {
      heading: t('report.sheet.speaker'),
      width: 22,
      value: ({ statement }) => text(statement?.speaker, language),
    },
    {
      heading: t('report.sheet.saidOn'),
      width: 12,
      value: ({ statement }) => (statement?.saidOn ? { day: statement.saidOn } : null),
    },
    {
      heading: t('report.sheet.saidAt'),
      width: 30,
      value: ({ statement }) => (statement?.saidAt ? { text: statement.saidAt, address: true } : null),
    },
    { heading: t('report.sheet.rating'), width: 11, value: ({ statement }) => number(statement?.rating) },
    {
      heading: t('report.sheet.ratingName'),
      width: 18,
      value: ({ statement }) => text(statement?.ratingName),
    },
  ]
}

function reviewed(t: Words): Column[] {
  return [
    { heading: t('report.sheet.reviewedBy'), width: 18, value: (claim) => text(claim.reviewedBy) },
    { heading: t('report.sheet.reviewedAt'), width: 17, value: (claim) => moment(claim.reviewedAt) },
    {
      heading: t('report.sheet.signOffNeeded'),
      width: 12,
      value: (claim) => ({ yes: claim.signOffNeeded }),
    },
    { heading: t('report.sheet.signedOffBy'), width: 18, value: ({ signOff }) => text(signOff?.by) },
    { heading: t('report.sheet.signedOffAt'), width: 17, value: ({ signOff }) => moment(signOff?.at) },
    ...CLAIM_PARTS.map((part) => ({
      heading: t(`report.sheet.by.${part}`),
      width: 18,
      value: ({ writers }: ReportClaim) => text(writers?.[part].join(t('report.listSign'))),
    })),
  ]
}

/** @param desk the address of the desk */
function anchored(t: Words, desk: string, articleId: string): Column[] {
  return [
    {
      heading: t('report.sheet.place'),
      width: 16,
      value: (claim) => text(t(`common.anchor.${claim.anchor}`)),
    },
    {
      heading: t('report.sheet.part'),
      width: 10,
      value: ({ position }) => text(position && t(`report.sheet.parts.${position.part ?? 'text'}`)),
    },
    {
      heading: t('report.sheet.startUtf16'),
      width: 13,
      value: ({ position }) => number(position?.utf16.start),
    },
    { heading: t('report.sheet.endUtf16'), width: 13, value: ({ position }) => number(position?.utf16.end) },
    {
      heading: t('report.sheet.startCodePoints'),
      width: 13,
      value: ({ position }) => number(position?.codePoints.start),
    },
    {
      heading: t('report.sheet.endCodePoints'),
      width: 13,
      value: ({ position }) => number(position?.codePoints.end),
    },
    { heading: t('report.sheet.id'), width: 38, value: (claim) => text(claim.id) },
    {
      heading: t('report.sheet.link'),
      width: 40,
      value: ({ number: own }) => ({ text: claimUrl(desk, articleId, own), address: true }),
    },
  ]
}

/** One row per claim. */
export function claimsSheet({ article, claims, verifyUrl }: ReportContent, t: Words): SheetPlan {
  const columns = [
    ...found(t, article.language),
    ...said(t, article.language),
    ...reviewed(t),
    ...anchored(t, verifyUrl.replace(/\/verify$/, ''), article.id),
  ]
  return {
    name: t('report.sheet.claims'),
    columns,
    rows: claims.map((claim, index) => columns.map(({ value }) => value(claim, index + 1))),
  }
}
