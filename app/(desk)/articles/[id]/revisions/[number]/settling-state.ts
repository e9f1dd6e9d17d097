import type { ChangeKind } from '@/text/revise/kind-of-change'
import type { OutcomeLine } from '@/components/revision/outcome-list'

export type Filter = ChangeKind | 'all'

type State = {
  /** Versions of the claims that were settled here, by id, until the page is read again. */
  settled: Readonly<Record<string, number>>
  filter: Filter
  /** The claim that the keys act on; null for the first one listed. */
  current: string | null
}
type Told =
  | { kind: 'settled'; line: OutcomeLine; listed: readonly OutcomeLine[] }
  | { kind: 'filtered'; by: Filter }
  | { kind: 'moved'; to: string }

export const NOTHING_SETTLED: State = { settled: {}, filter: 'all', current: null }

/** A settled claim leaves the list at once. The next one becomes current or, after the last one, the one before. */
export function settling(state: State, told: Told): State {
  if (told.kind === 'filtered') return { ...state, filter: told.by, current: null }
  if (told.kind === 'moved') return { ...state, current: told.to }
  const { line, listed } = told
  const at = listed.findIndex((one) => one.id === line.id)
  const next = listed[at + 1] ?? listed[at - 1]
  return {
    ...state,
    settled: { ...state.settled, [line.id]: line.version },
    current: next?.id ?? null,
  }
}

/** The claims that wait to be settled, in order, and their number by kind of change. */
export function waitingLines(lines: readonly OutcomeLine[], { settled, filter }: State) {
  const waiting = lines.filter((line) => line.state === 'changed' && settled[line.id] !== line.version)
  const kinds = (line: OutcomeLine): readonly string[] => line.remarks
  const of = (by: Filter) => (by === 'all' ? waiting : waiting.filter((line) => kinds(line).includes(by)))
  return { waiting, listed: of(filter), countOf: (by: Filter) => of(by).length }
}
