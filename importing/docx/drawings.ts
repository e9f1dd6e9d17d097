import { type XmlNode, elements } from '../office/xml'
import type { Reading } from './reading'

/**
 * Counts the pictures and embedded objects of a drawing, and keeps its text boxes for after the paragraph. The
 * content of a text box is read with its text.
 */
export function readDrawing(reading: Reading, node: XmlNode): void {
  if (reading.silent || reading.manuscript.silent) return
  const embedded = node.name === 'w:object'
  if (embedded) reading.leaveOut('embedded')
  for (const one of drawn(node)) {
    if (one.name === 'w:txbxContent') reading.boxes.push(one)
    else if (one.name === 'c:chart' || one.name === 'dgm:relIds') reading.leaveOut('embedded')
    else if (!embedded) reading.leaveOut('images')
  }
}

const DRAWN = new Set(['w:txbxContent', 'pic:pic', 'v:imagedata', 'c:chart', 'dgm:relIds'])

function drawn(node: XmlNode): XmlNode[] {
  const all = elements(node)
  const chosen = all.some(({ name }) => name === 'mc:Choice') ? 'mc:Fallback' : undefined
  return all
    .filter(({ name }) => name !== chosen)
    .flatMap((one) => (DRAWN.has(one.name) ? [one] : drawn(one)))
}
