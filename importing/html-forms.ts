import { CONTROLS, type Direction } from './form/direction'
import type { FigureForm } from './form/forms'
import type { Manuscript } from './office/manuscript'
import { styleOf } from './html-style'
import type { Attributes } from './html-walk'

/** Points by which Word's markup raises or lowers words at the least. */
const LEAST_SHIFT = 2
/** Elements that stand in cells or beside text, where `vertical-align` says nothing about words. */
const NO_FIGURE = new Set(['td', 'th', 'tr', 'thead', 'tbody', 'tfoot', 'table', 'img'])
/** Elements of formulas whose second part is raised or lowered, and whose third is raised. */
const SCRIPTS: Readonly<Record<string, readonly (FigureForm | null)[]>> = {
  msup: [null, 'raised'],
  msub: [null, 'lowered'],
  msubsup: [null, 'lowered', 'raised'],
}

/** Whether an element raises or lowers its words; null when it does neither. */
export function figureOf(name: string, { style }: Attributes): FigureForm | null {
  if (name === 'sup') return 'raised'
  if (name === 'sub') return 'lowered'
  if (style === undefined || NO_FIGURE.has(name)) return null
  const align = styleOf(style, 'vertical-align')
  if (align === 'super') return 'raised'
  if (align === 'sub') return 'lowered'
  const shift = Number.parseFloat(align ?? '') || 0
  const raise = Number.parseFloat(styleOf(style, 'mso-text-raise') ?? '') || 0
  if (shift > 0 || raise >= LEAST_SHIFT) return 'raised'
  return shift < 0 || raise <= -LEAST_SHIFT ? 'lowered' : null
}

export function directionOf({ dir, style }: Attributes): Direction | null {
  const given = dir?.trim().toLowerCase() ?? styleOf(style, 'direction')
  return given === 'rtl' || given === 'ltr' ? given : null
}

const ENCLOSED = new Set(['q', 'rt', 'bdo', 'bdi'])

/** Whether the words of an element in a line have a form. */
export function hasForm(name: string, attributes: Attributes): boolean {
  return ENCLOSED.has(name) || figureOf(name, attributes) !== null || directionOf(attributes) !== null
}

/** Tells the manuscript the forms of the elements of a document. */
export class HtmlForms {
  private readonly open: { depth: number; name: string; children: number; ends: (() => void)[] }[] = []
  private readonly languages: { depth: number; language: string }[] = []

  constructor(private readonly manuscript: Manuscript) {}

  /** @param inline the element stands within a line */
  begin(name: string, attributes: Attributes, depth: number, inline: boolean): void {
    const ends: (() => void)[] = []
    const around = this.open.at(-1)
    if (around) ends.push(...this.partOfFormula(around, name))
    if (attributes.lang !== undefined) this.languages.push({ depth, language: attributes.lang })
    const figure = figureOf(name, attributes)
    if (figure) ends.push(this.manuscript.beginFigure(figure))
    if (name === 'q') ends.push(this.manuscript.quote(this.languages.at(-1)?.language))
    if (name === 'rt') ends.push(this.manuscript.reading())
    ends.push(...this.direction(name, attributes, inline))
    if (ends.length > 0 || name in SCRIPTS || name === 'mfrac')
      this.open.push({ depth, name, children: 0, ends })
  }

  end(depth: number): void {
    if (this.languages.at(-1)?.depth === depth) this.languages.pop()
    if (this.open.at(-1)?.depth !== depth) return
    for (const end of this.open.pop()?.ends.reverse() ?? []) end()
  }

  private direction(name: string, attributes: Attributes, inline: boolean): (() => void)[] {
    const direction = directionOf(attributes)
    const { isolate, override, first } = CONTROLS
    const over = name === 'bdo' || styleOf(attributes.style, 'unicode-bidi')?.includes('override')
    if (over && direction) return [this.enclosed(override[direction])]
    if (name === 'bdi') return [this.enclosed(direction ? isolate[direction] : first)]
    return inline && direction ? [this.manuscript.direct(direction)] : []
  }

  private enclosed([open, close]: readonly [string, string]): () => void {
    return this.manuscript.enclose(open, close)
  }

  /** The parts of a power, an index and a fraction, by their place. */
  private partOfFormula(around: { name: string; children: number }, name: string): (() => void)[] {
    const at = around.children++
    const figure = SCRIPTS[around.name]?.[at]
    if (figure) return [this.manuscript.beginFigure(figure)]
    if (around.name !== 'mfrac') return []
    if (at === 1) this.manuscript.write('/')
    return name === 'mrow' ? [this.enclosed(['(', ')'])] : []
  }
}
