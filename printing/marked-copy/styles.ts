import { LevelFormat, type INumberingOptions, type IStylesOptions } from 'docx'
import { directionOf } from '@/text/direction'
import { HEADING, indented, MUTED, sans, serif, space, style } from '../docx/styles'
import { COMMENT_STYLE } from './comment'

const BULLETS = 'bullets'

const heading = (points: number) => ({
  ...HEADING,
  run: sans(points, true),
  paragraph: { ...space(280, 100), keepNext: true },
})

/** The hanging indent of a list item, in twentieths of a point. */
const LIST_INDENT = 420

/** A style with a name that word processors know, so that they and our importer see the same kind of paragraph. */
const named = (
  id: string,
  name: string,
  ...[run, paragraph]: [Parameters<typeof style>[1], Parameters<typeof style>[2]]
) => ({ ...style(id, run, paragraph), name })

/** The styles of an article in a language, one for each kind of block. */
export const stylesOf = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: {
        ...serif(11.5),
        language:
          directionOf(language) === 'rtl' ? { value: 'en-GB', bidirectional: language } : { value: language },
      },
      paragraph: space(160, 0),
    },
    title: { ...HEADING, run: sans(20, true), paragraph: { ...space(0, 240), keepNext: true } },
    heading1: heading(16),
    heading2: heading(14),
    heading3: heading(12.5),
    heading4: heading(11.5),
    heading5: heading(11.5),
    heading6: heading(11.5),
    hyperlink: { run: { color: '1D4F91', underline: {} } },
  },
  paragraphStyles: [
    named('ArticleText', 'Article Text', serif(11.5), space(160, 0)),
    named('Subtitle', 'Subtitle', sans(13, false, MUTED), space(0, 240)),
    named('Quote', 'Quote', serif(11.5), { ...space(160, 0), ...indented(567) }),
    named('PullQuote', 'Pull Quote', sans(14), { ...space(160, 240), ...indented(567) }),
    named('Caption', 'caption', sans(9.5, false, MUTED), space(160, 0)),
    named('ListBullet', 'List Bullet', serif(11.5), {
      ...space(80, 0),
      numbering: { reference: BULLETS, level: 0 },
    }),
    named('ListNumber', 'List Number', serif(11.5), { ...space(80, 0), ...indented(LIST_INDENT) }),
    named('TableCell', 'Table Cell', sans(10), space(40, 40)),
    named(COMMENT_STYLE, 'annotation text', sans(9.5), space(0, 60)),
  ],
})

/** The bullet of list items that do not begin with a number or letter of their own. */
export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          style: { paragraph: { indent: { left: LIST_INDENT, hanging: LIST_INDENT / 2 } } },
        },
      ],
    },
  ],
}
