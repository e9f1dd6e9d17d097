const STOPS = '.!?…؟۔。'
const CLOSERS = `"')]}`
const CHUNK = 8192

/**
 * Collects folded units with their offsets. A run of white space becomes one space. With `dropAfterStop`, the space
 * after a sentence end goes too, because a selection across a paragraph break may lack it; between digits the space
 * stays, because "3. 5" is not "3.5".
 */
export class FoldedOutput {
  private units: Uint16Array
  private map: Uint32Array
  private length = 0
  private spaceAt = -1
  private last = 0
  private afterStop = false
  private digitBeforeStop = false

  constructor(
    expected: number,
    private readonly dropAfterStop: boolean,
  ) {
    this.units = new Uint16Array(expected + 16)
    this.map = new Uint32Array(expected + 17)
  }

  /** Adds one folded letter; its units get the given offsets, or all the offset `start` when there are none. */
  add(letter: string, start: number, offsets: number[] | null): void {
    if (letter === '') return
    if (letter === ' ') {
      if (this.spaceAt < 0) this.spaceAt = offsets?.[0] ?? start
      return
    }
    const digit = letter >= '0' && letter <= '9'
    if (this.spaceAt >= 0) {
      const dropped = this.afterStop && !(this.digitBeforeStop && digit)
      if (!dropped) this.push(0x20, this.spaceAt)
      this.spaceAt = -1
    }
    if (this.dropAfterStop) this.watchStops(letter)
    for (let unit = 0; unit < letter.length; unit++) {
      this.push(letter.charCodeAt(unit), offsets?.[unit] ?? start)
    }
  }

  private watchStops(letter: string): void {
    if (STOPS.includes(letter)) {
      this.digitBeforeStop = this.last >= 0x30 && this.last <= 0x39
      this.afterStop = true
    } else if (!CLOSERS.includes(letter)) {
      this.afterStop = false
    }
  }

  private push(unit: number, offset: number): void {
    if (this.length >= this.units.length) {
      const units = new Uint16Array(this.units.length * 2)
      units.set(this.units)
      this.units = units
      const map = new Uint32Array(units.length + 1)
      map.set(this.map)
      this.map = map
    }
    this.units[this.length] = unit
    this.map[this.length] = offset
    this.length++
    this.last = unit
  }

  finish(textLength: number): { folded: string; map: Uint32Array } {
    if (this.spaceAt >= 0 && !this.afterStop) this.push(0x20, this.spaceAt)
    const parts: string[] = []
    for (let at = 0; at < this.length; at += CHUNK) {
      parts.push(String.fromCharCode(...this.units.subarray(at, Math.min(at + CHUNK, this.length))))
    }
    const map = this.map.slice(0, this.length + 1)
    map[this.length] = textLength
    return { folded: parts.join(''), map }
  }
}
