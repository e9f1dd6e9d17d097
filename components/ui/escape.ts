import type { KeyboardEvent } from 'react'

/**
 * Closes a dialog on Escape, also while a notice has appeared after it. Radix gives Escape to the newest layer alone,
 * and a notice is one; it marks an Escape that it has used itself.
 */
export const closeOnEscape =
  (close: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) close()
  }
