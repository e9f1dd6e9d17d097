/**
 * Why a thread gave no answer: too much waits already (`busy`), it took too long (`timeout`) or too much `memory`, or
 * it `failed`, which is our own fault.
 */
export class WorkError extends Error {
  override readonly name = 'WorkError'
  constructor(
    readonly reason: 'busy' | 'timeout' | 'memory' | 'failed',
    cause?: unknown,
  ) {
    super(`Work in a thread ended: ${reason}`, { cause })
  }
}
