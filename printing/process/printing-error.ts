/**
 * Why a file could not be printed: too many are waiting (`busy`), it took too long (`timeout`), or it failed
 * (`failed`). The reader can still get the same report as HTML.
 */
export class PrintingError extends Error {
  override readonly name = 'PrintingError'
  constructor(
    readonly reason: 'busy' | 'timeout' | 'failed',
    why = '',
  ) {
    super(why ? `No PDF could be made (${reason}): ${why}` : `No PDF could be made (${reason})`)
  }
}
