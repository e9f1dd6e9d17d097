/**
 * Why there is no PDF: too many are being made (`busy`), it took too long (`timeout`), or it cannot be set (`failed`).
 * Whoever asked can still have the same report as HTML.
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
