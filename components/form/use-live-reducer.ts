'use client'

import { useCallback, useRef, useState } from 'react'

/**
 * A reducer whose state can be read at once after an event: what is awaited ends in a later rendering than the one it
 * began in.
 * @returns the state of this rendering, what tells an event and gives the state after it, and what reads the state now
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
