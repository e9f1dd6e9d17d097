import { CORRECTION_STATES, isOpen } from '@/domain/correction/rules'
import { NOBODY } from '@/domain/list/schema'
import type { WorkList } from '@/domain/work/rules'

const claims = (written: Record<string, string>) => `/claims?${new URLSearchParams(written).toString()}`

/** The whole of a list of work, as a list of claims; null where no list of claims has the same rows. */
export function wholeOf(list: WorkList, readerId: string): string | null {
  const mine = { assignee: readerId }
  const href: Record<WorkList, string | null> = {
    due: claims({ ...mine, status: 'unreviewed', due: 'overdue,today', sort: 'due' }),
    sentBack: null,
    signOff: claims({ signoff: 'waiting' }),
    assigned: claims({ ...mine, sort: 'status,due' }),
  }
  return href[list]
}

/** The open corrections that a person owns. */
export const ownCorrections = (ownerId: string) =>
  `/corrections-desk?${new URLSearchParams({
    view: 'table',
    owner: ownerId,
    state: CORRECTION_STATES.filter((state) => isOpen(state)).join(','),
  }).toString()}`

/** Claims that nobody has reviewed and nobody is assigned to. */
export const UNASSIGNED = claims({ assignee: NOBODY, status: 'unreviewed', sort: 'due' })

/** A figure of a workload. */
export type Load = 'open' | 'overdue' | 'today'

/** The claims that a figure of a workload counts. */
export const loadHref = (of: { assignee: string | null } | { article: string }, load: Load) =>
  claims({
    ...('article' in of ? of : { assignee: of.assignee ?? NOBODY }),
    status: 'unreviewed',
    ...(load !== 'open' && { due: load }),
    sort: 'due',
  })
