import type { KeyboardEvent } from 'react'

/** The claim number to which a key moves the focus, by its place in the text. */
const STEPS: Partial<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

/** Moves the focus from one claim number to another, so that hundreds of them are one tab stop. */
export function stepAmongNumbers(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  const number = (event.target as Element).closest('[data-claim-number]')
  if (!step || !number) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-claim-number]')]
  event.preventDefault()
  all[step(all.indexOf(number as HTMLElement), all.length)]?.focus()
}
