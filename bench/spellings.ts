import { readFileSync } from 'node:fs'
import { findMatches } from '@/text/search'
import { foldSearch } from '@/text/fold'
import { searchTerms } from '@/text/search'

/**
 * Measures how many pairs of a text and a query are found that must be, and how many that must not, by language. In
 * brackets stands what the search fold alone gives, without the accepted spellings.
 *
 * npx tsx --tsconfig tsconfig.run.json bench/spellings.ts
 */
type Pair = [text: string, query: string]
const marked = JSON.parse(readFileSync('bench/marked/spellings.json', 'utf8')) as Record<
  string,
  { found: Pair[]; apart: Pair[] }
>

const isFound = ([text, query]: Pair) => findMatches(text, query).length > 0
const isFoldedAlike = ([text, query]: Pair) => {
  const { folded } = foldSearch(text)
  const words = foldSearch(query).folded.split(' ')
  return searchTerms(query).length > 0 && words.every((word) => folded.includes(word))
}
const count = (pairs: readonly Pair[], is: (pair: Pair) => boolean) => pairs.filter(is).length

console.log('| language | same | found | apart | found all the same |')
console.log('| -------- | ---- | ----- | ----- | ------------------ |')
for (const [language, { found, apart }] of Object.entries(marked)) {
  const [right, before] = [count(found, isFound), count(found, isFoldedAlike)]
  const [wrong, wrongBefore] = [count(apart, isFound), count(apart, isFoldedAlike)]
  console.log(
    `| ${language} | ${found.length} | ${right} (${before}) | ${apart.length} | ${wrong} (${wrongBefore}) |`,
  )
}
