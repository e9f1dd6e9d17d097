import { isReviewed, noClaims } from '@/domain/claim/rules'
import type { Report, ReportClaim, ReportData } from './schema'

const LAST = Number.MAX_SAFE_INTEGER

/** In the order of their words, an enclosing claim before those inside it; claims without a place come last. */
function byPlace(a: ReportClaim, b: ReportClaim): number {
  return (a.start ?? LAST) - (b.start ?? LAST) || (b.end ?? LAST) - (a.end ?? LAST) || a.number - b.number
}

const isComplete = (claims: ReportClaim[]) =>
  claims.length > 0 && claims.every((claim) => isReviewed(claim.status))

type Circumstances = { newsroom: string; timeZone: string; at: Date }

/**
 * The report of what was read: `interim` while any claim is unreviewed, else `complete`. Where there are no claims
 * nothing was checked, so that is no complete report either.
 */
export function buildReport(data: ReportData, { newsroom, timeZone, at }: Circumstances): Report {
  const counts = noClaims()
  for (const claim of data.claims) counts[claim.status] += 1
  return {
    newsroom,
    timeZone,
    generatedAt: at,
    article: data.article,
    revision: data.revision,
    kind: isComplete(data.claims) ? 'complete' : 'interim',
    counts,
    claims: [...data.claims].sort(byPlace),
  }
}
