import type { LiveChange, LiveMessage, LivePresence } from '@/domain/live/shape'

/** A stream that is silent for longer than two beats is dead, whatever the browser thinks. */
const SILENT_MS = 45_000
const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 15_000

type Handlers = {
  onChange: (change: LiveChange) => void
  /** Anything may have changed, such as the number of notices, which stands on every page. */
  onResync: () => void
  onPresence: (present: LivePresence['present']) => void
  /** Whether the page hears now. */
  onHearing: (hears: boolean) => void
}

/** The parts of the browser that a connection uses. */
export type Browser = {
  open: (address: string) => Pick<EventSource, 'addEventListener' | 'close' | 'onerror'>
  random: () => number
}

const BROWSER: Browser = {
  open: (address) => new EventSource(address),
  random: () => Math.random(),
}

const EVENTS: LiveMessage['event'][] = ['ready', 'change', 'notice', 'resync', 'presence', 'beat']

/**
 * Hears changes for as long as it is open, and connects again, with a growing delay, when that ends. A connection that
 * comes back hears what was said meanwhile, or that it should look again.
 * @param since the desk's moment at which the page was read
 */
export function connect(
  articleId: string | null,
  since: number,
  { onChange, onResync, onPresence, onHearing }: Handlers,
  { open, random }: Browser = BROWSER,
) {
  let source: ReturnType<Browser['open']> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let delay = FIRST_DELAY_MS
  /** The desk's moment up to which everything was heard. */
  let heard = since
  let isOver = false

  const later = (ms: number, work: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(work, ms)
  }
  const retry = () => {
    source?.close()
    source = null
    if (isOver) return
    onHearing(false)
    later(delay * (0.75 + random() / 2), start)
    delay = Math.min(2 * delay, LONGEST_DELAY_MS)
  }
  const take = (event: LiveMessage['event'], { data, lastEventId }: MessageEvent<string>) => {
    later(SILENT_MS, retry)
    heard = Math.max(heard, Number(lastEventId) || 0)
    const read = JSON.parse(data) as LiveMessage['data']
    if (event === 'ready') {
      delay = FIRST_DELAY_MS
      onPresence([])
      onHearing(true)
    }
    if (event === 'change') onChange(read as LiveChange)
    if (event === 'resync' || event === 'notice') onResync()
    if (event === 'presence') onPresence((read as LivePresence).present)
  }
  function start() {
    const asked = new URLSearchParams({ ...(articleId && { article: articleId }), since: `${heard}` })
    const opened = open(`/api/v1/live?${asked}`)
    source = opened
    // The browser would connect again by itself without naming the moment of the last look.
    opened.onerror = retry
    for (const event of EVENTS)
      opened.addEventListener(event, (message) => take(event, message as MessageEvent<string>))
    later(SILENT_MS, retry)
  }
  start()
  return {
    /** @returns the desk's moment up to which everything was heard, for the next connection */
    close: (): number => {
      isOver = true
      clearTimeout(timer)
      source?.close()
      return heard
    },
  }
}
