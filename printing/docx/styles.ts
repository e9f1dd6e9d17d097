import { eachStatus, STATUSES } from '@/domain/claim/statuses'
import { BorderStyle, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx'

/** A4 and the width between its margins, in twentieths of a point. */
export const PAGE = { width: 11_906, height: 16_838, margin: 1_134, inner: 9_638 }

export const INK = '1B1D1F'
export const MUTED = '54585C'
export const LINE = 'CFCBC2'
export const SUNKEN = 'F5F3EE'
const WARN = 'FCF0D4'

/** Colours in Word's notation. */
export const STATUS_COLOURS = eachStatus((status) => STATUSES[status].paperInk.slice(1).toUpperCase())

/** The same colours, thin as behind words: one part in eight on white. */
export const STATUS_TINTS = eachStatus((status) =>
  STATUS_COLOURS[status].replace(/../g, (part) =>
    Math.round(255 - (255 - Number.parseInt(part, 16)) / 8)
      .toString(16)
      .toUpperCase(),
  ),
)

const SERIF = { ascii: 'Georgia', hAnsi: 'Georgia', eastAsia: 'Georgia', cs: 'Times New Roman' }
const SANS = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'Arial', cs: 'Arial' }
const MONO = { ascii: 'Courier New', hAnsi: 'Courier New', eastAsia: 'Courier New', cs: 'Courier New' }

/** Half points. Arabic letters look smaller at the same size, so they get a tenth more. */
const sized = (points: number) => ({
  size: Math.round(points * 2),
  sizeComplexScript: Math.round(points * 2.2),
})
export const sans = (points: number, bold = false, color = INK) => ({
  font: SANS,
  ...sized(points),
  color,
  ...(bold && { bold, boldComplexScript: true }),
})
export const serif = (points: number, color = INK) => ({ font: SERIF, ...sized(points), color })
/** Twentieths of a point before and after. */
export const space = (before: number, after: number) => ({
  spacing: { before, after, line: 276, lineRule: LineRuleType.AUTO },
})
const rule = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color, space: 4 })
const box = (color: string, fill: string) => ({
  border: { top: rule(12, color), bottom: rule(4, LINE) },
  shading: { fill },
})
export const HEADING = { basedOn: 'Normal', next: 'Normal', quickFormat: true }
/** In Word `left` means the start of a paragraph in either direction (ECMA-376, 17.3.1.12). */
export const indented = (twips: number) => ({ indent: { left: twips } })

export const style = (
  id: string,
  run: IParagraphStyleOptions['run'],
  paragraph: IParagraphStyleOptions['paragraph'] = {},
): IParagraphStyleOptions => ({ id, name: id, basedOn: 'Normal', run, paragraph })

const together = { keepNext: true }

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { ...serif(10.5), language: { value: 'en-GB', bidirectional: 'ar' } },
      paragraph: space(0, 80),
    },
    title: { ...HEADING, run: sans(19, true), paragraph: { ...space(0, 200), ...together } },
    heading1: { ...HEADING, run: sans(14, true), paragraph: { ...space(360, 120), ...together } },
    heading2: {
      ...HEADING,
      run: sans(11.5, true),
      paragraph: { ...space(300, 100), ...together, border: { top: rule(6, LINE) } },
    },
    heading3: { ...HEADING, run: sans(9, true, MUTED), paragraph: { ...space(140, 30), ...together } },
    hyperlink: { run: { color: '1D4F91', underline: {} } },
  },
  characterStyles: [{ id: 'Code', name: 'Code', run: { font: MONO, ...sized(8.5) } }],
  paragraphStyles: [
    style('Kicker', sans(10, true, MUTED), space(0, 60)),
    style('Final', sans(10), { ...space(0, 0), ...box(STATUS_COLOURS.verified, SUNKEN) }),
    style('Interim', sans(10), { ...space(0, 0), ...box(STATUS_COLOURS.needs_source, WARN) }),
    style('Fact', sans(9.5), space(30, 30)),
    style('FactLabel', sans(9.5, false, MUTED), space(30, 30)),
    style('TableHeading', sans(9, true, MUTED), { ...space(40, 40), ...together }),
    style('TableText', sans(9.5), space(40, 40)),
    style('Quote', serif(12.5), { ...space(60, 120), ...indented(284) }),
    style('Marked', serif(10.5), {
      spacing: { before: 120, after: 0, line: 320, lineRule: LineRuleType.AUTO },
    }),
    style('MarkedHeading', serif(10.5), { ...space(220, 0), ...together }),
    style('MarkedItem', serif(10.5), { ...space(80, 0), ...indented(284) }),
    style('MarkedCell', serif(10), space(40, 40)),
    style('Note', sans(9.5, true, STATUS_COLOURS.needs_source), space(0, 60)),
    style('Finding', serif(10.5), space(0, 80)),
    style('Source', serif(10.5), { ...space(80, 20), ...together }),
    style('Excerpt', serif(10, MUTED), { ...space(20, 40), ...indented(284) }),
    style('Details', sans(9, false, MUTED), space(0, 20)),
    style('Reviewed', sans(9, false, MUTED), space(60, 0)),
    style('Small', sans(9.5), space(60, 60)),
    style('PageHead', sans(8.5, true, MUTED), space(0, 0)),
    style('PageFoot', sans(8.5, false, MUTED), space(0, 0)),
  ],
}
