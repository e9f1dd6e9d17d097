import { raw } from 'hono/html'
import { CLAIM_STATUSES } from '@/domain/claim/rules'
import { ARTICLE_STATES } from '@/domain/article/schema'
import type { Report } from '@/domain/report/schema'
import { directionOf } from '@/domain/text/direction'
import { localeDirection, type Locale } from '@/services/locale'
import { markup, type Markup } from './markup'
import type { Printed } from './printed'
import { addressLink, claimItem, statusMark, type Pen } from './report-claim'
import { reportStyle } from './report-style'
import { languageName, momentIn, wordsOf, type Words } from './words'

/** Ways out of the report, on a screen only. Without a `nonce` the page has no script, thus no button to print. */
export type Toolbar = { articleHref: string; csvHref: string; jsonHref: string; nonce?: string }

function toolbarPart({ articleHref, csvHref, jsonHref, nonce }: Toolbar, t: Words): Markup {
  return markup`<nav aria-label="${t('report.toolbar.label')}">
<a href="${articleHref}">${t('report.toolbar.back')}</a>
<a href="${csvHref}">${t('report.toolbar.csv')}</a>
<a href="${jsonHref}">${t('report.toolbar.json')}</a>
${nonce && markup`<button type="button" id="print">${t('report.toolbar.print')}</button>`}
</nav>
${nonce && markup`<script nonce="${nonce}">document.getElementById('print').addEventListener('click', function () { window.print() })</script>`}`
}

function factsPart({ article, revision, generatedAt, timeZone }: Report, { t, moment, locale }: Pen): Markup {
  const state = ARTICLE_STATES.find((known) => known === article.state)
  const { number, characters } = revision
  const text = t('report.revisionValue', { number, characters, at: moment(revision.createdAt) })
  const facts: [string, Markup | string | null | undefined][] = [
    [t('report.byline'), article.byline],
    [t('report.dateline'), article.dateline],
    [t('report.desk'), article.desk],
    [t('report.language'), languageName(locale, article.language)],
    [t('report.state'), state && t(`common.articleState.${state}`)],
    [t('report.address'), article.canonicalUrl && addressLink(article.canonicalUrl)],
    [t('report.revision'), text],
    [t('report.digest'), markup`<code dir="ltr">${revision.sha256}</code>`],
    [
      t('report.generated'),
      markup`<time datetime="${generatedAt.toISOString()}">${moment(generatedAt)}</time>. ${t('report.timeZone', { zone: timeZone })}`,
    ],
  ]
  const given = facts.filter(([, value]) => value)
  return markup`<dl class="facts">${given.map(([name, value]) => markup`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>`)}</dl>`
}

function summaryPart({ counts, claims }: Report, t: Words): Markup {
  const line = (status: (typeof CLAIM_STATUSES)[number]) =>
    markup`<tr><th scope="row">${statusMark(status, t)}</th><td>${t(`report.meaning.${status}`)}</td><td class="number">${counts[status]}</td></tr>`
  return markup`<section aria-labelledby="summary"><h2 id="summary">${t('report.summary.heading')}</h2>
<table>
<thead><tr><th scope="col">${t('report.summary.status')}</th><th scope="col">${t('report.summary.meaning')}</th><th scope="col" class="number">${t('report.summary.claims')}</th></tr></thead>
<tbody>${[...CLAIM_STATUSES].reverse().map(line)}</tbody>
<tfoot><tr><th scope="row" colspan="2">${t('report.summary.total')}</th><td class="number">${claims.length}</td></tr></tfoot>
</table></section>`
}

function kindPart({ kind, counts, claims }: Report, t: Words): Markup {
  const hint =
    claims.length === 0
      ? t('report.noClaims')
      : kind === 'interim'
        ? t('report.interimHint', { count: counts.unreviewed })
        : t('report.completeHint')
  return markup`<p class="kind" data-kind="${kind}"><strong>${t(`report.${kind}`)}</strong> ${hint}</p>`
}

/**
 * The report as one document that loads nothing: for reading, for printing on A4, for keeping. Everything that was
 * typed is put in as text; only addresses of the web become links.
 */
export function reportHtml(report: Report, locale: Locale, options: { toolbar?: Toolbar } = {}): Printed {
  const t = wordsOf(locale)
  const pen: Pen = { t, locale, moment: momentIn(locale, report.timeZone) }
  const { article, newsroom, claims } = report
  const page = markup`<!doctype html>
<html lang="${locale}" dir="${localeDirection(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${t('report.documentTitle', { title: article.title, newsroom })}</title>
<style>${raw(reportStyle(t(`report.${report.kind}`)))}</style>
</head>
<body>
${options.toolbar && toolbarPart(options.toolbar, t)}
<main>
<header>
<p class="kicker"><bdi>${newsroom}</bdi> · ${t('report.title')}</p>
<h1 lang="${article.language}" dir="${directionOf(article.language)}">${article.title}</h1>
${kindPart(report, t)}
${factsPart(report, pen)}
</header>
${summaryPart(report, t)}
<section aria-labelledby="claims"><h2 id="claims">${t('report.claims.heading')}</h2>
${claims.length === 0 ? markup`<p>${t('report.noClaims')}</p>` : markup`<ol class="claims">${claims.map((claim) => claimItem(claim, article, pen))}</ol>`}
</section>
</main>
</body>
</html>
`
  const fileName = `${t('report.fileName', { title: article.title })}.html`
  return { body: page.toString(), contentType: 'text/html; charset=utf-8', fileName }
}
