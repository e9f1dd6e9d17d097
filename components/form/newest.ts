/** Versions with a next one that its reader knows of, having written it or been shown it, though the page may not show it yet. */
const known = new Set<string>()

/** By record, the versions that the reader's last refused write stood on and was shown instead. */
const shown = new Map<string, { from: number; to: number }>()

type Versioned = { id: string; version: number }

const versionedOf = (input: unknown): Versioned | null => {
  const { id, version } = (input ?? {}) as Partial<Versioned>
  return typeof id === 'string' && typeof version === 'number' ? { id, version } : null
}

const stepFrom = (id: string, version: number) => `${id} ${version}`

/** The newest version that the reader knows of, from `version` on; what others wrote unseen ends the way. */
export function newestOf(id: string, version: number): number {
  let newest = version
  while (known.has(stepFrom(id, newest))) newest += 1
  return newest
}

/**
 * What is sent for a press: what its reader wrote or chose since the page was shown counts as seen, so that a press right
 * after a save is no conflict with that save.
 */
export function overNewest<I>(input: I): I {
  const record = versionedOf(input)
  return record ? { ...input, version: newestOf(record.id, record.version) } : input
}

/**
 * Keeps that a write of `input` was answered with the version after it. An answer further on holds others' writes.
 * A write over the version that was shown for a refused one says that its reader chose between the two.
 */
export function learn(input: unknown, answer: unknown) {
  const record = versionedOf(input)
  if (!record || answer !== record.version + 1) return
  known.add(stepFrom(record.id, record.version))
  if (shown.get(record.id)?.to === record.version) acceptShown(record.id)
}

/** Keeps which version a refused write was answered with, for its reader to choose. */
export function learnRefusal(input: unknown, current: unknown) {
  const record = versionedOf(input)
  const { version } = (current ?? {}) as Partial<Versioned>
  if (record && typeof version === 'number' && version > record.version)
    shown.set(record.id, { from: record.version, to: version })
}

/** The reader takes what was shown for a refused write: presses on the page go over it. */
export function acceptShown(id: string) {
  const { from, to } = shown.get(id) ?? { from: 0, to: 0 }
  for (let version = from; version < to; version += 1) known.add(stepFrom(id, version))
  shown.delete(id)
}
