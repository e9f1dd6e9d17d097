import { carryAnchors, totalsOf, type Standing } from '@/domain/revision/rules'
import { blocksOf } from '@/text/blocks'
import { sentencesOf } from '@/text/sentences'
import { versionOf } from '@/text/revise/version'

/**
 * Measures how long it takes to find the claims of an article in its edited text, and how that time grows. 2,000
 * claims in 20,000 words are four times the first size. A factor of about 2 per doubling is linear, 4 is quadratic.
 *
 * npx tsx --tsconfig tsconfig.run.json bench/revise.ts
 */
const SIZES = [500, 1_000, 2_000, 4_000]
const WORDS_OF_A_SENTENCE = 10
const SENTENCES_OF_A_PARAGRAPH = 5

let state = 7
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}
const STEMS = ['مدينة', 'bridge', 'وزارة', 'opened', 'سنة', 'council', 'نهر', 'report', 'قال', 'north']
const word = () => `${STEMS[Math.floor(random() * STEMS.length)] ?? ''}${Math.floor(random() * 900)}`
const sentence = () => `The ${Array.from({ length: WORDS_OF_A_SENTENCE - 1 }, word).join(' ')}.`

type Edit = (paragraphs: string[][]) => string[][]

/**
 * Edits like a writer: changes a word in a tenth of the sentences, deletes some, adds some and moves a few
 * paragraphs.
 */
const edited: Edit = (paragraphs) => {
  const changed = paragraphs.map((paragraph) =>
    paragraph.flatMap((one) => {
      const dice = random()
      if (dice < 0.1) return [one.replace(/\S+/, word())]
      if (dice < 0.15) return []
      return dice < 0.2 ? [one, sentence()] : [one]
    }),
  )
  return [...changed.slice(5), ...changed.slice(0, 5)]
}
const rewritten: Edit = (paragraphs) => paragraphs.map((paragraph) => paragraph.map(sentence))

const textOf = (paragraphs: string[][]) =>
  paragraphs
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => paragraph.join(' '))
    .join('\n\n')

const read = (text: string) => versionOf(text, sentencesOf(text, blocksOf(text), 'ar'))

function measure(claims: number, edit: Edit): { ms: number; anchored: number } {
  const paragraphs = Array.from({ length: claims / SENTENCES_OF_A_PARAGRAPH }, () =>
    Array.from({ length: SENTENCES_OF_A_PARAGRAPH }, sentence),
  )
  const [before, after] = [textOf(paragraphs), textOf(edit(paragraphs))]
  const standing = sentencesOf(before, blocksOf(before), 'ar').map(({ start, end }, index): Standing => {
    const quote = before.slice(start, end - 1)
    const judged = { quote, context: [before.slice(start, end)] }
    return { claimId: String(index), quote, judged, start, end: end - 1, state: 'anchored' }
  })
  const from = performance.now()
  const carried = carryAnchors(read(before), read(after), standing)
  return { ms: performance.now() - from, anchored: totalsOf(carried).anchored }
}

for (const [name, edit] of [['edited', edited] as const, ['rewritten', rewritten] as const]) {
  measure(SIZES[0] ?? 500, edit)
  let last = Number.NaN
  for (const size of SIZES) {
    const { ms, anchored } = measure(size, edit)
    console.log(
      `${name.padEnd(10)} ${String(size).padStart(5)} claims in ${String(size * WORDS_OF_A_SENTENCE).padStart(6)} words ` +
        `${ms.toFixed(0).padStart(6)} ms  ×${(ms / last).toFixed(1)}  ${anchored} anchored`,
    )
    last = ms
  }
}
