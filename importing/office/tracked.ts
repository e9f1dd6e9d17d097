import { changesBetween, type Border, type KnownChange } from '@/text/revise/known'
import type { BoundaryPoint, Finished } from './manuscript'
import type { XmlNode } from './xml'

/** How tracked changes are read: as if all were accepted, or as if all were rejected. */
export type View = 'accepted' | 'rejected'

/** The start or end of a tracked change, named by the element that makes it. */
export type ChangeBorder = { node: XmlNode; opens: boolean; point: BoundaryPoint }

/** A tracked document before its changes, and which of its words became which of the text. */
export type Tracked = { base: string; changes: KnownChange[] }

type Side = { finished: Finished; borders: readonly ChangeBorder[] }

/**
 * What the changes of a document did, from both readings of it.
 * @returns null when nothing changed, or when a change cannot be placed in both texts
 */
export function trackedOf(rejected: Side, accepted: Side): Tracked | null {
  const [base, text] = [rejected.finished.text, accepted.finished.text]
  const changes = changesBetween(base, text, bordersOf(rejected, accepted))
  return changes && changes.length > 0 ? { base, changes } : null
}

/** The borders that both readings came across, such as none inside a text box that only one of them has. */
function bordersOf(rejected: Side, accepted: Side): Border[] {
  const before = new Map<XmlNode, Partial<Record<'start' | 'end', BoundaryPoint>>>()
  for (const { node, opens, point } of rejected.borders)
    before.set(node, { ...before.get(node), [opens ? 'start' : 'end']: point })
  return accepted.borders.flatMap(({ node, opens, point }): Border[] => {
    const other = before.get(node)?.[opens ? 'start' : 'end']
    return other ? [{ old: rejected.finished.at(other), fresh: accepted.finished.at(point), opens }] : []
  })
}
