/** Versions whose successor this reader knows, because they wrote it or saw it. The page may not show it yet. */
const known = new Set<string>()

/** For each record: the version that the reader's last refused write was based on, and the version shown instead. */
const shown = new Map<string, { from: number; to: number }>()

type Versioned = { id: string; version: number }

const versionedOf = (input: unknown): Versioned | null => {
  const { id, version } = (input ?? {}) as Partial<Versioned>
  return typeof id === 'string' && typeof version === 'number' ? { id, version } : null
}

const stepFrom = (id: string, version: number) => `${id} ${version}`

/** Follows known versions from `version` to the newest. It stops before a version that the reader has not seen. */
export function newestOf(id: string, version: number): number {
  let newest = version
  while (known.has(stepFrom(id, newest))) newest += 1
  return newest
}

/**
 * Updates the version of an input before it is sent. Versions that the reader wrote or accepted count as seen, so a
 * press right after a save does not conflict with that save.
 */
export function overNewest<I>(input: I): I {
  const record = versionedOf(input)
  return record ? { ...input, version: newestOf(record.id, record.version) } : input
}

/**
 * Remembers a successful write if the answer is the next version. A later version would include other people's writes.
 * A write based on the version shown after a refusal means that the reader accepted that version.
 */
export function learn(input: unknown, answer: unknown) {
  const record = versionedOf(input)
  if (!record || answer !== record.version + 1) return
  known.add(stepFrom(record.id, record.version))
  if (shown.get(record.id)?.to === record.version) acceptShown(record.id)
}

/** Remembers the version that came with a refusal, for the reader to accept or overwrite. */
export function learnRefusal(input: unknown, current: unknown) {
  const record = versionedOf(input)
  const { version } = (current ?? {}) as Partial<Versioned>
  if (record && typeof version === 'number' && version > record.version)
    shown.set(record.id, { from: record.version, to: version })
}

/** The reader accepts the version shown after a refusal, so later presses are based on it. */
export function acceptShown(id: string) {
  const { from, to } = shown.get(id) ?? { from: 0, to: 0 }
  for (let version = from; version < to; version += 1) known.add(stepFrom(id, version))
  shown.delete(id)
}
