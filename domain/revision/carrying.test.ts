import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import { blocksOf } from '@/text/blocks'
import { locateAll } from '@/text/locate-quotes'
import { headlineStart, partAt, readingOf } from '@/text/reading'
import { samePassage } from '@/text/same-passage'
import type { KnownChange } from '@/text/revise/known'
import { carryText } from './carrying'
import type { Standing } from './rules'
import { storedText } from './stored-text'

const STATEMENTS = [
  'Ferry Dawn sank with 214 aboard',
  'Ferry Dawn sank with 124 aboard',
  'Nobody was hurt',
  'The harbour master said that nobody was hurt',
  'غرقت العبّارة وعلى متنها 214 راكبًا',
  'غرقت العبّارة وعلى متنها 124 راكبًا',
  'لم يُصب أحد',
]
const statement = fc.constantFrom(...STATEMENTS)
const article = fc.record({
  text: fc.array(statement, { minLength: 1, maxLength: 5 }).map((some) => `${some.join('. ')}.`),
  headline: statement,
})

function readArticle(given: { text: string; headline: string }) {
  const { sentences } = storedText({ ...given, blocks: blocksOf(given.text) }, 'en', 'text')
  const spans = JSON.parse(sentences) as { start: number; end: number; text: string }[]
  return { ...given, reading: readingOf(given), sentences, spans }
}

type Read = ReturnType<typeof readArticle>

const contextIn = ({ spans }: Read, { start, end }: { start: number; end: number }) =>
  spans.filter((one) => one.start < end && one.end > start).map((one) => one.text)

/** A claim on each statement of both parts, wherever it stands once. */
function claimsIn(read: Read): Standing[] {
  const quotes = (['text', 'headline'] as const).flatMap((part) =>
    STATEMENTS.map((quote) => ({ quote, part })),
  )
  return locateAll({ text: read.reading, quotes }).flatMap(({ words }, index): Standing[] => {
    if (!words) return []
    const { quote, start, end } = words
    const judged = { quote, context: contextIn(read, words) }
    return [{ claimId: String(index), quote, judged, start, end, state: 'anchored' }]
  })
}

const carried = (old: Read, fresh: Read, standing: readonly Standing[]) =>
  carryText({
    old: { text: old.reading, sentences: old.sentences },
    fresh: { text: fresh.reading, sentences: fresh.sentences },
    standing,
  })

describe('a text and its headline', () => {
  it('carry their claims each for itself, and none to other words', () => {
    fc.assert(
      fc.property(article, article, (before, after) => {
        const [old, fresh] = [readArticle(before), readArticle(after)]
        const standing = claimsIn(old)
        const { anchors } = carried(old, fresh, standing)
        expect(anchors.map((one) => one.claimId)).toEqual(standing.map((one) => one.claimId))
        anchors.forEach((anchor, index) => {
          const from = standing[index]
          if (!from) throw new Error('no claim')
          const was = partAt(from.start, headlineStart(old.text))
          expect(partAt(anchor.start, headlineStart(fresh.text))).toBe(was)
          if (anchor.state === 'orphaned') return
          expect(fresh.reading.slice(anchor.start, anchor.end)).toBe(anchor.quote)
          if (anchor.state !== 'anchored') return
          const context = contextIn(fresh, anchor)
          expect(context).toHaveLength(from.judged.context.length)
          expect(context.every((one, at) => samePassage(one, from.judged.context[at] ?? ''))).toBe(true)
        })
      }),
      { numRuns: runs(300), seed: 42 },
    )
  })

  it('keep every claim where only the other part is another one', () => {
    fc.assert(
      fc.property(article, article, fc.boolean(), (before, after, retitled) => {
        const old = readArticle(before)
        const fresh = readArticle(
          retitled ? { ...before, headline: after.headline } : { ...after, headline: before.headline },
        )
        const untouched = retitled ? 'text' : 'headline'
        const standing = claimsIn(old).filter(
          (one) => partAt(one.start, headlineStart(old.text)) === untouched,
        )
        const { anchors } = carried(old, fresh, standing)
        expect(anchors.every((anchor) => anchor.state === 'anchored')).toBe(true)
      }),
      { numRuns: runs(300), seed: 43 },
    )
  })
})

describe('known changes of a text', () => {
  const read = (text: string) => readArticle({ text, headline: 'Ferry' })
  const claimOn = (old: Read, quote: string, claimId = '1'): Standing => {
    const start = old.text.indexOf(quote)
    const span = { start, end: start + quote.length }
    return { claimId, quote, judged: { quote, context: contextIn(old, span) }, ...span, state: 'anchored' }
  }
  /** A change of words that stand once in their text. */
  const change = (old: Read, fresh: Read, was: string, is: string): KnownChange => ({
    old: { start: old.text.indexOf(was), end: old.text.indexOf(was) + was.length },
    fresh: { start: fresh.text.indexOf(is), end: fresh.text.indexOf(is) + is.length },
  })
  const carriedBy = (old: Read, fresh: Read, quote: string, known?: KnownChange[]) =>
    carryText({
      old: { text: old.reading, sentences: old.sentences },
      fresh: { text: fresh.reading, sentences: fresh.sentences },
      standing: [claimOn(old, quote)],
      known,
    })

  it('tell what the words of a claim became, where nobody could guess it', () => {
    const [old, fresh] = [
      read('Only nine people came. It rained.'),
      read('Hundreds crowded the pier. It rained.'),
    ]
    const known = [change(old, fresh, 'Only nine people came', 'Hundreds crowded the pier')]
    expect(carriedBy(old, fresh, 'nine people').anchors[0]).toMatchObject({ outcome: 'gone' })
    const { anchors, followed } = carriedBy(old, fresh, 'nine people', known)
    expect(followed).toBe(true)
    expect(anchors[0]).toMatchObject({ state: 'changed', quote: 'Hundreds crowded the pier' })
    expect(anchors[0]?.remarks).toEqual(expect.arrayContaining(['own', 'tracked']))
  })

  it('tell which of two copies stayed, and that taken out words are gone', () => {
    const [old, fresh] = [read('It rose. Then calm. It rose.'), read('Then calm. It rose.')]
    const cut = { old: { start: 0, end: 9 }, fresh: { start: 0, end: 0 } }
    expect(carriedBy(old, fresh, 'It rose', [cut]).anchors[0]).toMatchObject({ state: 'orphaned' })
    const last = { ...claimOn(old, 'It rose'), start: 20, end: 27 }
    const { anchors } = carryText({
      old: { text: old.reading, sentences: old.sentences },
      fresh: { text: fresh.reading, sentences: fresh.sentences },
      standing: [last],
      known: [cut],
    })
    expect(anchors[0]).toMatchObject({ state: 'anchored', start: 11 })
  })

  it('never keep a verdict on other words, and work in Arabic', () => {
    const [old, fresh] = [
      read('غرقت العبّارة وعلى متنها 214 راكبًا.'),
      read('غرقت العبّارة وعلى متنها 124 راكبًا.'),
    ]
    const { anchors } = carriedBy(old, fresh, '214 راكبًا', [change(old, fresh, '214', '124')])
    expect(anchors[0]).toMatchObject({ state: 'changed', quote: '124 راكبًا' })
  })

  it('are ignored when they do not lead to the new text', () => {
    const [old, fresh] = [read('It rose by 4. It fell.'), read('It rose by 5. It fell twice.')]
    const known = [change(old, fresh, '4', '5')]
    const { anchors, followed } = carriedBy(old, fresh, 'rose by 4', known)
    expect(followed).toBe(false)
    expect(anchors[0]?.remarks).not.toContain('tracked')
  })
})
