import { directionOf } from '@/text/direction'
import { markup, type Markup } from './markup'
import type { OutlinePiece, OutlineText } from './outline/shape'

function piece({ text, status, ends }: OutlinePiece): Markup {
  const words = status === null ? markup`${text}` : markup`<mark data-status="${status}">${text}</mark>`
  return markup`${words}${ends.map(({ number, place, status: own, sign }) => markup`<sup><a href="#claim-${number}" data-status="${own}"><bdi>${place}</bdi> ${sign}</a></sup>`)}`
}

/** The article's text with every claim marked in its sentence, and a link from each to what was found. */
export function markedText({ hint, language, headline, paragraphs }: OutlineText): Markup {
  return markup`<p class="facts-line">${hint}</p>
<div class="marked" lang="${language}" dir="${directionOf(language)}">
<p><strong>${headline.map(piece)}</strong></p>
${paragraphs.map(({ kind, pieces }) => markup`<p class="marked-${kind}">${pieces.map(piece)}</p>\n`)}</div>`
}
