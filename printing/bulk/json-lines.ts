import type { ExportedClaim } from '@/domain/export/schema'

/**
 * A claim a line with all its sources, and a last line `{"end":true,"count":N}`: a file without it was cut short.
 * Lines end in LF; text holds no line breaks, since JSON escapes them.
 */
export async function* claimsJsonLines(batches: AsyncIterable<ExportedClaim[]>): AsyncGenerator<string> {
  let count = 0
  for await (const claims of batches) {
    count += claims.length
    yield claims.map((claim) => `${JSON.stringify(claim)}\n`).join('')
  }
  yield `${JSON.stringify({ end: true, count })}\n`
}
