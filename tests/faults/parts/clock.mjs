import fs from 'node:fs'

/** Shifts the clock of this process by the milliseconds that a file holds, so that it jumps when the file changes. */
const file = process.env.FAULTS_CLOCK ?? ''
const Real = Date
let shiftMs = 0
const read = () => {
  try {
    shiftMs = Number(fs.readFileSync(file, 'utf8')) || 0
  } catch {
    shiftMs = 0
  }
}
if (file) {
  setInterval(read, 200).unref()
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length === 0) super(Real.now() + shiftMs)
      else super(...given)
    }
    static now() {
      return Real.now() + shiftMs
    }
  }
}
