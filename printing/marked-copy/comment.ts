import type { ICommentOptions, Paragraph } from 'docx'
import { STATUSES } from '@/domain/claim/statuses'
import type { MarkedCopy, Remark } from '@/domain/marked-copy/shape'
import { localeDirection } from '@/text/locale'
import { boundaryAfter } from '@/text/grapheme'
import { joined, labelled, own, paragraph, typed } from '../docx/paragraphs'
import { inlineOf, runsOf } from '../docx/text'
import { xmlText } from '../office/xml-text'
import { sourceOutline } from '../outline/outline-claim'
import { said } from '../outline/shape'
import type { Words } from '../words'

/** The style of all paragraphs in comments. */
export const COMMENT_STYLE = 'CommentText'
const INITIALS_MAX = 3

/** The first letters of the words of a name. Letters that would join are kept apart. */
export function initialsOf(name: string): string {
  const letters = name
    .split(/[\s\p{Pd}]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .map((word) => word.slice(0, boundaryAfter(word, 1)))
    .filter((letter) => letter !== '')
    .slice(0, INITIALS_MAX)
  return letters
    .join(letters.some((letter) => /[\p{Script=Arabic}\p{Script=Syriac}]/u.test(letter)) ? '.' : '')
    .toUpperCase()
}

/** A remark as a comment: the status, the finding, the sources, and what the writer is asked. */
export function commentOf(
  remark: Remark,
  id: number,
  { language: locale, article }: MarkedCopy,
  t: Words,
): ICommentOptions {
  const direction = localeDirection(locale)
  const { number, status, finding, reason, wording, sources } = remark
  const heading = `${t('report.claims.named', { number })} · ${STATUSES[status].sign} ${t(`common.status.${status}`)}`
  const children: Paragraph[] = [
    own(COMMENT_STYLE, direction, heading, { bold: true }),
    ...linesOf(finding).map((line) => typed(COMMENT_STYLE, said(line), direction)),
    ...(wording === null
      ? []
      : [
          labelled(
            COMMENT_STYLE,
            direction,
            `${t('report.claims.proposal')}:`,
            said(wording, article.language),
          ),
        ]),
    ...(reason === '' ? [] : [labelled(COMMENT_STYLE, direction, t('report.claims.reason'), said(reason))]),
    ...sources.flatMap((source) => sourceParagraphs(source, { t, locale })),
    own(COMMENT_STYLE, direction, t(`report.markedCopy.question.${status}`)),
  ]
  return {
    id,
    author: xmlText(remark.by),
    initials: initialsOf(remark.by),
    date: new Date(remark.at),
    children,
  }
}

function sourceParagraphs(
  given: Remark['sources'][number],
  pen: { t: Words; locale: MarkedCopy['language'] },
): Paragraph[] {
  const direction = localeDirection(pen.locale)
  const { sign, label, title, excerpt, details, address } = sourceOutline(given, pen)
  return [
    paragraph(COMMENT_STYLE, direction, [
      ...runsOf(said(`${sign} ${label}: `), direction, { bold: true }),
      ...inlineOf(title, direction),
    ]),
    ...(excerpt ? [typed(COMMENT_STYLE, excerpt, direction)] : []),
    ...(details.length > 0 ? [joined(COMMENT_STYLE, direction, details)] : []),
    ...(address ? [paragraph(COMMENT_STYLE, direction, inlineOf(address, direction))] : []),
  ]
}

const linesOf = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== '')
