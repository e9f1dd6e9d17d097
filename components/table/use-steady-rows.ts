import { useState } from 'react'
import { isUnderWay, ownSteps } from '@/components/form/under-way'
import { isBehind, steadyRows } from './steady'

/**
 * The rows to show while others change them: nothing moves under the reader's hands. What the reader does, such as an
 * action or another order, shows the rows as they are.
 * @param newest the rows as the server gave them last
 * @param view names the filters, order and page; another view begins anew
 */
export function useSteadyRows<R extends { id: string }>(newest: R[], view: string) {
  const [kept, setKept] = useState({ rows: newest, newest, view, own: ownSteps() })
  let now = kept
  if (kept.newest !== newest || kept.view !== view) {
    const own = ownSteps()
    const isOwn = own !== kept.own || isUnderWay() || view !== kept.view || kept.rows.length === 0
    now = { rows: isOwn ? newest : steadyRows(kept.rows, newest), newest, view, own }
    setKept(now)
  }
  return {
    rows: now.rows,
    behind: isBehind(now.rows, newest),
    catchUp: () => setKept({ ...now, rows: newest }),
  }
}
