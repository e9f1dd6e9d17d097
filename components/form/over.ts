/** What tells a record's versions apart, in what is sent and in what is answered. */
export type Over = 'version' | 'revision'

/** The version in an answer, or of the record that a refusal shows; null where there is none. */
export function versionIn(answer: unknown, over: Over): number | null {
  const found =
    typeof answer === 'number'
      ? answer
      : (answer as Partial<Record<Over, unknown>> | null | undefined)?.[over]
  return typeof found === 'number' ? found : null
}

/**
 * What a form sends: what it says, over the version that was typed over or, to take an earlier answer back, over what
 * that one made.
 */
export const overBase = <I extends object>(
  said: Omit<I, Over>,
  over: Over,
  base: number,
  earlier?: unknown,
): I => ({ ...said, [over]: versionIn(earlier, over) ?? base }) as unknown as I
