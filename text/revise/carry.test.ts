import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { runs } from '@/tests/properties'
import { loadCase } from '@/tests/cases/load'
import { judgedAt } from '@/tests/judged'
import { samePassage } from '../same-passage'
import { locateQuote, type Span } from '../locate'
import { carryOver, type Carried } from './carry'
import { contextOf, versionOf } from './version'

/** Good enough for these texts: a sentence ends with a stop before a blank, or with its paragraph. */
function sentences(text: string): Span[] {
  return [...text.matchAll(/[^\s][^\n]*?(?:[.!?؟](?=\s|$)|(?=\n)|$)/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
const version = (text: string) => versionOf(text, sentences(text))

function spanOf(text: string, quote: string, from = 0): Span {
  const start = text.indexOf(quote, from)
  if (start < 0) throw new Error(`No ${quote}`)
  return { start, end: start + quote.length }
}

function becomes(before: string, quote: string, after: string): { one: Carried; words: string } {
  const old = version(before)
  const [one] = carryOver(old, version(after), [judgedAt(old, spanOf(before, quote))])
  if (!one) throw new Error('lost')
  return { one, words: one.kind === 'gone' ? '' : after.slice(one.span.start, one.span.end) }
}

type CaseClaim = {
  quote: string
  start_hint_utf16: number
  expect: { status: 'anchored' | 'orphan'; start_utf16: number; end_utf16: number }
}

test.each(['C02_lookalike_after_delete', 'C04_reimport_edited'])(
  '%s: nothing goes to a lookalike',
  (name) => {
    const { before, after, claims } = loadCase<{ before: string; after: string; claims: CaseClaim[] }>(name)
    const spans = claims.map((claim) => {
      const found = locateQuote(before, claim.quote, { hint: claim.start_hint_utf16 })
      if (found?.kind !== 'span') throw new Error(`${claim.quote} is not in the text`)
      return found
    })
    const old = version(before)
    const carried = carryOver(
      old,
      version(after),
      spans.map((span) => judgedAt(old, span)),
    )
    expect(carried).toHaveLength(claims.length)
    claims.forEach((claim, index) => {
      const one = carried[index]
      expect(one?.kind).toBe(claim.expect.status === 'orphan' ? 'gone' : 'kept')
      if (one?.kind === 'kept')
        expect(one.span).toEqual({ start: claim.expect.start_utf16, end: claim.expect.end_utf16 })
    })
  },
)

test('copies keep their order where none came or went, and ask where one did', () => {
  const { article, claims } = loadCase<{
    article: string
    claims: { quote: string; prefix: string; expect: { status: string; start_utf16: number } }[]
  }>('C01_repeated_quote')
  const spans = claims
    .filter((claim) => claim.expect.status === 'anchored')
    .map(({ quote, expect: { start_utf16: start } }) => ({ start, end: start + quote.length }))
  const after = `A new first line.\n\n${article}`
  const old = version(article)
  const carried = carryOver(
    old,
    version(after),
    spans.map((span) => judgedAt(old, span)),
  )
  expect(carried.map((one) => one.kind === 'kept' && one.span.start - 19)).toEqual(
    spans.map((span) => span.start),
  )
  const copies = 'It rose. It rose. It rose.'
  const three = version(copies)
  const [second] = carryOver(three, version('It rose. It rose.'), [judgedAt(three, { start: 9, end: 16 })])
  expect(second).toMatchObject({ kind: 'gone', reason: 'copies' })
})

const BEFORE = 'The bridge opened in 1932. It carries 503 cars. Nobody paid a toll at first.'

describe('a changed word is asked about, however small', () => {
  it.each([
    ['a number', 'The bridge opened in 1932', 'The bridge opened in 1933'],
    ['digits before it', 'carries 503 cars', 'carries 1,503 cars'],
    ['a name', 'The bridge opened', 'The tunnel opened'],
    ['a negation', 'The bridge opened in 1932', 'The bridge never opened in 1932'],
    ['the last word', 'at first', 'at last'],
    ['a capital', 'Nobody paid a toll', 'Nobody paid a Toll'],
  ])('%s', (_, quote, edited) => {
    const after = BEFORE.replace(quote, edited)
    const whole = becomes(BEFORE, sentenceOf(quote), after)
    expect(whole.one).toMatchObject({ kind: 'changed', reason: 'words' })
    expect(whole.words).toBe(sentenceOf(quote).replace(quote, edited))
  })

  const sentenceOf = (quote: string) =>
    sentences(BEFORE)
      .map((span) => BEFORE.slice(span.start, span.end))
      .find((sentence) => sentence.includes(quote)) ?? ''

  it('where the rest of a number joins the quote', () => {
    expect(
      becomes('Prices grew by 1. So it is.', 'Prices grew by 1', 'Prices grew by 1.5. So it is.').one.kind,
    ).toBe('changed')
    expect(becomes('It has 5 percent.', '5 percent', 'It has 15 percent.').one.kind).not.toBe('kept')
    expect(becomes('It has 5 shares.', 'It has 5', 'It has 5% shares.').one.kind).not.toBe('kept')
  })

  it('in Arabic too', () => {
    const before = 'وصلت 12 شاحنة إلى المدينة أمس. ثم غادرت.'
    const { one, words } = becomes(before, 'وصلت 12 شاحنة إلى المدينة أمس', before.replace('12', '13'))
    expect(one.kind).toBe('changed')
    expect(words).toBe('وصلت 13 شاحنة إلى المدينة أمس')
  })
})

describe('what keeps its words', () => {
  it('moves with its paragraph', () => {
    const before = 'One came first of all.\n\nTwo followed with 22 men.\n\nThree closed the row.'
    const after = 'Two followed with 22 men.\n\nThree closed the row.\n\nOne came first of all.'
    const { one, words } = becomes(before, 'One came first', after)
    expect(one).toMatchObject({ kind: 'kept', moved: true, before: true })
    expect(words).toBe('One came first')
  })

  it('keeps it through quotes, spaces, harakat and tatweel', () => {
    const { one, words } = becomes(
      'قال "إن العدد بلغ 12" أمس.',
      '"إن العدد بلغ 12"',
      'قال «إنّ العـدد بلغ ١٢» أمس.',
    )
    expect(one).toMatchObject({ kind: 'kept', typography: true, moved: false })
    expect(words).toBe('«إنّ العـدد بلغ ١٢»')
  })

  it('never goes to a short lookalike in another sentence', () => {
    expect(
      becomes('There were 120 cases. The end.', '120 cases', 'The end. He sold 120 cases of wine.').one.kind,
    ).toBe('gone')
  })
})

type Sentence = { id: number; words: string[] }
type Paragraph = Sentence[]

const WORDS = ['الوزارة', 'قالت', 'bridge', 'مركز', 'opened', '12', '٣٥', 'per', 'cent', 'не', 'المدينة', 'x']
const render = (paragraphs: readonly Paragraph[]) => {
  let text = ''
  const places = new Map<number, Span>()
  for (const paragraph of paragraphs.filter((one) => one.length > 0)) {
    if (text) text += '\n\n'
    paragraph.forEach((sentence, index) => {
      if (index > 0) text += ' '
      const start = text.length
      text += `${sentence.words.join(' ')}.`
      places.set(sentence.id, { start, end: text.length })
    })
  }
  const spans = [...places.values()].sort((a, b) => a.start - b.start)
  return { text, places, version: versionOf(text, spans) }
}

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 6 })
  .map((words): Omit<Sentence, 'id'> => ({ words }))
const article = fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
const edit = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'move', 'digit'),
  at: fc.nat(),
  to: fc.nat(),
  sentence,
})

/** Ten thousand runs in all, in parts that each end in time on a busy machine. */
const PARTS = [1, 2, 3, 4, 5]

test.each(PARTS)('random edits never move a claim onto other words, and lose none (%i)', () => {
  let kept = 0
  fc.assert(
    fc.property(
      article,
      fc.array(edit, { maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      (shape, edits, picks, marked) => {
        let ids = 0
        const named = (words: string[]): Sentence => {
          ids += 1
          return { id: ids, words: marked ? [...words.slice(0, 1), `w${ids}`, ...words.slice(1)] : words }
        }
        let paragraphs = shape.map((paragraph) => paragraph.map(({ words }) => named(words)))
        const old = render(paragraphs)
        const changed = new Set<number>()
        for (const one of edits) {
          const place = one.at % paragraphs.length
          const paragraph = paragraphs[place] ?? []
          const index = one.to % (paragraph.length + 1)
          if (one.kind === 'insert') {
            paragraphs[place] = [
              ...paragraph.slice(0, index),
              named(one.sentence.words),
              ...paragraph.slice(index),
            ]
          } else if (one.kind === 'delete') {
            paragraphs[place] = paragraph.filter((_, at) => at !== index)
          } else if (one.kind === 'move') {
            const rest = paragraphs.filter((_, at) => at !== place)
            const to = one.to % (rest.length + 1)
            paragraphs = [...rest.slice(0, to), paragraph, ...rest.slice(to)]
          } else {
            paragraphs[place] = paragraph.map((each, at) => {
              const digit = at === index ? each.words.findIndex((word) => /^[12٣]/.test(word)) : -1
              if (digit < 0) return each
              changed.add(each.id)
              return {
                ...each,
                words: each.words.map((word, i) => (i === digit ? `7${word.slice(1)}` : word)),
              }
            })
          }
        }
        const fresh = render(paragraphs)
        const owners = [...old.places.keys()]
        const claims = picks.map(([which, a, b]) => {
          const id = owners[which % owners.length] ?? 0
          const home = old.places.get(id) ?? { start: 0, end: 0 }
          const stops = [...old.text.slice(home.start, home.end).matchAll(/\S+/gu)].map((match) => ({
            start: home.start + match.index,
            end: home.start + match.index + match[0].length,
          }))
          const [first, last] = [a % stops.length, b % stops.length].sort((x, y) => x - y)
          return { id, start: stops[first ?? 0]?.start ?? 0, end: stops[last ?? 0]?.end ?? 0 }
        })
        const carried = carryOver(
          old.version,
          fresh.version,
          claims.map((claim) => judgedAt(old.version, claim)),
        )
        expect(carried).toHaveLength(claims.length)
        carried.forEach((one, index) => {
          const claim = claims[index]
          if (!claim) throw new Error('more answers than claims')
          const quote = old.text.slice(claim.start, claim.end)
          if (one.kind === 'gone') return
          expect(one.span.end).toBeGreaterThan(one.span.start)
          if (one.kind === 'kept') {
            kept += 1
            const [before, after] = [contextOf(old.version, claim), contextOf(fresh.version, one.span)]
            expect(after.map((sentence, at) => samePassage(sentence, before[at] ?? ''))).not.toContain(false)
          }
          if (one.kind === 'changed' || !quote.includes(`w${claim.id}`)) return
          const home = fresh.places.get(claim.id)
          expect(home).toBeDefined()
          expect(one.span.start).toBeGreaterThanOrEqual(home?.start ?? Infinity)
          expect(one.span.end).toBeLessThanOrEqual(home?.end ?? -1)
        })
        if (edits.length === 0 || (marked && edits.every((one) => one.kind === 'move')))
          expect(carried.every((one) => one.kind === 'kept')).toBe(true)
        if (marked)
          carried.forEach((one, index) => {
            const claim = claims[index]
            if (claim && fresh.places.has(claim.id) && !changed.has(claim.id)) expect(one.kind).toBe('kept')
          })
      },
    ),
    { numRuns: runs(10_000 / PARTS.length) },
  )
  expect(kept).toBeGreaterThan(1_000)
})
