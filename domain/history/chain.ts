import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** What the hash of an event covers; null and undefined are the same. */
export type ChainedEvent = {
  articleId?: string | null
  position: number | null
  claimId?: string | null
  verb: string
  subjectId: string
  actorId: string
  at: Date
  before?: unknown
  after?: unknown
}

/** An event as it is stored. */
export type ChainLine = ChainedEvent & { hash: string | null }

/**
 * The hash of an event: SHA-256, hex, over the hash before it, a line feed, and the event's canonical JSON (RFC 8785).
 * The first of a chain follows the empty string.
 */
export function eventHash(previous: string, event: ChainedEvent): string {
  const { articleId, position, claimId, verb, subjectId, actorId, at, before, after } = event
  const covered = {
    articleId,
    position,
    claimId,
    verb,
    subjectId,
    actorId,
    at: at.toISOString(),
    before,
    after,
  }
  const given = Object.fromEntries(Object.entries(covered).filter(([, value]) => value != null))
  return createHash('sha256')
    .update(`${previous}\n${canonicalize(given) ?? ''}`)
    .digest('hex')
}

export type ChainFault = { position: number; fault: 'position' | 'hash' | 'end' }

/**
 * The first place where an article's history is not what was written, or null when it is whole. `lines` are all events
 * of the article by position. Lines cut off at the end are missed only with the `head` that the article keeps.
 */
export function verifyChain(
  lines: readonly ChainLine[],
  head?: { count: number; hash: string },
): ChainFault | null {
  let previous = ''
  for (const [index, line] of lines.entries()) {
    const position = index + 1
    if (line.position !== position) return { position, fault: 'position' }
    if (line.hash === null || line.hash !== eventHash(previous, line)) return { position, fault: 'hash' }
    previous = line.hash
  }
  if (head && (head.count !== lines.length || head.hash !== previous))
    return { position: lines.length + 1, fault: 'end' }
  return null
}
