import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { WORTH_CHECKING } from '@/text/cues/score'
import { type Suggestion, scoredSpans } from '@/text/cues/suggest'
import { type MarkedText, articleElsewhere, demoArticles, firstArticles, handMarked } from './marked-texts'
import { averagePrecision, averagePrecisionByChance, byGrams, longestFirst } from './ranking'

/**
 * Measures how well the desk finds the sentences worth checking, in texts that people have marked. It prints the mean
 * average precision (MAP) of its order per text, beside three simple orders, and recall and precision of its
 * suggestions. The values in brackets are those of an earlier score, from `bench/marked/check/before.json`; `--keep`
 * overwrites that file.
 *
 * npx tsx --tsconfig tsconfig.run.json bench/claims-found.ts [--errors | --top] [kind]
 *
 * `--errors` lists wrong and missed suggestions, `--top` the first ten of each text; both only for the part that was
 * seen while the score was built.
 */
const flags = process.argv.slice(2).filter((one) => one.startsWith('--'))
const onlyKind = process.argv.slice(2).find((one) => !one.startsWith('--'))
const BEFORE = 'bench/marked/check/before.json'

type Scored = { marked: MarkedText; scored: Suggestion[] }
type Figures = { map: number; recall: number; precision: number }

const all = [...handMarked(), ...firstArticles(), ...demoArticles(), ...articleElsewhere()].filter(
  ({ kind }) => onlyKind === undefined || kind === onlyKind,
)
const scoredTexts: Scored[] = all.map((marked) => ({
  marked,
  scored: scoredSpans(marked.text, marked.sentences, marked.language),
}))
const before: Record<string, Figures> = existsSync(BEFORE)
  ? (JSON.parse(readFileSync(BEFORE, 'utf8')) as Record<string, Figures>)
  : {}
const now: Record<string, Figures> = {}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

function figuresOf(texts: readonly Scored[]): Figures {
  const pairs = texts.flatMap(({ marked, scored }) =>
    marked.sentences.map(({ check }, at) => ({
      check,
      suggested: (scored[at]?.score ?? 0) >= WORTH_CHECKING,
    })),
  )
  const count = (check: boolean, suggested: boolean) =>
    pairs.filter((one) => one.check === check && one.suggested === suggested).length
  const found = count(true, true)
  return {
    map: mean(
      texts.map(({ marked, scored }) =>
        averagePrecision(
          marked,
          scored.map(({ score }) => score),
        ),
      ),
    ),
    recall: found / (found + count(true, false)),
    precision: found / (found + count(false, true)),
  }
}

/** The other half of the marked texts, so that no order is learnt from the text that it sorts. */
const learntFrom = (text: MarkedText) =>
  all.filter((one) => one.language === text.language && one !== text && one.part === 'seen')

function print(name: string, texts: readonly Scored[]) {
  if (texts.length === 0) return
  const figures = figuresOf(texts)
  now[name] = figures
  const told = (key: keyof Figures) =>
    `${figures[key].toFixed(3)} (${before[name] === undefined ? '  –  ' : before[name][key].toFixed(3)})`
  const marked = texts.map((one) => one.marked)
  const longest = mean(marked.map((one) => averagePrecision(one, longestFirst(one))))
  const grams = mean(marked.map((one) => averagePrecision(one, byGrams(learntFrom(one))(one))))
  const chance = mean(marked.map(averagePrecisionByChance))
  const sentences = marked.flatMap((one) => one.sentences)
  const toCheck = sentences.filter(({ check }) => check).length
  console.log(
    [
      name.padEnd(20),
      `MAP ${told('map')}`,
      `longest ${longest.toFixed(3)}  words ${grams.toFixed(3)}  chance ${chance.toFixed(3)}`,
      `recall ${told('recall')}`,
      `precision ${told('precision')}`,
      `${toCheck} of ${sentences.length}`,
    ].join('   '),
  )
}

function printErrors({ marked, scored }: Scored) {
  marked.sentences.forEach(({ start, end, check }, at) => {
    const { score = 0, cues = [] } = scored[at] ?? {}
    if (check === score >= WORTH_CHECKING) return
    const kinds = cues
      .map((cue) => `${cue.kind}${cue.slight ? '–' : ''} ${marked.text.slice(cue.start, cue.end)}`)
      .join(' | ')
    console.log(
      `${check ? 'missed' : 'wrong '} ${score.toFixed(2)} ${marked.text.slice(start, end)}  [${kinds}]`,
    )
  })
}

const TOP = 10

function printTop({ marked, scored }: Scored) {
  console.log(`\n${marked.title}`)
  const ranked = scored
    .map((one, at) => ({ ...one, check: marked.sentences[at]?.check === true }))
    .sort((a, b) => b.score - a.score)
  for (const { start, end, score, check, cues } of ranked.slice(0, TOP)) {
    const kinds = cues
      .map((cue) => `${cue.kind}${cue.slight ? '–' : ''} ${marked.text.slice(cue.start, cue.end)}`)
      .join(' | ')
    console.log(`${check ? '+' : '-'} ${score.toFixed(2)} ${marked.text.slice(start, end)}  [${kinds}]`)
  }
}

const seen = scoredTexts.filter(({ marked }) => marked.part === 'seen')
if (flags.includes('--errors')) seen.forEach(printErrors)
if (flags.includes('--top')) seen.forEach(printTop)

const names = new Set(all.flatMap(({ kind, language, part }) => [`${kind} ${language} ${part}`]))
for (const name of names) {
  print(
    name,
    scoredTexts.filter(({ marked }) => `${marked.kind} ${marked.language} ${marked.part}` === name),
  )
}
for (const part of ['seen', 'apart']) {
  for (const language of ['en', 'ar']) {
    const own = scoredTexts.filter(({ marked }) => marked.part === part && marked.language === language)
    print(`all ${language} ${part}`, own)
  }
}
if (flags.includes('--keep')) writeFileSync(BEFORE, `${JSON.stringify(now, null, 2)}\n`)
