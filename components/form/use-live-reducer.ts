'use client'

import { useCallback, useRef, useState } from 'react'

/**
 * A reducer that gives its newest state at once after an event, because an await may end in a later render than it
 * started in.
 * @returns the state of this render, a function that applies an event and returns the state after it, and a function
 * that reads the newest state
 */
export function useLiveReducer<S, E>(reduce: (state: S, event: E) => S, begin: () => S) {
  const [state, setState] = useState(begin)
  const latest = useRef(state)
  const tell = useCallback(
    (event: E): S => {
      latest.current = reduce(latest.current, event)
      setState(latest.current)
      return latest.current
    },
    [reduce],
  )
  const now = useCallback(() => latest.current, [])
  return [state, tell, now] as const
}
