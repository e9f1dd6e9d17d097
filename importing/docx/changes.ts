import type { View } from '../office/tracked'
import { type XmlNode, child } from '../office/xml'

const GONE: Record<View, readonly string[]> = {
  accepted: ['w:del', 'w:moveFrom', 'w:cellDel'],
  rejected: ['w:ins', 'w:moveTo', 'w:cellIns'],
}
const TRACKED = Object.values(GONE).flat()

/** Whether a view leaves out what an element marks, be it a change itself or properties that say so. */
export const isGone = (view: View, node: XmlNode | undefined): boolean =>
  node !== undefined && GONE[view].some((name) => node.name === name || child(node, name) !== undefined)

/** Whether properties say that somebody inserted or deleted what they belong to. */
export const isTracked = (properties: XmlNode | undefined): boolean =>
  TRACKED.some((name) => child(properties, name) !== undefined)

const MARKUP = new RegExp(`[<:](?:${TRACKED.map((name) => name.slice(2)).join('|')})[\\s/>]`)

/** Whether a part may have tracked changes, by its bytes. */
export const mayHaveChanges = (bytes: Uint8Array): boolean =>
  MARKUP.test(Buffer.from(bytes).toString('latin1'))
