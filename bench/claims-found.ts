import { readFileSync } from 'node:fs'
import { scoredSpans } from '@/domain/text/cues/suggest'
import { WORTH_CHECKING } from '@/domain/text/cues/score'

/** How well sentences worth checking are found in articles whose sentences people marked. */
type Marked = { language: string; title: string; sentences: { text: string; check: boolean }[] }

type Tally = { found: number; missed: number; wrong: number; left: number }

const file = process.argv.slice(2).find((one) => !one.startsWith('--')) ?? 'bench/marked/claims.json'
const showErrors = process.argv.includes('--errors')

function tally({ language, title, sentences }: Marked): Tally {
  const counts: Tally = { found: 0, missed: 0, wrong: 0, left: 0 }
  let at = 0
  const spans = sentences.map(({ text }) => {
    const span = { start: at, end: at + text.length }
    at = span.end + 1
    return span
  })
  const scored = scoredSpans(sentences.map(({ text }) => text).join(' '), spans, language)
  sentences.forEach(({ text, check }, index) => {
    const { score = 0, cues = [] } = scored[index] ?? {}
    const suggested = score >= WORTH_CHECKING
    const outcome = check ? (suggested ? 'found' : 'missed') : suggested ? 'wrong' : 'left'
    counts[outcome]++
    if (showErrors && (outcome === 'missed' || outcome === 'wrong')) {
      console.log(
        `${outcome} ${score.toFixed(2)} ${title}: ${text}  [${cues.map(({ kind }) => kind).join(' ')}]`,
      )
    }
  })
  return counts
}

const share = (part: number, rest: number) =>
  part + rest === 0 ? '    –' : (part / (part + rest)).toFixed(3)

function print(name: string, tallies: Tally[]) {
  const sum = (outcome: keyof Tally) => tallies.reduce((total, one) => total + one[outcome], 0)
  const [found, missed, wrong] = [sum('found'), sum('missed'), sum('wrong')]
  const sentences = found + missed + wrong + sum('left')
  console.log(
    `${name.padEnd(6)} recall ${share(found, missed)}  precision ${share(found, wrong)}  of ${sentences} sentences, ${found + missed} to check`,
  )
}

const articles = JSON.parse(readFileSync(file, 'utf8')) as Marked[]
const tallies = articles.map((article) => ({ language: article.language, counts: tally(article) }))
for (const language of new Set(tallies.map((one) => one.language))) {
  print(
    language,
    tallies.filter((one) => one.language === language).map(({ counts }) => counts),
  )
}
print(
  'all',
  tallies.map(({ counts }) => counts),
)
