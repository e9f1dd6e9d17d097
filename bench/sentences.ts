import { deskEnds, ends, f1, markedTexts, segmenterEnds, tallies, total, type MarkedText } from './boundaries'
import { BEFORE } from './sentences-before'

/**
 * Measures how well the desk finds the ends of sentences in hand-marked texts. It prints F1 by part and language, and
 * by part and kind, beside the earlier values and those of the platform's segmenter. With `--misses`, it also prints
 * the text around each missed end (−) and each false end (+), for the part that is seen while rules are written.
 *
 * npx tsx --tsconfig tsconfig.run.json bench/sentences.ts
 */
const texts = markedTexts()
const percent = (share: number) => (share * 100).toFixed(1).padStart(6)

function print(name: string, key: string, some: readonly MarkedText[]) {
  const [desk, plain] = [deskEnds, segmenterEnds].map((finder) =>
    total(tallies(some, () => name, finder).values()),
  )
  if (!desk || !plain) return
  process.stdout.write(
    `${name.padEnd(20)} ${String(desk.marked).padStart(5)} ends ${percent(f1(desk))} ${(BEFORE[key] ?? 0).toFixed(1).padStart(6)} ${percent(f1(plain))}\n`,
  )
}

process.stdout.write(`${'F1'.padEnd(20)} ${' '.repeat(10)} ${'desk'.padStart(6)} before  plain\n`)
for (const part of ['seen', 'apart'] as const) {
  const own = texts.filter((one) => one.part === part)
  print(part, part, own)
  for (const by of ['language', 'kind'] as const)
    for (const value of new Set(own.map((one) => one[by])))
      print(
        `  ${value}`,
        `${part} ${value}`,
        own.filter((one) => one[by] === value),
      )
}

if (process.argv.includes('--misses'))
  for (const text of texts.filter(({ part }) => part === 'seen')) {
    const { found, marked } = ends(text)
    const around = (end: number) => JSON.stringify(text.text.slice(Math.max(0, end - 40), end + 40))
    for (const end of marked.filter((one) => !found.includes(one))) process.stdout.write(`− ${around(end)}\n`)
    for (const end of found.filter((one) => !marked.includes(one))) process.stdout.write(`+ ${around(end)}\n`)
  }
