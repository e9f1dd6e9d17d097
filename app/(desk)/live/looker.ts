import { lookAt, looking, NOTHING_TO_LOOK_AT, type LookEvent } from './looking'

/** How long to wait for an action or a page that is under way, which reads the page again by itself. */
const UNDER_WAY_MS = 150

/** How a look ended. A reader who is signed out looks no more. */
export type Looked = 'looked' | 'failed' | 'signed out'

type Given = {
  look: () => Promise<Looked>
  /** Whether the page is being read again by something else. */
  isUnderWay: () => boolean
  /** Whether nobody can see the page. */
  isHidden: () => boolean
}

/** Looks soon after it is told that something changed, and never twice at once. */
export function makeLooker({ look, isUnderWay, isHidden }: Given) {
  let state = NOTHING_TO_LOOK_AT
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const tell = (event: LookEvent) => void (state = looking(state, event))
  const wait = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void now(), ms)
  }
  /** Looks when it is time. What is heard while nobody sees the page is owed. */
  function plan() {
    const at = lookAt(state)
    if (at !== null && !isOver) wait(Math.max(0, at - performance.now()))
  }
  async function now() {
    if (isOver || isHidden()) return
    if (isUnderWay()) return wait(UNDER_WAY_MS)
    tell({ kind: 'began', at: performance.now() })
    const looked = await look()
    tell({ kind: 'ended', ok: looked === 'looked' })
    if (looked !== 'signed out') plan()
  }
  return {
    heard: () => {
      tell({ kind: 'heard', at: performance.now() })
      plan()
    },
    plan,
    end: () => {
      isOver = true
      clearTimeout(timer)
    },
  }
}
