import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '@/tests/properties'
import { joinedText, lettersOf } from '@/tests/cases/joined-text'
import { claimsOfNotes } from '@/domain/article/from-incoming'
import { anchorAt, snapSelection } from './anchor'
import { type Block, blocksOf } from './blocks'
import { CUE_LANGUAGES } from './cues/cue'
import { cuesOf } from './cues/cues'
import { suggestSpans } from './cues/suggest'
import { parseDraft } from './draft'
import { boundaryAfter, boundaryBefore, isBoundary, wholeLetters } from './grapheme'
import { locateQuote } from './locate'
import { compareVersions } from './revise/compare'
import { carryOver } from './revise/carry'
import { versionOf } from './revise/version'
import { judgedAt } from '@/tests/judged'
import { findMatches } from './search'
import { segmentText } from './segments'
import { sentencesOf } from './sentences'

type Span = { start: number; end: number }

const language = fc.constantFrom(...CUE_LANGUAGES, 'hi', 'ko', 'und')
const paragraph = (text: string): Block[] => [{ kind: 'paragraph', start: 0, end: text.length }]

/** Fails for a span that begins or ends inside a letter. */
function expectWhole(text: string, spans: readonly Span[], what: string) {
  const letters = lettersOf(text)
  const cut = spans.filter(({ start, end }) => !letters.has(start) || !letters.has(end))
  expect(cut, `${what} of ${JSON.stringify(text)}`).toEqual([])
}

const sentenceSpans = (text: string, tag: string) => [
  ...sentencesOf(text, blocksOf(text), tag),
  ...sentencesOf(text, paragraph(text), tag),
]

test('boundaries match Unicode Standard Annex 29', () => {
  fc.assert(
    fc.property(joinedText, (text) => {
      const letters = lettersOf(text)
      const found = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) =>
        isBoundary(text, at),
      )
      expect(found).toEqual([...letters].sort((a, b) => a - b))
    }),
    { numRuns: runs(3000) },
  )
})

test('a span widens to the letters it touches and no further', () => {
  fc.assert(
    fc.property(joinedText, fc.nat(), fc.nat(), (text, a, b) => {
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y)
      const whole = wholeLetters(text, { start, end })
      expectWhole(text, [whole], 'the span')
      expect([boundaryBefore(text, start), boundaryAfter(text, end)]).toEqual([whole.start, whole.end])
      expect(whole.start <= start && whole.end >= end).toBe(true)
    }),
  )
})

describe('no letter is split by', () => {
  const examples: [string, string][] = [
    ['” قال وفي “\u0301', 'ar'],
    ['"say no"\u0301 more', 'en'],
    ['«لن نعود»\u064e أبدا', 'ar'],
    ['He left.\u0308 She came. ', 'en'],
    ['One. \u0301Two.', 'en'],
    [' \u0301One', 'en'],
    ['«한 말»\u3099 그', 'ko'],
    ['क्या? \u093fहाँ।', 'hi'],
    ['“no way”\u200d\u2640 now', 'fr'],
    ['عام \u06002017', 'ar'],
  ]

  test('cues', () => {
    fc.assert(
      fc.property(joinedText, language, (text, tag) => expectWhole(text, cuesOf(text, tag), 'cues')),
      { numRuns: runs(2000), examples },
    )
  })

  test('blocks', () => {
    fc.assert(
      fc.property(joinedText, fc.constantFrom('text', 'markdown'), (written, as) => {
        const { text, blocks } = parseDraft(written, as)
        expectWhole(text, blocks, 'blocks')
      }),
      { numRuns: runs(1000) },
    )
  })

  test('sentences and suggestions', () => {
    fc.assert(
      fc.property(joinedText, language, (text, tag) => {
        const sentences = sentenceSpans(text, tag)
        expectWhole(text, sentences, 'sentences')
        expectWhole(text, suggestSpans(text, sentences, tag), 'suggestions')
      }),
      { numRuns: runs(2000), examples },
    )
  })

  test('quotes, selections, contexts and segments', () => {
    fc.assert(
      fc.property(joinedText, fc.nat(), fc.nat(), (text, a, b) => {
        const selected = snapSelection(text, a % (text.length + 1), b % (text.length + 1))
        if (!selected) return
        const { prefix, suffix } = anchorAt(text, selected.start, selected.end)
        const context = { start: selected.start - prefix.length, end: selected.end + suffix.length }
        const quote = text.slice(selected.start, selected.end)
        const found = locateQuote(text, quote.normalize('NFD'), { prefix, suffix })
        const spans = found?.kind === 'ambiguous' ? found.candidates : found ? [found] : []
        expectWhole(text, [selected, context, ...spans], 'quotes')
        expectWhole(text, segmentText(text, [{ id: 'a', ...selected }]), 'segments')
      }),
      { numRuns: runs(2000) },
    )
  })

  test('hits of a search', () => {
    fc.assert(
      fc.property(joinedText, fc.nat(), (text, a) => {
        const from = a % (text.length + 1)
        expectWhole(text, findMatches(text, text.slice(from, from + 3)), 'hits')
      }),
      { numRuns: runs(1000) },
    )
  })

  test('notes that come with a file', () => {
    fc.assert(
      fc.property(joinedText, fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y)
        const claims = claimsOfNotes(text, [
          { start, end, text: 'a note', author: '', links: [], origin: 'comment' },
        ])
        const spans = claims.map((claim) => ({ start: claim.start, end: claim.start + claim.quote.length }))
        expectWhole(text, spans, 'notes')
      }),
      { numRuns: runs(1000) },
    )
  })

  test('the quote after an edit, and the changes it shows', () => {
    fc.assert(
      fc.property(joinedText, joinedText, joinedText, fc.nat(), (before, mine, after, a) => {
        const [old, fresh] = [`${before}${mine}`, `${before}${after}${mine}`].map((text) =>
          versionOf(text, sentencesOf(text, blocksOf(text), 'ar')),
        )
        if (!old || !fresh) return
        const quote = snapSelection(old.text, a % (old.text.length + 1), old.text.length)
        const carried = quote ? carryOver(old, fresh, [judgedAt(old, quote)]) : []
        expectWhole(
          fresh.text,
          carried.flatMap((one) => (one.kind === 'gone' ? [] : [one.span])),
          'carried',
        )
        const runs = compareVersions(old, fresh).flatMap((row) => row.runs)
        expectWhole(
          fresh.text,
          runs.map((run) => run.fresh),
          'changes',
        )
        expectWhole(
          old.text,
          runs.map((run) => run.old),
          'changes',
        )
      }),
      { numRuns: runs(1000) },
    )
  })
})

test('a joiner stays with the letter before it', () => {
  expect(locateQuote('او می\u200cگوید', 'می')).toBeNull()
  expect(snapSelection('می\u200cگوید', 3, 5)).toEqual({ start: 0, end: 7 })
  expect(locateQuote('👩\u200d👩\u200d👦', '👩')).toBeNull()
})
