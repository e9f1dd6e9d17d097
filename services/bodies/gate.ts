import 'server-only'
import { SMALL_BODY } from './bounds'

/** Too many large bodies are being read, and too many wait. */
export class GateBusy extends Error {
  override readonly name = 'GateBusy'
  constructor() {
    super('Too many large bodies are being read')
  }
}

/** A slot of the gate, held from the first byte of a body until its answer. */
export type Slot = {
  /** Whether the holder takes so long that those waiting come first. Asked while a body is read. */
  isOverdue: () => boolean
  leave: () => void
}

export type GateLimits = {
  /** How many bodies are read and processed at once. */
  slots: number
  /** How many may wait for a slot. */
  line: number
  /** In ms: how long a body waits before it is turned away. */
  patience: number
  /** In ms: how long reading may take while none waits. */
  alone: number
  /** In ms: how long reading may take while others wait. */
  contested: number
}

type Waiting = { come: (slot: Slot) => void }

export class Gate {
  private held = 0
  private readonly line: Waiting[] = []

  constructor(private readonly limits: GateLimits) {}

  /** How many large bodies are being read, and how many wait. */
  get use(): { running: number; waiting: number } {
    return { running: this.held, waiting: this.line.length }
  }

  /** @throws GateBusy */
  async enter(): Promise<Slot> {
    if (this.held < this.limits.slots) return this.take()
    if (this.line.length >= this.limits.line) throw new GateBusy()
    return new Promise<Slot>((resolve, reject) => {
      const waiting = { come: resolve }
      const timer = setTimeout(() => {
        this.line.splice(this.line.indexOf(waiting), 1)
        reject(new GateBusy())
      }, this.limits.patience)
      waiting.come = (slot) => {
        clearTimeout(timer)
        resolve(slot)
      }
      this.line.push(waiting)
    })
  }

  private take(): Slot {
    this.held += 1
    const from = performance.now()
    let inside = true
    return {
      isOverdue: () => {
        const { contested, alone } = this.limits
        return performance.now() - from > (this.line.length > 0 ? contested : alone)
      },
      leave: () => {
        if (!inside) return
        inside = false
        this.held -= 1
        this.line.shift()?.come(this.take())
      },
    }
  }
}

/** In s, for Retry-After. */
export const GATE_RETRY = 10

export const GATE_LIMITS: GateLimits = {
  slots: 2,
  line: 32,
  patience: 45_000,
  alone: 120_000,
  contested: 10_000,
}

const holder = globalThis as typeof globalThis & { factdeskGate?: Gate }

/** The one gate of the process. It hangs on `globalThis`, because pages and HTTP API are bundled separately. */
export const bodyGate = (): Gate => (holder.factdeskGate ??= new Gate(GATE_LIMITS))

/** Whether a body has to pass the gate: it is long, or does not declare its length. */
export function isLarge(headers: { length: string | null | undefined; encoding: string | null | undefined }) {
  if (headers.encoding) return true
  return headers.length !== null && headers.length !== undefined && Number(headers.length) > SMALL_BODY
}
