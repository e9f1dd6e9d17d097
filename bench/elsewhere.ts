import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { asTheDesk, byBm25, byLikeness, type ClaimRanker } from './claim-rankers'
import { claimsOf, markedMessages, type MarkedMessage } from './marked-messages'
import { PARTS } from './marked-texts'
import { precisionOf } from './ranking'

/**
 * Measures how well the desk finds the checked claim that answers a message, a headline or a sentence: the mean average
 * precision (MAP) of the first five, how many answers stand among them, how many are listed at all, how many opposites
 * stand above the answer, and how many claims are listed. Beside it stand the likeness of all claims without keys and
 * cut, and BM25. In brackets stands what `bench/marked/elsewhere/before.json` keeps; `--keep` writes it anew.
 *
 * npx tsx --tsconfig tsconfig.run.json bench/elsewhere.ts [--errors]
 *
 * `--errors` lists the messages whose answer is not the first, only of the part that was seen while building.
 */
const FIRST = 5
const BEFORE = 'bench/marked/elsewhere/before.json'
const LANGUAGES = ['en', 'ar']
const flags = process.argv.slice(2)

type Figures = { map: number; first: number; listed: number; opposites: number; length: number }
type Asked = { message: MarkedMessage; ranked: string[] }

const before: Record<string, Figures> = existsSync(BEFORE)
  ? (JSON.parse(readFileSync(BEFORE, 'utf8')) as Record<string, Figures>)
  : {}
const now: Record<string, Figures> = {}
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

/** The place of a claim in a list, the first being 0; behind all others when it is not listed. */
function placeOf(claim: string | null, ranked: readonly string[]): number {
  const at = claim === null ? -1 : ranked.indexOf(claim)
  return at < 0 ? Infinity : at
}

function figuresOf(asked: readonly Asked[]): Figures {
  const places = asked.map(({ message, ranked }) => placeOf(message.answer, ranked))
  return {
    map: mean(
      asked.map(({ message, ranked }) =>
        precisionOf(ranked.slice(0, FIRST).map((claim) => claim === message.answer)),
      ),
    ),
    first: mean(places.map((place) => (place < FIRST ? 1 : 0))),
    listed: mean(places.map((place) => (place < Infinity ? 1 : 0))),
    opposites: asked.filter(
      ({ message, ranked }, at) => placeOf(message.opposite, ranked) < (places[at] ?? Infinity),
    ).length,
    length: mean(asked.map(({ ranked }) => ranked.length)),
  }
}

function print(name: string, asked: readonly Asked[]) {
  if (asked.length === 0) return
  const figures = figuresOf(asked)
  now[name] = figures
  const told = (key: keyof Figures, digits: number) =>
    `${figures[key].toFixed(digits)} (${before[name]?.[key].toFixed(digits) ?? '–'})`
  const withOpposite = asked.filter(({ message }) => message.opposite !== null).length
  console.log(
    [
      name.padEnd(26),
      `MAP@${FIRST} ${told('map', 3)}`,
      `first ${FIRST} ${told('first', 2)}`,
      `listed ${told('listed', 2)}`,
      `opposites above ${told('opposites', 0)} of ${withOpposite}`,
      `${told('length', 1)} listed each`,
      `${asked.length} asked`,
    ].join('   '),
  )
}

function printError({ message, ranked }: Asked) {
  const place = placeOf(message.answer, ranked)
  if (place === 0) return
  const [best] = ranked
  console.log(
    [
      `${place < Infinity ? place + 1 : '–'}  ${message.text}`,
      `= ${message.answer}`,
      `> ${best ?? '–'}`,
      '',
    ].join('\n'),
  )
}

const marked = markedMessages()
const kinds = [...new Set(marked.messages.map(({ kind }) => kind))]
const results = LANGUAGES.flatMap((language) => {
  const claims = claimsOf(language, marked)
  console.log(`${claims.length} claims ${language}`)
  const rankers: Record<string, ClaimRanker> = {
    desk: asTheDesk(claims, language),
    likeness: byLikeness(claims, language),
    bm25: byBm25(claims),
  }
  const messages = marked.messages.filter((message) => message.language === language)
  return Object.entries(rankers).map(([ranker, rank]) => ({
    ranker,
    language,
    asked: messages.map((message) => ({ message, ranked: rank(message.text) })),
  }))
})

if (flags.includes('--errors'))
  for (const { asked } of results.filter(({ ranker }) => ranker === 'desk'))
    asked.filter(({ message }) => message.part === 'seen').forEach(printError)

for (const part of PARTS) {
  for (const kind of [...kinds, 'all']) {
    for (const { ranker, language, asked } of results) {
      print(
        `${kind} ${language} ${part} ${ranker}`,
        asked.filter(({ message }) => message.part === part && (kind === 'all' || message.kind === kind)),
      )
    }
  }
}
if (flags.includes('--keep')) writeFileSync(BEFORE, `${JSON.stringify(now, null, 2)}\n`)
