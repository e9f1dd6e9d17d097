let tail: Promise<unknown> = Promise.resolve()

/** Runs `work` after all earlier work has ended, whether it succeeded or failed. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = tail.then(work)
  tail = mine.catch(() => undefined)
  return mine
}

const things = new WeakMap<object, number>()
let lastThing = 0

/** Files and bytes are compared by identity, because JSON cannot hold their content. */
function nameOfThing(value: unknown): unknown {
  if (!(value instanceof Blob || ArrayBuffer.isView(value))) return value
  if (!things.has(value)) things.set(value, (lastThing += 1))
  return `\u0000${things.get(value)}`
}

/** A key that is equal for presses with the same input. */
export const pressKey = (input: unknown): string =>
  JSON.stringify(input, (_, value: unknown) => nameOfThing(value)) ?? ''
