import { type XmlNode, child, elements } from '../office/xml'
import type { Reading } from './reading'

const FORMULA = 'application/vnd.oasis.opendocument.formula'

/** Counts the picture or embedded object of a drawing, and keeps its text for after the paragraph. */
export function readFrame(reading: Reading, node: XmlNode): void {
  if (reading.manuscript.silent) return
  const object = child(node, 'draw:object') ?? child(node, 'draw:object-ole')
  const box = child(node, 'draw:text-box')
  if (object) reading.leaveOut(isFormula(reading, object) ? 'equations' : 'embedded')
  else if (box) reading.boxes.push(box)
  else if (child(node, 'draw:image')) reading.leaveOut('images')
  else if (child(node, 'draw:plugin') ?? child(node, 'draw:applet')) reading.leaveOut('embedded')
  else readShape(reading, node)
}

/** Shapes may hold paragraphs; groups and linked frames hold further frames. */
function readShape(reading: Reading, node: XmlNode): void {
  const all = elements(node)
  if (all.some(({ name }) => name === 'text:p' || name === 'text:list')) reading.boxes.push(node)
  for (const one of all) if (/^(?:draw|dr3d):/.test(one.name)) readFrame(reading, one)
}

function isFormula(reading: Reading, object: XmlNode): boolean {
  const path = (object.attributes['xlink:href'] ?? '').replace(/^\.\//, '').replace(/\/$/, '')
  const holdsMath = elements(object).some(({ name }) => name === 'other:math')
  return holdsMath || reading.shared.media.get(path) === FORMULA
}
