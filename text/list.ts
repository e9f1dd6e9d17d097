import { z } from 'zod'

const { $constructor, $ZodAsyncError, util } = z.core

/** The most faults reported for one input; the rest appear after these are fixed. */
export const ISSUES_MOST = 50

/** The maximum length that a schema's checks allow; undefined when they set none. */
export function maximumOf({ checks = [] }: { checks?: z.core.$ZodCheck<never>[] }): number | undefined {
  const found = checks.flatMap(({ _zod: { def } }) =>
    def.check === 'max_length' ? [(def as z.core.$ZodCheckMaxLengthDef).maximum] : [],
  )
  return found.length > 0 ? Math.min(...found) : undefined
}

/** An array that stops at its first few faults. The schema underneath checks its length first. */
const FewFaults = $constructor<z.ZodArray>('FewFaults', (list, def) => {
  z.ZodArray.init(list, def)
  const internals = list._zod
  const whole = internals.parse.bind(internals)
  const most = maximumOf(def) ?? 0
  internals.parse = (payload, ctx) => {
    const value: unknown = payload.value
    if (!Array.isArray(value) || value.length > most) return whole(payload, ctx)
    const items: unknown[] = []
    payload.value = items
    for (const [index, item] of (value as unknown[]).entries()) {
      const result = def.element._zod.run({ value: item, issues: [] }, ctx)
      if (result instanceof Promise) throw new $ZodAsyncError()
      items.push(result.value)
      payload.issues.push(...util.prefixIssues(index, result.issues))
      if (payload.issues.length >= ISSUES_MOST) break
    }
    return payload
  }
})

/**
 * A list of at most `max` elements, for outside input. It checks the length before any element and stops at the first
 * few faults, so that a list of faults costs no more than one without.
 * @param keys the messages for a missing list and for too many elements
 */
export function listOf<T extends z.ZodType>(
  element: T,
  max: number,
  { missing, tooMany }: { missing?: string; tooMany?: string } = {},
): z.ZodArray<T> {
  const error = missing === undefined ? undefined : () => missing
  const list = new FewFaults({ type: 'array', element, error }) as unknown as z.ZodArray<T>
  return list.max(max, tooMany)
}
