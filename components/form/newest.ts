/** Versions that this page wrote over: what it knows of a record and may not show yet. */
const written = new Set<string>()

type Versioned = { id: string; version: number }

const versionedOf = (input: unknown): Versioned | null => {
  const { id, version } = (input ?? {}) as Partial<Versioned>
  return typeof id === 'string' && typeof version === 'number' ? { id, version } : null
}

const stepFrom = (id: string, version: number) => `${id} ${version}`

/** The version that the reader's own writes led to from `version`; the writes of others end the way. */
export function newestOf(id: string, version: number): number {
  let newest = version
  while (written.has(stepFrom(id, newest))) newest += 1
  return newest
}

/**
 * What is sent for a press: the reader's own writes since its page was shown count as seen, so that a press right after
 * a save is no conflict with that save.
 */
export function overNewest<I>(input: I): I {
  const record = versionedOf(input)
  return record ? { ...input, version: newestOf(record.id, record.version) } : input
}

/** Keeps that a write of `input` was answered with the version after it. An answer further on holds others' writes. */
export function learn(input: unknown, answer: unknown) {
  const record = versionedOf(input)
  if (record && answer === record.version + 1) written.add(stepFrom(record.id, record.version))
}
