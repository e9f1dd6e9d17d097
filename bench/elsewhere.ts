import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { asTheDesk, byBm25, byLikeness, type ClaimRanker } from './claim-rankers'
import { claimsOf, markedMessages, type MarkedMessage } from './marked-messages'
import { PARTS } from './marked-texts'
import { precisionOf } from './ranking'

/**
 * Measures how well the desk finds the checked claim that answers a message, a headline or a sentence. It prints the
 * mean average precision (MAP) of the first five, how many answers are among them, how many are listed at all, how many
 * opposites rank above the answer, and how many other claims are listed. For comparison it also ranks all claims by
 * likeness, without keys and cut, and by BM25. The values in brackets are the desk's earlier ones, from
 * `bench/marked/elsewhere/before.json`; `--keep` overwrites that file.
 *
 * npx tsx --tsconfig tsconfig.run.json bench/elsewhere.ts [--errors]
 *
 * `--errors` lists the messages whose answer is not the first, only for the part that was seen while the search was
 * built.
 */
const FIRST = 5
const BEFORE = 'bench/marked/elsewhere/before.json'
const LANGUAGES = ['en', 'ar']
const RANKERS: Record<string, (claims: readonly string[], language: string) => ClaimRanker> = {
  desk: asTheDesk,
  likeness: byLikeness,
  bm25: byBm25,
}
const flags = process.argv.slice(2)

type Figures = { map: number; first: number; listed: number; opposites: number; others: number }
type Asked = { message: MarkedMessage; lists: Record<string, string[]> }

const before: Record<string, Figures> = existsSync(BEFORE)
  ? (JSON.parse(readFileSync(BEFORE, 'utf8')) as Record<string, Figures>)
  : {}
const now: Record<string, Figures> = {}
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

/** The rank of a claim in a list, from 0; Infinity when it is not listed. */
function rankOf(claim: string | null, ranked: readonly string[]): number {
  const at = claim === null ? -1 : ranked.indexOf(claim)
  return at < 0 ? Infinity : at
}

function figuresOf(asked: readonly Asked[], ranker: string): Figures {
  const found = asked.map(({ message, lists }) => {
    const ranked = lists[ranker] ?? []
    const [rank, opposite] = [rankOf(message.answer, ranked), rankOf(message.opposite, ranked)]
    return {
      rank,
      opposite,
      precision: precisionOf(ranked.slice(0, FIRST).map((claim) => claim === message.answer)),
      others: ranked.length - Number(rank < Infinity) - Number(opposite < Infinity),
    }
  })
  return {
    map: mean(found.map(({ precision }) => precision)),
    first: mean(found.map(({ rank }) => Number(rank < FIRST))),
    listed: mean(found.map(({ rank }) => Number(rank < Infinity))),
    opposites: found.filter(({ rank, opposite }) => opposite < rank).length,
    others: mean(found.map(({ others }) => others)),
  }
}

const COLUMNS: { title: string; key: keyof Figures; digits: number; rankers: string[] }[] = [
  { title: `MAP@${FIRST}`, key: 'map', digits: 3, rankers: ['desk', 'likeness', 'bm25'] },
  { title: `first ${FIRST}`, key: 'first', digits: 2, rankers: ['desk', 'likeness', 'bm25'] },
  { title: 'listed', key: 'listed', digits: 2, rankers: ['desk'] },
  { title: 'opposites above', key: 'opposites', digits: 0, rankers: ['desk', 'likeness', 'bm25'] },
  { title: 'others listed', key: 'others', digits: 1, rankers: ['desk'] },
]
const FACTS = ['part', 'language', 'kind', 'asked', 'with opposite']
const TITLES = [
  ...FACTS,
  ...COLUMNS.flatMap(({ title, rankers }) => rankers.map((ranker) => (ranker === 'desk' ? title : ranker))),
]

function rowOf(name: string, asked: readonly Asked[]): string[] {
  const figures = Object.fromEntries(Object.keys(RANKERS).map((one) => [one, figuresOf(asked, one)]))
  const { desk } = figures
  if (desk) now[name] = desk
  return COLUMNS.flatMap(({ key, digits, rankers }) =>
    rankers.map((ranker) => {
      const figure = figures[ranker]?.[key].toFixed(digits) ?? ''
      return ranker === 'desk' ? `${figure} (${before[name]?.[key].toFixed(digits) ?? '–'})` : figure
    }),
  )
}

function printTable(rows: readonly string[][]) {
  const widths = TITLES.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const print = (cells: readonly string[]) =>
    console.log(`| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`)
  print(TITLES)
  print(widths.map((width) => '-'.repeat(width)))
  rows.forEach(print)
}

function printError({ message, lists }: Asked) {
  const ranked = lists.desk ?? []
  const rank = rankOf(message.answer, ranked)
  if (rank === 0) return
  console.log(`\n${rank < Infinity ? rank + 1 : 'not listed'}: ${message.text}`)
  console.log(`= ${message.answer}`)
  ranked.slice(0, Math.min(rank, FIRST)).forEach((claim) => console.log(`> ${claim}`))
}

const marked = markedMessages()
const kinds = [...new Set(marked.messages.map(({ kind }) => kind))]
const all = LANGUAGES.flatMap((language) => {
  const claims = claimsOf(language, marked)
  console.log(`${language}: ${claims.length} claims`)
  const rankers = Object.entries(RANKERS).map(([name, make]) => [name, make(claims, language)] as const)
  return marked.messages
    .filter((message) => message.language === language)
    .map((message): Asked => ({
      message,
      lists: Object.fromEntries(rankers.map(([name, rank]) => [name, rank(message.text)])),
    }))
})

if (flags.includes('--errors')) all.filter(({ message }) => message.part === 'seen').forEach(printError)

printTable(
  PARTS.flatMap((part) =>
    LANGUAGES.flatMap((language) =>
      ['all', ...kinds].map((kind) => {
        const asked = all.filter(
          ({ message }) =>
            message.part === part &&
            message.language === language &&
            (kind === 'all' || message.kind === kind),
        )
        const withOpposite = asked.filter(({ message }) => message.opposite !== null).length
        const facts = [part, language, kind, String(asked.length), String(withOpposite)]
        return [...facts, ...rowOf(`${kind} ${language} ${part}`, asked)]
      }),
    ),
  ),
)
if (flags.includes('--keep')) writeFileSync(BEFORE, `${JSON.stringify(now, null, 2)}\n`)
