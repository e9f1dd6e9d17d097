import { CLAIM_STATUSES, STATUSES } from '@/domain/claim/statuses'
import { shortDigest } from '@/domain/report/proof'
import type { Obstacle, PrintableReport, ReportContent } from '@/domain/report/schema'
import { localeDirection } from '@/text/locale'
import { languageName, momentIn, wordsOf } from '../words'
import { claimOutline, type Pen } from './outline-claim'
import { textOutline } from './outline-text'
import { figures, said, type Outline, type OutlineFact } from './shape'

const facts = (given: (OutlineFact | null)[]) => given.filter((fact): fact is OutlineFact => fact !== null)

/** A fact, or nothing if it has no value. */
const fact = (label: string, text: string | null | undefined, more: Partial<OutlineFact['value']> = {}) =>
  text ? { label, value: { ...said(text), ...more } } : null

/** Nothing of a final report is still being checked, although nobody may have set the article's state yet. */
const stateOf = ({ kind, article: { state } }: ReportContent, t: Pen['t']) =>
  kind === 'final' && (state === 'draft' || state === 'checking') ? null : t(`common.articleState.${state}`)

function articleFacts(content: ReportContent, { t, moment, locale }: Pen): OutlineFact[] {
  const { article, revision } = content
  const { number, characters } = revision
  const checked = t('report.revisionValue', {
    number,
    characters,
    at: moment(new Date(revision.createdAt)),
  })
  return facts([
    fact(t('report.byline'), article.byline),
    fact(t('report.dateline'), article.dateline),
    fact(t('report.desk'), article.desk),
    fact(t('report.language'), languageName(locale, article.language)),
    fact(t('report.state'), stateOf(content, t)),
    fact(t('report.address'), article.canonicalUrl, { address: true }),
    fact(t('report.revision'), checked),
    fact(t('report.digest'), revision.sha256, { code: true }),
  ])
}

function issueFacts({ content, proof }: PrintableReport, { t, moment, locale }: Pen): OutlineFact[] {
  const at = moment(new Date(content.issuedAt))
  const { supersedes } = content
  return facts([
    fact(t('report.number'), content.number, { code: true }),
    fact(
      proof ? t('report.issued') : t('report.generated'),
      `${at}. ${t('report.timeZone', { zone: content.timeZone })}`,
    ),
    fact(t('report.issuedBy'), proof && content.issuedBy),
    fact(t('report.newsroom'), content.newsroom),
    fact(
      t('report.supersedes'),
      supersedes && t('report.supersedesValue', { number: figures(supersedes.number, locale) }),
    ),
    fact(t('report.edition'), t(content.internal ? 'report.internal' : 'report.external')),
  ])
}

/** How anybody can verify that the desk issued this report. */
function checkFacts({ content, proof }: PrintableReport, { t }: Pen): OutlineFact[] {
  if (!proof) return []
  return facts([
    fact(t('report.check.address'), content.verifyUrl, { address: true }),
    fact(t('report.number'), proof.number, { code: true }),
    fact(t('report.check.digest'), proof.digest, { code: true }),
    fact(t('report.check.key'), proof.keyId, { code: true }),
    fact(t('report.check.signature'), proof.signature, { code: true }),
  ])
}

/** More numbers than these fill a page and help nobody; each claim says its status below. */
const MOST_NUMBERS = 40

/** A sentence about one obstacle to a final report. It names the first claims. */
export function obstacleSentence(obstacle: Obstacle, t: Pen['t']): string {
  if (obstacle.kind === 'no_claims') return t('report.obstacle.no_claims')
  if (obstacle.kind === 'open_sentences')
    return t('report.obstacle.open_sentences', { count: obstacle.count })
  const { claims } = obstacle
  return t(`report.obstacle.${obstacle.kind}`, {
    count: claims.length,
    numbers: [...claims.slice(0, MOST_NUMBERS), ...(claims.length > MOST_NUMBERS ? ['…'] : [])].join(
      t('report.listSign'),
    ),
  })
}

function standing({ content, proof }: PrintableReport, { t }: Pen): Outline['standing'] {
  const obstacles = content.obstacles.map((obstacle) => obstacleSentence(obstacle, t))
  if (!proof)
    return { kind: 'preview', heading: t('report.preview'), hint: t('report.previewHint'), obstacles }
  if (content.kind === 'final')
    return { kind: 'final', heading: t('report.final'), hint: t('report.finalHint'), obstacles: [] }
  return { kind: 'interim', heading: t('report.interim'), hint: t('report.interimHint'), obstacles }
}

/**
 * The content that every printed document shares: its facts, words and order. PDF, DOCX and HTML only decide how
 * it looks, so their content cannot differ.
 */
export function outlineOf(report: PrintableReport): Outline {
  const { content, proof } = report
  const locale = content.language
  const t = wordsOf(locale)
  const pen: Pen = { t, locale, moment: momentIn(locale, content.timeZone), article: content.article }
  return {
    locale,
    direction: localeDirection(locale),
    title: t('report.title'),
    documentTitle: t('report.documentTitle', { title: content.article.title, newsroom: content.newsroom }),
    newsroom: content.newsroom,
    articleTitle: said(content.article.title, content.article.language),
    runningHead: proof ? `${proof.number} · ${shortDigest(proof.digest)}` : t('report.preview'),
    standing: standing(report, pen),
    issue: { heading: t('report.issue'), facts: issueFacts(report, pen) },
    article: { heading: t('report.article'), facts: articleFacts(content, pen) },
    summary: {
      heading: t('report.summary.heading'),
      columns: [t('report.summary.status'), t('report.summary.meaning'), t('report.summary.claims')],
      rows: CLAIM_STATUSES.toReversed().map((status) => ({
        status,
        sign: STATUSES[status].sign,
        label: t(`common.status.${status}`),
        meaning: t(`report.meaning.${status}`),
        count: content.counts[status],
      })),
      total: { label: t('report.summary.total'), count: content.claims.length },
      coverage: t('report.coverage', content.coverage),
    },
    claims: {
      heading: t('report.claims.heading'),
      empty: content.claims.length === 0 ? t('report.noClaims') : null,
      hint: content.claims.length === 0 ? null : t('report.claims.order'),
      items: content.claims.map((claim, index) => claimOutline(claim, index + 1, pen)),
    },
    text: textOutline(content, t),
    check: proof
      ? { heading: t('report.check.heading'), hint: t('report.check.hint'), facts: checkFacts(report, pen) }
      : null,
    page: t('report.page'),
  }
}
