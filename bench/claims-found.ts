import { existsSync, readFileSync } from 'node:fs'
import { sentencesToStore } from '@/domain/sentence/rules'
import { scoredSpans } from '@/text/cues/suggest'
import { WORTH_CHECKING } from '@/text/cues/score'
import { parseDraft } from '@/text/draft'

/** Measures how well the desk finds sentences worth checking, in articles that people have marked. */
type Marked = { language: string; title: string; sentences: { text: string; check: boolean }[] }

type Tally = { found: number; missed: number; wrong: number; left: number }

const given = process.argv.slice(2).find((one) => !one.startsWith('--'))
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

/** The sentences of one article. Each says whether people marked it for checking, by its words or by its position. */
function markedArticle(
  title: string,
  source: { text: string; as: 'text' | 'markdown' },
  language: string,
  isToCheck: (text: string, position: number) => boolean,
): Marked {
  const { text, blocks } = parseDraft(source.text, source.as)
  const sentences = sentencesToStore(text, blocks, language)
  return {
    language,
    title,
    sentences: sentences.map((one) => ({ text: one.text, check: isToCheck(one.text, one.position) })),
  }
}

function demoArticles(): Marked[] {
  const marked = JSON.parse(readFileSync('bench/marked/demo.json', 'utf8')) as {
    article: string
    check: string[]
  }[]
  return marked.map(({ article, check }) => {
    const language = /\.(\w+)\.md$/.exec(article)?.[1] ?? 'en'
    const text = readFileSync(`scripts/demo/${article}`, 'utf8')
    return markedArticle(article, { text, as: 'markdown' }, language, (words) => check.includes(words))
  })
}

/** A third-party article, marked by the positions of its sentences; none when the file is missing. */
function articleElsewhere(): Marked[] {
  const marked = JSON.parse(readFileSync('bench/marked/seed.json', 'utf8')) as {
    article: string
    language: string
    check: number[]
  }
  if (!existsSync(marked.article)) return []
  const source = { text: readFileSync(marked.article, 'utf8'), as: 'text' } as const
  return [markedArticle('seed', source, marked.language, (_, position) => marked.check.includes(position))]
}

const readMarked = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Marked[]
const articles = readMarked(given ?? 'bench/marked/claims.json')
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
if (!given) {
  print('demo', demoArticles().map(tally))
  const elsewhere = articleElsewhere()
  if (elsewhere.length > 0) print('seed', elsewhere.map(tally))
}
