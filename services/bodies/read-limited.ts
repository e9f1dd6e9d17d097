/** A body came too slowly. */
export class BodyTooSlow extends Error {
  override readonly name = 'BodyTooSlow'
  constructor() {
    super('The body came too slowly')
  }
}

const LOOK_MS = 500
/** In bytes, for a body that does not say how long it is. */
const FIRST = 64 * 1024
/** In ms, for any body. */
const LONGEST_MS = 120_000

/** Refuses once it was seen that a body is overdue; `end` stops looking. */
function lookout(isOverdue: () => boolean) {
  let end = () => {}
  const overdue = new Promise<never>((_, reject) => {
    const timer = setInterval(() => isOverdue() && reject(new BodyTooSlow()), LOOK_MS)
    end = () => clearInterval(timer)
  })
  overdue.catch(() => undefined)
  return { overdue, end }
}

const afterLongest = () => {
  const from = performance.now()
  return () => performance.now() - from > LONGEST_MS
}

/** Bytes that grow: twice as much room whenever it is needed, never more than the most. */
function growing(first: number, max: number) {
  let room = new Uint8Array(Math.min(first, max))
  let size = 0
  return {
    /** Whether there was room for it. */
    add(piece: Uint8Array): boolean {
      if (size + piece.byteLength > max) return false
      if (size + piece.byteLength > room.byteLength) {
        const wider = new Uint8Array(Math.min(max, Math.max(size + piece.byteLength, 2 * room.byteLength)))
        wider.set(room.subarray(0, size))
        room = wider
      }
      room.set(piece, size)
      size += piece.byteLength
      return true
    },
    whole: () => room.subarray(0, size),
  }
}

/**
 * The whole of a body, however long it says it is.
 * @param max in bytes
 * @param says how long it says it is, in bytes: so much room is made at once
 * @param isOverdue asked now and then; by itself a body has two minutes
 * @returns null as soon as more than `max` has come; the rest is not read
 * @throws BodyTooSlow
 */
export async function readLimited(
  body: AsyncIterable<Uint8Array> | null,
  max: number,
  { says, isOverdue = afterLongest() }: { says?: number; isOverdue?: () => boolean } = {},
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!body) return new Uint8Array(0)
  if (says !== undefined && says > max) return null
  const bytes = growing(says !== undefined && says >= 0 ? says : FIRST, max)
  const { overdue, end } = lookout(isOverdue)
  const pieces = body[Symbol.asyncIterator]()
  // A stream that hangs would hang its own ending too: nobody waits for that.
  const stop = () => void pieces.return?.().catch(() => undefined)
  try {
    for (;;) {
      const next = await Promise.race([pieces.next(), overdue])
      if (next.done) return bytes.whole()
      if (!bytes.add(next.value)) {
        stop()
        return null
      }
    }
  } catch (error) {
    stop()
    throw error
  } finally {
    end()
  }
}
