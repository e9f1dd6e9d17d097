let tail: Promise<unknown> = Promise.resolve()

/** Does `work` when all that was given before is done, whether that went well or not. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = tail.then(work)
  tail = mine.catch(() => undefined)
  return mine
}

const things = new WeakMap<object, number>()
let lastThing = 0

/** Files and bytes are compared by identity, since their content is no words. */
function nameOfThing(value: unknown): unknown {
  if (!(value instanceof Blob || ArrayBuffer.isView(value))) return value
  if (!things.has(value)) things.set(value, (lastThing += 1))
  return `\u0000${things.get(value)}`
}

/** Equal for presses that ask for the same with the same words. */
export const pressKey = (input: unknown): string =>
  JSON.stringify(input, (_, value: unknown) => nameOfThing(value)) ?? ''
