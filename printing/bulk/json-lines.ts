import type { ExportedClaim } from '@/domain/export/schema'

/**
 * Writes one line per claim with all its sources, and a last line `{"end":true,"count":N}`. A file without that line is
 * incomplete. Lines end in LF; a text never breaks a line, because JSON escapes line breaks.
 */
export async function* claimsJsonLines(batches: AsyncIterable<ExportedClaim[]>): AsyncGenerator<string> {
  let count = 0
  for await (const claims of batches) {
    count += claims.length
    yield claims.map((claim) => `${JSON.stringify(claim)}\n`).join('')
  }
  yield `${JSON.stringify({ end: true, count })}\n`
}
