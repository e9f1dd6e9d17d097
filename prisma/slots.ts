/** Nobody left in time; `code` is the one that Prisma gives when no connection came free in time. */
export class NoSlotError extends Error {
  readonly code = 'P2024'
  constructor() {
    super('No turn came in time')
    this.name = 'NoSlotError'
  }
}

/** Lets so many in at once, and the others wait for their turn in the order they came. */
export class Slots {
  private free: number
  private readonly waiting: (() => void)[] = []

  constructor(size: number) {
    this.free = size
  }

  /**
   * @param waitMs how long to wait for a turn
   * @returns gives the turn back; a second time it does nothing
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
