import { CONTROLS, type Direction, firstDirection } from '../form/direction'
import type { FigureForm } from '../form/forms'
import { type XmlNode, child, descendants, textOf } from '../office/xml'
import type { Reading } from './reading'
import { isOn } from './styles'

/** Half points by which words stand above or below the line before they count as raised or lowered. */
const LEAST_SHIFT = 4

/** Tells the manuscript the forms of a run. Returns the functions that end them, in the order they began. */
export function beginForms(reading: Reading, run: XmlNode, paragraph: XmlNode | undefined): (() => void)[] {
  const { manuscript, shared } = reading
  const { styles } = shared
  const own = child(run, 'w:rPr')
  const ends: (() => void)[] = []
  if (styles.runToggle(own, paragraph, 'w:vanish')) ends.push(manuscript.leave('hidden'))
  const twice = styles.runProperty(own, paragraph, 'w:dstrike')
  if (styles.runToggle(own, paragraph, 'w:strike') || (twice && isOn(twice.attributes['w:val'])))
    ends.push(manuscript.leave('struck'))
  const figure = figureOf(reading, own, paragraph)
  if (figure) ends.push(manuscript.beginFigure(figure))
  const direction = directionOf(reading, run, own, paragraph)
  if (direction) ends.push(manuscript.direct(direction))
  return ends
}

function figureOf(
  reading: Reading,
  own: XmlNode | undefined,
  paragraph: XmlNode | undefined,
): FigureForm | null {
  const { styles } = reading.shared
  const align = styles.runProperty(own, paragraph, 'w:vertAlign')?.attributes['w:val']
  if (align === 'superscript') return 'raised'
  if (align === 'subscript') return 'lowered'
  const shift = Number(styles.runProperty(own, paragraph, 'w:position')?.attributes['w:val'] ?? 0)
  return shift >= LEAST_SHIFT ? 'raised' : shift <= -LEAST_SHIFT ? 'lowered' : null
}

/** Word sets the signs and figures of a run in the direction of the run; letters have their own. */
function directionOf(
  reading: Reading,
  run: XmlNode,
  own: XmlNode | undefined,
  paragraph: XmlNode | undefined,
): Direction | null {
  const rtl = reading.shared.styles.runProperty(own, paragraph, 'w:rtl')
  if (rtl && isOn(rtl.attributes['w:val'])) return 'rtl'
  if (reading.manuscript.around !== 'rtl') return null
  const words = descendants(run, 'w:t').map(textOf).join('')
  return firstDirection(words) === 'rtl' ? null : 'ltr'
}

/** Begins a `w:dir` or `w:bdo`, and returns the function that ends it. */
export function beginDirection(reading: Reading, node: XmlNode): () => void {
  const direction = node.attributes['w:val'] === 'rtl' ? 'rtl' : 'ltr'
  if (node.name === 'w:dir') return reading.manuscript.direct(direction)
  const [open, close] = CONTROLS.override[direction]
  return reading.silent ? () => undefined : reading.manuscript.enclose(open, close)
}
