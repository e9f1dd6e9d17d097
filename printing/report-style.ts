import { CLAIM_STATUSES, STATUSES } from '@/domain/claim/statuses'

const LIGHT = `
  color-scheme: light; --paper: #fff; --ink: #1b1d1f; --muted: #54585c; --line: #cfcbc2; --sunken: #f5f3ee; --link: #1d4f91;
  --warn: #fcf0d4; ${CLAIM_STATUSES.map((status) => `--${status}: ${STATUSES[status].paperInk};`).join(' ')}`
const DARK = `
  color-scheme: dark; --paper: #15171a; --ink: #eceae4; --muted: #abaeb3; --line: #3d4249; --sunken: #1f2226; --link: #8fbaf5;
  --warn: #3c2e12; ${CLAIM_STATUSES.map((status) => `--${status}: ${STATUSES[status].ink[1]};`).join(' ')}`

const rules = CLAIM_STATUSES.map((status) => {
  const { stance } = STATUSES[status]
  return `[data-status=${status}]${stance ? `, [data-stance=${stance}]` : ''} { --s: var(--${status}); }`
}).join('\n')

/** The running text on every printed page. It holds only our own words and numbers, never an article's. */
export type Running = { start: string; end: string; page: string; direction: 'ltr' | 'rtl' }

/** A CSS string that cannot close the style element. */
const quoted = (text: string) => JSON.stringify(text).replaceAll('<', '\\3c ')

/** The style of a printed report: A4 and light on paper; on a screen it follows the device. */
export function reportStyle({ start, end, page, direction }: Running): string {
  const [first, last] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const margin = 'font: 9pt serif; color: #54585c;'
  return `
@page { size: A4; margin: 24mm 18mm 20mm;
  @top-${first} { content: ${quoted(start)}; ${margin} font-weight: 600; }
  @top-${last} { content: ${quoted(end)}; ${margin} }
  @bottom-${last} { content: ${quoted(page)} " " counter(page) "/" counter(pages); ${margin} } }
:root {${LIGHT} }
@media screen and (prefers-color-scheme: dark) { :root {${DARK} } }
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%;
  font: 1rem/1.55 Georgia, 'Source Serif 4', 'Times New Roman', Amiri, 'Noto Naskh Arabic', serif; }
:lang(ar), :lang(fa), :lang(ur) { line-height: 1.85; letter-spacing: 0; }
body { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, dl, ol, ul, blockquote, table { margin: 0; padding: 0; }
h1, h2, h3, h4, th, dt, nav, .standing, .kicker, .status, .stance, .facts, .facts-line, .by { font-family: system-ui, 'Segoe UI', 'IBM Plex Sans Arabic', sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.3; text-wrap: balance; }
h2 { margin-block: 2.25rem 0.75rem; font-size: 1.25rem; }
h3 { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; justify-content: space-between; font-size: 1rem; }
h4 { margin-block: 0.9rem 0.2rem; font-size: 0.8125rem; color: var(--muted); }
a { color: var(--link); text-underline-offset: 0.2em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.kicker code { white-space: nowrap; font: inherit; }
.kicker { margin-block-end: 0.5rem; font-weight: 600; color: var(--muted); }
.standing { margin-block: 1rem; padding: 0.7rem 1rem; border: 1px solid var(--line); border-inline-start: 5px solid var(--verified); }
.standing:not([data-kind=final]) { border-color: var(--needs_source); background: var(--warn); }
.standing strong { display: block; font-size: 1.15rem; }
.standing ul { margin-block-start: 0.4rem; padding-inline-start: 1.2rem; }
.facts { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: 0.3rem 1rem; font-size: 0.875rem; }
.facts dt { color: var(--muted); }
.facts dd { margin: 0; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.4rem 0.6rem; border-block-end: 1px solid var(--line); text-align: start; vertical-align: baseline; }
thead th { font-size: 0.8125rem; color: var(--muted); }
thead th, .number { white-space: nowrap; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
.status { font-weight: 600; white-space: nowrap; color: var(--s); }
.stance { color: var(--s); }
.note { color: var(--disputed); }
.sign { display: inline-block; min-width: 1.2em; }
${rules}
.marked { margin-block-start: 0.75rem; }
.marked p { margin-block-end: 0.8rem; }
.marked .marked-heading { margin-block-start: 1.2rem; font-weight: 700; break-after: avoid; }
.marked :is(.marked-list_item, .marked-quote, .marked-pull_quote, .marked-caption, .marked-table_cell) { margin-block-end: 0.4rem; padding-inline-start: 1.2rem; }
.marked .marked-table_cell { margin-block-end: 0.15rem; }
.marked-table { margin-block: 0.3rem 1rem; overflow-x: auto; }
.marked-table table { width: auto; }
.marked-table :is(th, td) { min-width: 3.5em; border: 1px solid var(--line); vertical-align: top; }
.marked-table th { background: color-mix(in srgb, var(--line) 35%, transparent); }
.marked .marked-table p { margin: 0; padding: 0; }
.marked mark { border-block-end: 2px solid var(--s); background: color-mix(in srgb, var(--s) 12%, transparent); color: inherit; }
.marked sup { line-height: 1; white-space: nowrap; }
.marked sup a { padding-inline: 0.2em; font: 600 0.75rem/1 system-ui, sans-serif; color: var(--s); text-decoration: none; }
.claims { margin-block-start: 0.75rem; }
.claims, .sources { list-style: none; }
.claim { margin-block-end: 1.25rem; padding: 1rem 1.1rem; border: 1px solid var(--line); border-inline-start: 5px solid var(--s); }
.quote { margin-block: 0.7rem; font-size: 1.15rem; }
.typed { white-space: pre-wrap; }
.sources > li { padding-block: 0.45rem; border-block-start: 1px solid var(--line); }
.excerpt { margin-block: 0.3rem; padding-inline-start: 0.8rem; border-inline-start: 2px solid var(--line); }
.facts-line, .by { font-size: 0.875rem; color: var(--muted); }
.by { margin-block-start: 0.9rem; }
.by + .by { margin-block-start: 0; }
.address { font-size: 0.8125rem; }
code { font-size: 0.8125rem; }
@media (max-width: 30rem) { .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-block-end: 0.5rem; }
  th, td { padding-inline: 0.25rem; overflow-wrap: anywhere; }
  .status, thead th { white-space: normal; } }
nav { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; align-items: center; margin-block-end: 1.5rem; padding-block-end: 0.75rem;
  border-block-end: 1px solid var(--line); font-size: 0.9375rem; }
nav a, nav button { display: inline-flex; align-items: center; min-height: 2.5rem; }
nav button { margin-inline-start: auto; padding-inline: 1rem; border: 1px solid var(--link); border-radius: 5px; background: var(--paper);
  color: var(--link); font: inherit; font-weight: 600; cursor: pointer; }
@media print {
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  nav { display: none; }
  a { color: inherit; }
  h1, h2, h3, h4 { break-after: avoid; }
  .standing, tr, .sources > li { break-inside: avoid; }
  .claim { padding-block: 0.4rem; }
  tfoot { display: table-row-group; }
  table { break-inside: avoid; }
  .quote, h4 + * { break-before: avoid; }
  p, blockquote { orphans: 3; widows: 3; }
}`
}
