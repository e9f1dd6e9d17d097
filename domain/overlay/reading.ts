import type { ClaimList } from './schema'
import { readClaimList, readRows } from '@/domain/overlay/claim-list/claim-list'

export type GivenList = { list: string } | { rows: readonly unknown[] }

/** @throws DomainError `invalid` at `list` when the whole cannot be used */
export const readList = (given: GivenList): ClaimList =>
  'list' in given ? readClaimList(given.list) : readRows(given.rows)
