import { noAnchors, type AnchorState } from '@/domain/anchor/shape'
import { cellsSql } from '@/domain/list/sql'
import { NOBODY } from '@/domain/list/schema'
import { personsOf } from './filters'
import { countedSql, isCounted } from './counted'
import { claimList, type ClaimSelection } from './list'
import type { ClaimReader } from './reader'
import { noClaims } from './rules'
import type { ClaimFacets } from './shape'
import type { ClaimStatus } from './statuses'

export type Cell = { status: ClaimStatus; assignee: string | null; anchor: AnchorState; n: number }

/** SQL whose cells give all facets and the total; see `countCells`. It reads counters, or else the claims once. */
export const facetsSql = (selection: ClaimSelection, reader: ClaimReader) =>
  isCounted(selection) ? countedSql(selection) : cellsOfClaims(selection, reader)

export const cellsOfClaims = (selection: ClaimSelection, reader: ClaimReader) =>
  cellsSql(
    claimList,
    { status: 'c.status', assignee: 'c.assignee_id', anchor: 'c.anchor_state' },
    selection,
    reader,
  )

/** The counts of each facet under all filters except its own; `none` counts unassigned claims. */
export function countCells(
  cells: readonly Cell[],
  { status, assignee, anchor }: Pick<ClaimSelection, 'status' | 'assignee' | 'anchor'>,
  reader: Pick<ClaimReader, 'id'>,
): { total: number; facets: ClaimFacets } {
  const people = assignee && [...personsOf(assignee, reader), ...assignee.filter((one) => one === NOBODY)]
  const facets: ClaimFacets = { status: noClaims(), assignee: {}, anchor: noAnchors() }
  let total = 0
  for (const cell of cells) {
    const person = cell.assignee ?? NOBODY
    const ofPerson = !people?.length || people.includes(person)
    const ofStatus = !status?.length || status.includes(cell.status)
    const ofAnchor = !anchor?.length || anchor.includes(cell.anchor)
    if (ofPerson && ofAnchor) facets.status[cell.status] += cell.n
    if (ofStatus && ofAnchor) facets.assignee[person] = (facets.assignee[person] ?? 0) + cell.n
    if (ofPerson && ofStatus) facets.anchor[cell.anchor] += cell.n
    if (ofPerson && ofStatus && ofAnchor) total += cell.n
  }
  return { total, facets }
}
