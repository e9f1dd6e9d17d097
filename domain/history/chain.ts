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

/** Where a chain ends, or has been followed to: how many lines it has so far, and the hash of the last of them. */
export type ChainEnd = { count: number; hash: string }

export const CHAIN_START: ChainEnd = { count: 0, hash: '' }

/**
 * What is wrong at a position: another line stands there, or none before it; what the line says is not what was written
 * after the lines before it; the chain does not end where its end is kept.
 */
export type ChainFault = { position: number; fault: 'position' | 'hash' | 'end' }

/** Follows a chain from a line that is proved over the lines after it. @returns the new end, or the first fault */
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

/** Whether a chain that was followed to `end` ends where its `head` says. */
export const endFault = (end: ChainEnd, head: ChainEnd): ChainFault | null =>
  head.count === end.count && head.hash === end.hash ? null : { position: end.count + 1, fault: 'end' }

/**
 * The first place where a history is not what was written, or null when it is whole. `lines` are all events of the
 * chain by position. Lines cut off at the end are missed only with the `head` that is kept apart from them.
 */
export function verifyChain(lines: readonly ChainLine[], head?: ChainEnd): ChainFault | null {
  const end = followChain(CHAIN_START, lines)
  if ('fault' in end) return end
  return head ? endFault(end, head) : null
}
