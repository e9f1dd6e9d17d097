import type { Paragraph } from 'docx'
import type { Direction } from '../office/direction'
import { said, type OutlineClaim, type OutlinePart, type OutlineSource } from '../outline/shape'
import { joined, labelled, own, paragraph, typed } from './paragraphs'
import { STATUS_COLOURS } from './styles'
import { inlineOf, runsOf } from './text'

const heading3 = (text: string, direction: Direction) => own('Heading3', direction, text)

function partOf({ heading, body, none }: OutlinePart, direction: Direction): Paragraph[] {
  const words = body.map((one) => typed('Finding', one, direction))
  return [
    heading3(heading, direction),
    ...(words.length > 0 || none === '' ? words : [own('Details', direction, none)]),
  ]
}

function sourceOf(source: OutlineSource, direction: Direction): Paragraph[] {
  return [
    paragraph('Source', direction, [
      ...runsOf(said(`${source.sign} ${source.label}: `), direction, { bold: true }),
      ...inlineOf(source.title, direction),
    ]),
    ...(source.excerpt ? [typed('Excerpt', source.excerpt, direction)] : []),
    ...(source.details.length > 0 ? [joined('Details', direction, source.details)] : []),
    ...(source.address ? [paragraph('Details', direction, inlineOf(source.address, direction))] : []),
  ]
}

/** One claim: the words, the finding, the sources, and who checked it. */
export function claimParagraphs(claim: OutlineClaim, direction: Direction): Paragraph[] {
  const { sources } = claim
  const status = { bold: true, color: STATUS_COLOURS[claim.status] }
  return [
    paragraph('Heading2', direction, [
      ...runsOf(said(`${claim.heading} · `), direction),
      ...runsOf(said(`${claim.sign} ${claim.statusLabel}`), direction, status),
    ]),
    typed('Quote', claim.quote, direction),
    ...(claim.anchorNote === null ? [] : [own('Note', direction, claim.anchorNote)]),
    ...claim.attribution.map(({ label, value }) => labelled('Details', direction, `${label}:`, value)),
    ...claim.parts.flatMap((part) => partOf(part, direction)),
    heading3(sources.heading, direction),
    ...(sources.items.length > 0
      ? sources.items.flatMap((source) => sourceOf(source, direction))
      : [own('Details', direction, sources.none)]),
    ...claim.reviewed.map(({ label, value }) => labelled('Reviewed', direction, `${label}:`, value)),
  ]
}
