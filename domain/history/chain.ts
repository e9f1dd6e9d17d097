import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** The fields of an event that its hash covers. Null and undefined count as the same. */
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

/** A stored event. */
export type ChainLine = ChainedEvent & { hash: string | null }

/**
 * The hash of an event: SHA-256, hex, of the previous hash, a line feed, and the event's canonical JSON (RFC 8785). The
 * first event of a chain follows the empty string.
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

/** The end of a chain, or the point up to which it was followed: the number of lines and the hash of the last one. */
export type ChainEnd = { count: number; hash: string }

export const CHAIN_START: ChainEnd = { count: 0, hash: '' }

/**
 * A fault at a position. `position`: the position is missing or another line is there. `hash`: the line's content
 * differs from what was written after the lines before it. `end`: the chain does not end at its stored end.
 */
export const CHAIN_FAULTS = ['position', 'hash', 'end'] as const
export type ChainFault = { position: number; fault: (typeof CHAIN_FAULTS)[number] }

/** Follows a chain from a proved line over the lines after it. @returns the new end, or the first fault */
export function followChain(from: ChainEnd, lines: readonly ChainLine[]): ChainEnd | ChainFault {
  let { count, hash } = from
  for (const line of lines) {
    count += 1
    if (line.position !== count) return { position: count, fault: 'position' }
    if (line.hash === null || line.hash !== eventHash(hash, line)) return { position: count, fault: 'hash' }
    hash = line.hash
  }
  return { count, hash }
}

/** Whether a chain that was followed to `end` ends at its stored `head`. */
export const endFault = (end: ChainEnd, head: ChainEnd): ChainFault | null =>
  head.count === end.count && head.hash === end.hash ? null : { position: end.count + 1, fault: 'end' }

/**
 * The first fault of a history, or null when it is whole. `lines` are all events of the chain by position. Without
 * `head`, which is stored elsewhere, lines deleted at the end go unnoticed.
 */
export function verifyChain(lines: readonly ChainLine[], head?: ChainEnd): ChainFault | null {
  const end = followChain(CHAIN_START, lines)
  if ('fault' in end) return end
  return head ? endFault(end, head) : null
}
