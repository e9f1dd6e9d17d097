import { ends, markedTexts, precision, recall, tallies, total, type Tally } from './boundaries'

/**
 * Measures how well the desk finds the ends of sentences in hand-marked texts, by language and in total. With
 * `--misses`, it also prints the text around each missed end (−) and each false end (+).
 *
 * npx tsx --tsconfig tsconfig.run.json bench/sentences.ts
 */
const texts = markedTexts()
const byLanguage = tallies(texts)

function show(name: string, tally: Tally) {
  const per = (share: number) => share.toFixed(3)
  process.stdout.write(
    `${name.padEnd(6)} ${String(tally.marked).padStart(4)} ends  precision ${per(precision(tally))}  recall ${per(recall(tally))}\n`,
  )
}

for (const [language, tally] of byLanguage) show(language, tally)
show('total', total(byLanguage.values()))

if (process.argv.includes('--misses'))
  for (const marked of texts) {
    const { found, marked: wanted } = ends(marked)
    const around = (end: number) => JSON.stringify(marked.text.slice(Math.max(0, end - 40), end + 40))
    for (const end of wanted.filter((one) => !found.includes(one))) process.stdout.write(`− ${around(end)}\n`)
    for (const end of found.filter((one) => !wanted.includes(one))) process.stdout.write(`+ ${around(end)}\n`)
  }
