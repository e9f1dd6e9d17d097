/** Nobody left in time. `code` is Prisma's code for having no free connection in time. */
export class NoSlotError extends Error {
  readonly code = 'P2024'
  constructor() {
    super('No turn came in time')
    this.name = 'NoSlotError'
  }
}

/** Lets a fixed number of callers in at once. The others wait their turn in the order they came. */
export class Slots {
  private free: number
  private readonly waiting: (() => void)[] = []

  constructor(size: number) {
    this.free = size
  }

  /** Whether the next caller would have to wait. */
  get isFull(): boolean {
    return this.free === 0
  }

  /** How many wait for their turn. */
  get queue(): number {
    return this.waiting.length
  }

  /**
   * @param waitMs how long to wait for a turn
   * @returns a function that gives the turn back; calling it again does nothing
   * @throws NoSlotError
   */
  async take(waitMs: number): Promise<() => void> {
    if (this.free > 0) this.free -= 1
    else await this.turn(waitMs)
    let left = false
    return () => {
      if (left) return
      left = true
      const next = this.waiting.shift()
      if (next) next()
      else this.free += 1
    }
  }

  private turn(waitMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const mine = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(mine), 1)
        reject(new NoSlotError())
      }, waitMs)
      this.waiting.push(mine)
    })
  }
}
