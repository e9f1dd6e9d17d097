/** The field that identifies a record's version, in input and in answers. */
export type Over = 'version' | 'revision'

/** The version in an answer, or of the record in a refusal; null without one. */
export function versionIn(answer: unknown, over: Over): number | null {
  const found =
    typeof answer === 'number'
      ? answer
      : (answer as Partial<Record<Over, unknown>> | null | undefined)?.[over]
  return typeof found === 'number' ? found : null
}

/**
 * Adds a version to a form's input: the version it was typed over or, when undoing an earlier save, the version that
 * the save made.
 */
export const overBase = <I extends object>(
  said: Omit<I, Over>,
  over: Over,
  base: number,
  earlier?: unknown,
): I => ({ ...said, [over]: versionIn(earlier, over) ?? base }) as unknown as I
