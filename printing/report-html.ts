import { raw } from 'hono/html'
import { proofLine } from '@/domain/report/proof'
import type { PrintableReport } from '@/domain/report/schema'
import { directionOf } from '@/text/direction'
import { markup, type Markup } from './markup'
import { outlineOf } from './outline/outline'
import { figures, type Outline } from './outline/shape'
import { claimItem, factList, statusMark } from './report-claim'
import { markedText } from './report-text'
import { reportStyle } from './report-style'
import { wordsOf } from './words'

/**
 * Links and buttons above the report, on a screen only. Without a `nonce` the page has no script and so no print
 * button.
 */
export type Toolbar = { label: string; links: { href: string; label: string }[]; nonce?: string }

function toolbarPart({ label, links, nonce }: Toolbar, print: string): Markup {
  return markup`<nav aria-label="${label}">
${links.map((link) => markup`<a href="${link.href}">${link.label}</a>`)}
${nonce && markup`<button type="button" id="print">${print}</button>`}
</nav>
${nonce && markup`<script nonce="${nonce}">document.getElementById('print').addEventListener('click', function () { window.print() })</script>`}`
}

function standingPart({ kind, heading, hint, obstacles }: Outline['standing']): Markup {
  return markup`<div class="standing" data-kind="${kind}"><p><strong>${heading}</strong> ${hint}</p>
${obstacles.length > 0 && markup`<ul>${obstacles.map((one) => markup`<li>${one}</li>`)}</ul>`}
</div>`
}

const section = (id: string, heading: string, body: Markup): Markup =>
  markup`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
${body}</section>`

function summaryTable({ columns, rows, total, coverage }: Outline['summary']): Markup {
  const [status, meaning, claims] = columns
  return markup`<table>
<thead><tr><th scope="col">${status}</th><th scope="col">${meaning}</th><th scope="col" class="number">${claims}</th></tr></thead>
<tbody>${rows.map((row) => markup`<tr><th scope="row">${statusMark(row.status, row.sign, row.label)}</th><td>${row.meaning}</td><td class="number">${row.count}</td></tr>`)}</tbody>
<tfoot><tr><th scope="row" colspan="2">${total.label}</th><td class="number">${total.count}</td></tr></tfoot>
</table>
<p class="facts-line">${coverage}</p>`
}

const claimList = ({ empty, hint, items }: Outline['claims']): Markup =>
  empty === null
    ? markup`<p class="facts-line">${hint}</p><ol class="claims">${items.map(claimItem)}</ol>`
    : markup`<p>${empty}</p>`

/**
 * Prints the report as one HTML document that loads nothing, for reading, for printing on A4 and for archiving. It
 * escapes everything people typed and links only web addresses. A single `meta` line holds its proof.
 */
export function reportHtml(report: PrintableReport, options: { toolbar?: Toolbar } = {}): string {
  const outline = outlineOf(report)
  const { locale, direction, standing, articleTitle, issue, article, summary, text, claims, check } = outline
  const { proof } = report
  const { text: title, language } = articleTitle
  const style = reportStyle({
    start: standing.kind === 'final' ? outline.title : standing.heading,
    end: figures(outline.runningHead, locale),
    page: outline.page,
    direction,
  })
  return markup`<!doctype html>
<html lang="${locale}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
${proof && markup`<meta name="factdesk-proof" content="${proofLine(proof)}">`}
<title>${outline.documentTitle}</title>
<style>${raw(style)}</style>
</head>
<body>
${options.toolbar && toolbarPart(options.toolbar, wordsOf(locale)('report.toolbar.print'))}
<main>
<header>
<p class="kicker"><bdi>${outline.newsroom}</bdi> · ${outline.title} · <code dir="ltr">${outline.runningHead}</code></p>
<h1${language && markup` lang="${language}" dir="${directionOf(language)}"`}>${title}</h1>
${standingPart(standing)}
</header>
${section('issue', issue.heading, factList(issue.facts))}
${section('article', article.heading, factList(article.facts))}
${section('summary', summary.heading, summaryTable(summary))}
${text && section('text', text.heading, markedText(text))}
${section('claims', claims.heading, claimList(claims))}
${check && section('check', check.heading, markup`<p>${check.hint}</p>${factList(check.facts)}`)}
</main>
</body>
</html>
`.toString()
}
