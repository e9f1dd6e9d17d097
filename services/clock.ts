let fixed: Date | undefined

/** The present moment; tests and the demo may set it. */
export function now(): Date {
  return fixed ? new Date(fixed) : new Date()
}

/** Sets the clock for a test, or for what the demo tells of the past; without a value the clock runs again. */
export function setClock(at?: Date): void {
  fixed = at
}
