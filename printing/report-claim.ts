import type { ClaimStatus } from '@/domain/claim/statuses'
import { directionOf } from '@/text/direction'
import { sourceUrl } from '@/text/sources'
import { markup, type Markup } from './markup'
import type { OutlineClaim, OutlineFact, OutlinePart, OutlineSource, Said } from './outline/shape'

/** A status as sign and word, so that readers need no colour to recognise it. */
export const statusMark = (status: ClaimStatus, sign: string, label: string): Markup =>
  markup`<span class="status" data-status="${status}"><span class="sign" aria-hidden="true">${sign}</span> ${label}</span>`

/** Makes a link of a web address. Any other text stays plain. */
function addressLink(address: string): Markup {
  const checked = /^https?:/i.test(address) ? sourceUrl(address) : null
  return checked?.ok
    ? markup`<a class="address" dir="ltr" href="${checked.url}" rel="noopener noreferrer nofollow">${address}</a>`
    : markup`<bdi class="address">${address}</bdi>`
}

/** Words within a line, with their own direction. */
export function inline(said: Said): Markup {
  if (said.address) return addressLink(said.text)
  if (said.code) return markup`<code dir="ltr">${said.text}</code>`
  return said.language === null
    ? markup`<bdi>${said.text}</bdi>`
    : markup`<bdi lang="${said.language}" dir="${directionOf(said.language)}">${said.text}</bdi>`
}

/** Words in a block of their own, with the typed line breaks. */
function block(tag: 'p' | 'blockquote', name: string, { text, language }: Said): Markup {
  const own =
    language === null ? markup`dir="auto"` : markup`lang="${language}" dir="${directionOf(language)}"`
  return tag === 'p'
    ? markup`<p class="${name} typed" ${own}>${text}</p>`
    : markup`<blockquote class="${name} typed" ${own}>${text}</blockquote>`
}

export const factList = (facts: OutlineFact[]): Markup =>
  markup`<dl class="facts">${facts.map(({ label, value }) => markup`<dt>${label}</dt><dd>${inline(value)}</dd>`)}</dl>`

function sourceItem({ sign, label, stance, title, excerpt, details, address }: OutlineSource): Markup {
  return markup`<li>
<p><strong class="stance" data-stance="${stance}"><span aria-hidden="true">${sign}</span> ${label}</strong> · ${inline(title)}</p>
${excerpt && block('blockquote', 'excerpt', excerpt)}
<p class="facts-line">${details.map((detail, index) => markup`${index > 0 && ' · '}${inline(detail)}`)}</p>
${address && markup`<p>${inline(address)}</p>`}
</li>`
}

function part({ heading, body, none }: OutlinePart): Markup {
  return markup`<h4>${heading}</h4>
${body.length === 0 ? markup`<p class="facts-line">${none}</p>` : body.map((said) => block('p', 'body', said))}`
}

/** One claim: the words, the finding, the sources, and who checked it. */
export function claimItem(claim: OutlineClaim): Markup {
  const { number, heading, status, sign, statusLabel, sources } = claim
  return markup`<li><article class="claim" data-status="${status}" aria-labelledby="claim-${number}">
<h3 id="claim-${number}"><span>${heading}</span> ${statusMark(status, sign, statusLabel)}</h3>
${block('blockquote', 'quote', claim.quote)}
${claim.anchorNote && markup`<p class="note">${claim.anchorNote}</p>`}
${claim.attribution.length > 0 && factList(claim.attribution)}
${claim.parts.map(part)}
<h4>${sources.heading}</h4>
${sources.items.length === 0 ? markup`<p class="facts-line">${sources.none}</p>` : markup`<ul class="sources">${sources.items.map(sourceItem)}</ul>`}
${claim.reviewed.map(({ label, value }) => markup`<p class="by">${label}: ${inline(value)}</p>`)}
</article></li>`
}
