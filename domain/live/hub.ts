import type { Actor } from '@/domain/user/policy'
import { presentAt, stillPresent, withPage, type Pages } from './presence'
import { hearingFrom, missedSince, NOTHING_HEARD, withChange, type Recent } from './recent'
import { heardBy } from './rules'
import type { LiveChange, LiveMessage, Notification, PresenceTold } from './shape'

/** How many streams one person may have open at an instance, and how many there may be altogether. */
export const STREAMS_OF_ONE = 16
export const MOST_STREAMS = 1_000

/** One reader of what changes. `actor` is who the reader is by now. */
export type Stream = {
  actor: Actor
  articleId: string | null
  /** Passes a message on. `at` is the moment of what it tells. */
  send: (message: LiveMessage, at: number) => void
  end: () => void
  /** Who the reader is now; null when nobody any more. */
  again: () => Promise<Actor | null>
}

export type Refused = 'not hearing' | 'too many of one' | 'too many'

/**
 * Passes on what an instance hears from the database to the streams that are open there, and to each reader only what
 * they may see. An open stream always hears: when the instance does not, it takes no streams and ends those it has.
 */
export class Hub {
  private readonly streams = new Set<Stream>()
  private recent: Recent = NOTHING_HEARD
  private pages: Pages = new Map()
  /** What each stream was last told of the people present. */
  private readonly told = new WeakMap<Stream, string>()

  constructor(private readonly now: () => number) {}

  get size() {
    return this.streams.size
  }

  get hears() {
    return this.recent.from !== null
  }

  /** Why no further stream of a person can be opened now; null when one can. */
  refusal({ id }: Pick<Actor, 'id'>): Refused | null {
    if (!this.hears) return 'not hearing'
    if (this.streams.size >= MOST_STREAMS) return 'too many'
    const own = [...this.streams].filter(({ actor }) => actor.id === id)
    return own.length >= STREAMS_OF_ONE ? 'too many of one' : null
  }

  /** Opens a stream and tells it what it missed since its reader looked last. @returns a function that leaves */
  join(stream: Stream, since: number | null): () => void {
    const at = this.now()
    if (!this.hears) stream.end()
    else this.streams.add(stream)
    stream.send({ event: 'ready', data: { now: at } }, at)
    const missed = since === null ? [] : missedSince(this.recent, since)
    if (missed === null) stream.send({ event: 'resync', data: {} }, at)
    for (const change of missed ?? []) this.pass(stream, change, at)
    this.tellPresent(stream)
    return () => void this.streams.delete(stream)
  }

  /** The instance hears from now on, possibly again: whatever was said in between is lost. */
  found(): void {
    const at = this.now()
    this.recent = hearingFrom(at)
    for (const stream of this.streams) stream.send({ event: 'resync', data: {} }, at)
  }

  /** The instance does not hear, so no stream may look as if it did. */
  lost(): void {
    this.recent = NOTHING_HEARD
    this.endAll()
  }

  endAll(): void {
    for (const stream of [...this.streams]) this.drop(stream)
  }

  heard({ change, check, noticed = [] }: Notification): void {
    const at = this.now()
    if (check !== undefined) void this.check(({ actor }) => check === 'all' || actor.id === check)
    for (const stream of [...this.streams])
      if (noticed.includes(stream.actor.id)) stream.send({ event: 'notice', data: {} }, at)
    if (!change) return
    this.recent = withChange(this.recent, change, at)
    for (const stream of [...this.streams]) this.pass(stream, change, at)
  }

  /** Somebody's page has said where it is. */
  isAt(told: PresenceTold): void {
    this.pages = withPage(this.pages, told, this.now())
    this.tellEverybodyPresent()
  }

  /** Forgets people who have not been heard of for long. Call it every second or two. */
  forget(): void {
    if (this.pages.size === 0) return
    this.pages = stillPresent(this.pages, this.now())
    this.tellEverybodyPresent()
  }

  /** Shows every stream that it is alive, and ends those whose readers have no access any more. */
  async beat(): Promise<void> {
    const at = this.now()
    for (const stream of [...this.streams]) stream.send({ event: 'beat', data: {} }, at)
    await this.check(() => true)
  }

  private async check(which: (stream: Stream) => boolean): Promise<void> {
    for (const stream of [...this.streams].filter(which)) {
      // A database that does not answer ends nobody's access; whatever it refuses now is checked at the next beat.
      const actor = await stream.again().catch(() => stream.actor)
      if (actor) stream.actor = actor
      else this.drop(stream)
    }
  }

  private drop(stream: Stream): void {
    if (this.streams.delete(stream)) stream.end()
  }

  private pass(stream: Stream, change: LiveChange, at: number): void {
    if (stream.articleId !== null && change.articleId !== stream.articleId) return
    const part = heardBy(stream.actor, change)
    if (part) stream.send({ event: 'change', data: part }, at)
  }

  private tellEverybodyPresent(): void {
    for (const stream of [...this.streams]) this.tellPresent(stream)
  }

  /** Tells a stream of one article who else is there, if that differs from what it was told last. */
  private tellPresent(stream: Stream): void {
    if (stream.articleId === null) return
    const at = this.now()
    const present = presentAt(this.pages, stream.articleId, stream.actor.id, at)
    const told = JSON.stringify(present)
    if (told === (this.told.get(stream) ?? '[]')) return
    this.told.set(stream, told)
    stream.send({ event: 'presence', data: { present } }, at)
  }
}
