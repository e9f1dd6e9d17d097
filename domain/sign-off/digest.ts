import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { fold } from '@/text/fold'

type SignedSource = {
  kind: string
  title: string
  publisher: string
  url: string | null
  stance: string
  primary: boolean
  excerpt: string
  locator: string
  published: string | null
  accessed: string | null
}

/** What a sign-off approves. */
export type Signed = { quote: string; status: string; finding: string; sources: readonly SignedSource[] }

/**
 * SHA-256, hex, of the canonical JSON (RFC 8785) of what a second person approved. The quote is folded, because a
 * change of typography changes no verdict either. The order of sources does not count.
 */
export function signOffDigest({ quote, status, finding, sources }: Signed): string {
  const lines = sources
    .map(({ kind, title, publisher, url, stance, primary, excerpt, locator, published, accessed }) =>
      String(
        canonicalize({ kind, title, publisher, url, stance, primary, excerpt, locator, published, accessed }),
      ),
    )
    .sort()
  const covered = canonicalize({ quote: fold(quote).folded, status, finding, sources: lines })
  return createHash('sha256').update(String(covered)).digest('hex')
}
