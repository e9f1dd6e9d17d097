/** Sentences that are still to decide, as the page shows them. */
export type Open<S extends { position: number }> = {
  /** The first of them. */
  next: S[]
  /** Positions of those that are not suggested. */
  rest: number[]
  /** How many there are in all. */
  waiting: number
}

/** Positions that were decided here, before the page was read again. */
export type Decided = readonly number[]

export type Decision =
  | { kind: 'decided'; positions: readonly number[] }
  | { kind: 'opened'; positions: readonly number[] }
  /** The page shows what is open. */
  | { kind: 'shown'; open: ReadonlySet<number> }

export const positionsOf = ({ next, rest }: Omit<Open<{ position: number }>, 'waiting'>) =>
  new Set([...next.map(({ position }) => position), ...rest])

export function decided(state: Decided, event: Decision): Decided {
  switch (event.kind) {
    case 'decided':
      return [...new Set([...state, ...event.positions])]
    case 'opened':
      return state.filter((one) => !event.positions.includes(one))
    case 'shown':
      return state.filter((one) => event.open.has(one))
  }
}

/** What is still to decide once those that were decided here are gone. */
export function stillOpen<S extends { position: number }>(
  { next, rest, waiting }: Open<S>,
  state: Decided,
): Open<S> {
  const open = positionsOf({ next, rest })
  const gone = new Set(state.filter((position) => open.has(position)))
  return {
    next: next.filter(({ position }) => !gone.has(position)),
    rest: rest.filter((position) => !gone.has(position)),
    waiting: waiting - gone.size,
  }
}
