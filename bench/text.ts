import { fold, foldSearch } from '@/text/fold'
import { locateQuote } from '@/text/locate'
import { findMatches } from '@/text/search'
import { longInputs } from '@/tests/cases/load'

/**
 * Measures how much longer each reading of an awkward text takes at twice the length: about 2 is linear, 4 is
 * quadratic.
 */
const READINGS: Record<string, (text: string) => unknown> = {
  fold,
  foldSearch,
  locate: (text) => locateQuote(`${text} the end`, 'the end'),
  search: (text) => findMatches(text, text.slice(-20)),
}

const ROUNDS = 5

function best(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  return Math.min(...times)
}

for (const { name, text } of longInputs())
  for (const [reading, read] of Object.entries(READINGS)) {
    const [once, twice] = [best(() => read(text)), best(() => read(text + text))]
    process.stdout.write(
      `${name.padEnd(24)} ${reading.padEnd(11)} ${once.toFixed(1)} ms  ×${(twice / once).toFixed(1)}\n`,
    )
  }
