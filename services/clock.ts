let fixed: Date | undefined

/** The present moment; tests may set it. */
export function now(): Date {
  return fixed ? new Date(fixed) : new Date()
}

/** Sets the clock for a test; without a value the clock runs again. */
export function setClock(at?: Date): void {
  fixed = at
}
