/** The undecided sentences, as the page shows them. */
export type Open<S extends { position: number }> = {
  /** The first sentences of the list. */
  next: S[]
  /** Positions of the sentences that the desk does not suggest as claims. */
  rest: number[]
  /** The total number of undecided sentences. */
  waiting: number
}

/** Positions of sentences decided in this browser since the page was last read. */
export type Decided = readonly number[]

export type Decision =
  | { kind: 'decided'; positions: readonly number[] }
  | { kind: 'opened'; positions: readonly number[] }
  /** The page shows these open sentences. */
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

/** Removes the sentences that were decided in this browser. */
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
