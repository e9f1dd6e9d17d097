import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const CONNECT_MS = 10_000
/** How often a quiet connection is asked whether it is still there, and how long it may take to answer. */
const ASK_MS = 10_000
const FIRST_DELAY_MS = 100
const LONGEST_DELAY_MS = 4_000
/** How long ending may take; a server that has vanished never says goodbye. */
const END_MS = 2_000

export type Listening = {
  /** The current address of the database; a restarted server may have another. */
  url: () => string
  heard: (channel: string, payload: string) => void
  /** Everything that is said from now on is heard. */
  found: () => void
  /** Something that is said from now on may never be heard. */
  lost: (error: unknown) => void
}

/**
 * Listens to channels of PostgreSQL on a connection of its own, and connects again, with a growing delay, when that is
 * lost. The channels must be plain names.
 */
export function listenTo(
  channels: readonly string[],
  { url, heard, found, lost }: Listening,
): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping

  /** Listens until the connection ends. @returns whether it ever listened */
  const listen = async (): Promise<boolean> => {
    const client = new pg.Client({
      connectionString: url(),
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: ASK_MS,
      keepAlive: true,
      application_name: 'factdesk listening',
    })
    let listened = false
    const over = new AbortController()
    const end = (error?: unknown) => over.abort(error)
    client.on('error', end)
    client.on('end', () => end())
    client.on('notification', ({ channel, payload = '' }) => heard(channel, payload))
    signal.addEventListener('abort', end, { once: true })
    try {
      await client.connect()
      for (const channel of channels) await client.query(`listen ${channel}`)
      listened = true
      if (!signal.aborted) found()
      while (!over.signal.aborted) {
        await pause(ASK_MS, undefined, { signal: over.signal, ref: false }).catch(() => undefined)
        if (!over.signal.aborted) await client.query('select 1')
      }
      if (!signal.aborted) lost(over.signal.reason)
    } catch (error) {
      if (listened && !signal.aborted) lost(error)
    } finally {
      signal.removeEventListener('abort', end)
      await client.end().catch(() => undefined)
    }
    return listened
  }

  const run = async () => {
    let delay = FIRST_DELAY_MS
    while (!signal.aborted) {
      delay = (await listen()) ? FIRST_DELAY_MS : Math.min(2 * delay, LONGEST_DELAY_MS)
      await pause(delay, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }
  const ended = run()
  return {
    stop: async () => {
      stopping.abort()
      await Promise.race([ended, pause(END_MS, undefined, { ref: false })])
    },
  }
}
