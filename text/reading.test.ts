import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import { anchorAt, snapSelection } from './anchor'
import { locateAll } from './locate-quotes'
import { headlineStart, partAt, partOfSpan, partsOfReading, readingOf } from './reading'

const words = fc.array(
  fc.constantFrom('ferry', 'sank', '214', 'aboard', 'غرقت', 'العبّارة', '٢١٤', '.', '\n\n'),
  {
    minLength: 1,
    maxLength: 12,
  },
)
const text = words.map((some) => some.join(' '))
const headline = words.map((some) => some.join(' ').replace(/\n/g, ''))
const property = { numRuns: runs(200), seed: 42 }

describe('a reading', () => {
  it('has the offsets of its text, and the headline behind them', () => {
    fc.assert(
      fc.property(text, headline, (body, title) => {
        const reading = readingOf({ text: body, headline: title })
        expect(reading.slice(0, body.length)).toBe(body)
        expect(partsOfReading(reading).map((part) => part.text)).toEqual([body, title])
        if (title !== '') expect(reading.slice(headlineStart(body))).toBe(title)
      }),
      property,
    )
  })

  it('lets no quote, no context and no selection reach from one part into the other', () => {
    fc.assert(
      fc.property(text, headline, fc.nat(80), fc.nat(80), (body, title, from, to) => {
        const reading = readingOf({ text: body, headline: title })
        const span = snapSelection(reading, from, to)
        const quotes = [{ quote: `${body.slice(-9)} ${title.slice(0, 9)}` }, { quote: title }]
        const found = locateAll({ text: reading, quotes }).flatMap(({ words: one }) => one ?? [])
        const chosen = span ? [anchorAt(reading, span.start, span.end)] : []
        for (const one of [...found, ...chosen]) {
          const part = partOfSpan(reading, one)
          expect(part?.text).toContain(one.prefix + one.quote + one.suffix)
          expect(part?.part).toBe(partAt(one.start, headlineStart(body)))
        }
      }),
      property,
    )
  })

  it('tells words that stand in both parts by the part that is named', () => {
    const body = 'The ferry sank with 214 aboard. Nobody was hurt.'
    const reading = readingOf({ text: body, headline: 'Ferry sank with 214 aboard' })
    const quote = 'sank with 214 aboard'
    const [both, inText, inHeadline, byOffset, byContext] = locateAll({
      text: reading,
      quotes: [
        { quote },
        { quote, part: 'text' },
        { quote, part: 'headline' },
        { quote, hint: reading.lastIndexOf(quote) },
        { quote, suffix: '. Nobody was hurt' },
      ],
    })
    expect(both?.found?.kind).toBe('ambiguous')
    expect(inText?.words?.start).toBe(10)
    expect(inHeadline?.words).toMatchObject({ start: headlineStart(body) + 6, prefix: 'Ferry ', suffix: '' })
    expect(byOffset?.words?.start).toBe(headlineStart(body) + 6)
    expect(byContext?.words?.start).toBe(10)
  })
})
