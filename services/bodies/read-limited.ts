/** A body came too slowly. */
export class BodyTooSlow extends Error {
  override readonly name = 'BodyTooSlow'
  constructor() {
    super('The body came too slowly')
  }
}

const LOOK_MS = 500
/** In bytes: the first buffer for a body that does not declare its length. */
const FIRST = 64 * 1024
/** In ms: the most time for any body. */
const LONGEST_MS = 120_000

/** Rejects as soon as a body is overdue; `end` stops the watch. */
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

/** A growing buffer: it doubles when it needs more room, up to the maximum. */
function growing(first: number, max: number) {
  let room = new Uint8Array(Math.min(first, max))
  let size = 0
  return {
    /** Whether there was room for the piece. */
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
 * Reads a whole body, whatever length it declares.
 * @param max in bytes
 * @param says the declared length in bytes, allocated at once
 * @param isOverdue asked now and then; a body has two minutes in any case
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
  // A hanging stream would also hang while it closes, so nothing waits for that.
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
