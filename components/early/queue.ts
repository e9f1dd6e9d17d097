type Press<T> = { target: T; at: number }

/**
 * Queues what people did before the page's scripts listened: the last value of each field, and the last press of each
 * form or of a button outside one. Elements serve only as keys. The page embeds this function's source, so it may use
 * nothing from outside.
 * @param forgetAfterMs how long a press is kept: answering it later would surprise people
 */
export function makeQueue<Field, Target, Value>(forgetAfterMs: number) {
  const fields = new Map<Field, Value>()
  const presses = new Map<unknown, Press<Target>>()

  return {
    type(field: Field, value: Value): void {
      fields.set(field, value)
    },

    holdsFields: () => fields.size > 0,

    /** For a field that has received its words in another way. */
    forget(field: Field): void {
      fields.delete(field)
    },

    /**
     * Keeps one press for each scope.
     * @returns the press that it replaces
     */
    press(scope: unknown, target: Target, now: number): Target | null {
      const before = presses.get(scope)
      presses.delete(scope)
      presses.set(scope, { target, at: now })
      return before ? before.target : null
    },

    /** Takes out, in the order typed, the values whose fields listen. Values of removed fields are dropped. */
    takeFields(listens: (field: Field) => boolean, isGone: (field: Field) => boolean): [Field, Value][] {
      const taken: [Field, Value][] = []
      fields.forEach((value, field) => {
        if (isGone(field)) fields.delete(field)
        else if (listens(field)) {
          fields.delete(field)
          taken.push([field, value])
        }
      })
      return taken
    },

    /**
     * Takes out, in the order pressed, the presses that can happen now: the button and its form listen, and no field of
     * the form waits for its words. `forgotten` are the presses that waited too long.
     */
    takePresses(
      now: number,
      listens: (one: unknown) => boolean,
      scopeOf: (field: Field) => unknown,
    ): { due: Target[]; forgotten: Target[] } {
      const waiting = new Set<unknown>()
      fields.forEach((_, field) => waiting.add(scopeOf(field)))
      const due: Target[] = []
      const forgotten: Target[] = []
      presses.forEach(({ target, at }, scope) => {
        const old = now - at >= forgetAfterMs
        if (!old && !(listens(target) && listens(scope) && !waiting.has(scope))) return
        presses.delete(scope)
        if (old) forgotten.push(target)
        else due.push(target)
      })
      return { due, forgotten }
    },
  }
}
