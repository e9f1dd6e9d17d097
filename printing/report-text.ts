import { directionOf } from '@/text/direction'
import { markup, type Markup } from './markup'
import type { OutlineParagraph, OutlinePiece, OutlineTable, OutlineText } from './outline/shape'

function piece({ text, status, ends }: OutlinePiece): Markup {
  const words = status === null ? markup`${text}` : markup`<mark data-status="${status}">${text}</mark>`
  return markup`${words}${ends.map(({ number, place, status: own, sign }) => markup`<sup><a href="#claim-${number}" data-status="${own}"><bdi>${place}</bdi> ${sign}</a></sup>`)}`
}

const line = ({ kind, pieces }: OutlineParagraph): Markup =>
  markup`<p class="marked-${kind}">${pieces.map(piece)}</p>\n`

function row(cells: OutlineTable['rows'][number]): Markup {
  const drawn = cells.map(({ lines, rows, columns, head }) => {
    const spans = markup`${rows > 1 && markup` rowspan="${rows}"`}${columns > 1 && markup` colspan="${columns}"`}`
    const words = lines.map(line)
    return head
      ? markup`<th scope="${head === 'column' ? 'col' : 'row'}"${spans}>${words}</th>`
      : markup`<td${spans}>${words}</td>`
  })
  return markup`<tr>${drawn}</tr>\n`
}

function table({ headings, rows }: OutlineTable): Markup {
  const head = headings > 0 && markup`<thead>${rows.slice(0, headings).map(row)}</thead>\n`
  return markup`<div class="marked-table"><table>${head}<tbody>${rows.slice(headings).map(row)}</tbody></table></div>\n`
}

/** The article's text with every claim marked in its sentence, and a link from each to what was found. */
export function markedText({ hint, language, headline, parts }: OutlineText): Markup {
  return markup`<p class="facts-line">${hint}</p>
<div class="marked" lang="${language}" dir="${directionOf(language)}">
<p><strong>${headline.map(piece)}</strong></p>
${parts.map((part) => (part.kind === 'table' ? table(part) : line(part)))}</div>`
}
