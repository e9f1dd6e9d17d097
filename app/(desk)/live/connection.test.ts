import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect, type Browser } from './connection'

type Listener = (message: MessageEvent<string>) => void

/** A stream of the browser that says what the test wants. */
class Source {
  onerror: EventSource['onerror'] = null
  closed = false
  private readonly listeners = new Map<string, Listener>()
  constructor(readonly address: string) {}
  addEventListener = ((event: string, listener: Listener) =>
    void this.listeners.set(event, listener)) as EventSource['addEventListener']
  close = () => {
    this.closed = true
  }
  say(event: string, id: number, data: unknown = {}) {
    const message = { data: JSON.stringify(data), lastEventId: `${id}` } as MessageEvent<string>
    this.listeners.get(event)?.(message)
  }
  fail() {
    this.onerror?.call({} as EventSource, new Event('error'))
  }
}

const ARTICLE = '01a20000-0000-7000-8000-000000000001'

function connected() {
  const sources: Source[] = []
  const said: unknown[] = []
  const browser: Browser = {
    open: (address) => {
      const source = new Source(address)
      sources.push(source)
      return source
    },
    random: () => 0.5,
  }
  const connection = connect(
    ARTICLE,
    1_000,
    {
      onChange: ({ verbs }) => said.push(...verbs),
      onResync: () => said.push('resync'),
      onPresence: (present) => said.push(present.length),
      onHearing: (hears) => said.push(hears),
    },
    browser,
  )
  const last = () => sources.at(-1) ?? new Source('')
  const since = () => new URLSearchParams(last().address.split('?')[1]).get('since')
  return { sources, said, connection, last, since }
}

const change = { articleId: ARTICLE, claimIds: [], verbs: ['claim.reviewed'] }

describe('a connection', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('asks for what came since the page was read, and passes on what it hears', () => {
    const { said, last, connection } = connected()
    expect(last().address).toBe(`/api/v1/live?article=${ARTICLE}&since=1000`)
    last().say('ready', 1_100, { now: 1_100 })
    last().say('change', 1_200, change)
    last().say('presence', 1_300, { present: [1] })
    last().say('resync', 1_400)
    last().say('notice', 1_500)
    expect(said).toEqual([0, true, 'claim.reviewed', 1, 'resync', 'resync'])
    expect(connection.close()).toBe(1_500)
    expect(last().closed).toBe(true)
  })

  it('comes back with the moment up to which it heard, later and later', () => {
    const { sources, last, since, said } = connected()
    last().say('ready', 1_100, { now: 1_100 })
    last().say('beat', 21_100)
    last().fail()
    expect(said.at(-1)).toBe(false)
    const opened = [sources.length]
    for (const wait of [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]) {
      vi.advanceTimersByTime(wait - 1)
      opened.push(sources.length)
      vi.advanceTimersByTime(1)
      expect(since()).toBe('21100')
      last().fail()
    }
    expect(opened).toEqual([1, 1, 2, 3, 4, 5, 6, 7])
    expect(sources.slice(0, -1).every(({ closed }) => closed)).toBe(true)
  })

  it('comes back soon again once it has heard', () => {
    const { sources, last } = connected()
    for (let failure = 0; failure < 6; failure += 1) {
      last().fail()
      vi.advanceTimersByTime(20_000)
    }
    last().say('ready', 1_100, { now: 1_100 })
    const before = sources.length
    last().fail()
    vi.advanceTimersByTime(500)
    expect(sources).toHaveLength(before + 1)
  })

  it('does not believe a stream that is silent for longer than two beats', () => {
    const { sources, said, last } = connected()
    last().say('ready', 1_100, { now: 1_100 })
    vi.advanceTimersByTime(44_000)
    last().say('beat', 45_000)
    vi.advanceTimersByTime(44_000)
    expect([sources.length, said.at(-1)]).toEqual([1, true])
    vi.advanceTimersByTime(2_000)
    expect([sources.length, said.at(-1)]).toEqual([2, false])
  })

  it('stays closed', () => {
    const { sources, connection, last } = connected()
    connection.close()
    last().fail()
    vi.advanceTimersByTime(100_000)
    expect(sources).toHaveLength(1)
  })
})
