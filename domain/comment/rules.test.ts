import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chosenName,
  directionApart,
  mentionsIn,
  nameBeingTyped,
  namedIn,
  peopleNamed,
  piecesOf,
  threadsOf,
} from './rules'

const person = (name: string, at = 0) => ({
  id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  name,
})
const MONA = person('Mona', 1)
const MONA_HASSAN = person('Mona Hassan', 2)
const HUDA = person('هدى الراوي', 3)
const PEOPLE = [MONA, MONA_HASSAN, HUDA]
const namesIn = (text: string) => mentionsIn(text, PEOPLE).map((one) => one.person.name)

describe('mentionsIn', () => {
  it.each([
    ['@Mona, please look', ['Mona']],
    ['Ask @Mona Hassan.', ['Mona Hassan']],
    ['Ask @Mona Hassanein', ['Mona']],
    ['Ask @Monash University', []],
    ['write to desk@Mona', []],
    ['(@هدى الراوي) و@Mona', ['هدى الراوي', 'Mona']],
    ['«@هدى الراوي»، انظري', ['هدى الراوي']],
    ['كتب@هدى الراوي', []],
    ['وب@Mona', ['Mona']],
    ['قول@Mona', []],
    ['@هدى', []],
    ['@@Mona', ['Mona']],
    ['@mona', []],
    ['', []],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names)
  })

  it('finds the words that it says it finds', () => {
    const texts = fc.array(fc.constantFrom('@', ' ', 'Mona', ' Hassan', 'هدى', ' الراوي', 'x', '\n'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('')
        let end = 0
        for (const one of mentionsIn(text, PEOPLE)) {
          expect(text.slice(one.start, one.end)).toBe(`@${one.person.name}`)
          expect(one.start).toBeGreaterThanOrEqual(end)
          end = one.end
        }
      }),
      { seed: 15 },
    )
  })
})

describe('the direction of a comment', () => {
  it.each([
    ['@هدى الراوي is that the year?', 'ltr'],
    ['@Mona Hassan هل هذه هي السنة؟', 'rtl'],
    ['و@Mona هل راجعتها؟', 'rtl'],
    ['12: @هدى الراوي, @Mona — please', 'ltr'],
    ['@Mona ١٢٪ ثم less', 'rtl'],
    ['@هدى الراوي @Mona', 'auto'],
    ['@هدى is nobody’s whole name', 'rtl'],
    ['', 'auto'],
  ])('%s', (text, direction) => expect(directionApart(text, PEOPLE)).toBe(direction))

  it('is that of its words, whatever names stand anywhere in it', () => {
    const name = fc.constantFrom(...PEOPLE.map((one) => `@${one.name}`))
    const words = fc.constantFrom('see', 'the register', '12 %', '—')
    const arabic = fc.constantFrom('انظر', 'السجل', '١٢٪', '،')
    for (const [some, direction] of [
      [words, 'ltr'],
      [arabic, 'rtl'],
    ] as const)
      fc.assert(
        fc.property(fc.array(fc.oneof(name, some), { maxLength: 6 }), (parts) => {
          const text = parts.join(' ')
          const hasWords = parts.some((part) => !part.startsWith('@') && /\p{L}/u.test(part))
          expect(directionApart(text, PEOPLE)).toBe(hasWords ? direction : 'auto')
          expect(
            piecesOf(text, PEOPLE)
              .map((one) => one.text)
              .join(''),
          ).toBe(text)
        }),
        { seed: 15 },
      )
  })

  it('names each person once', () => {
    expect(namedIn('@Mona and @Mona Hassan and @Mona', PEOPLE)).toEqual([MONA, MONA_HASSAN])
  })
})

describe('a name that is being typed', () => {
  it.each([
    ['@', 1, { start: 0, typed: '' }],
    ['ask @Mo', 7, { start: 4, typed: 'Mo' }],
    ['ask @Mona Ha', 12, { start: 4, typed: 'Mona Ha' }],
    ['اسأل @هد', 8, { start: 5, typed: 'هد' }],
    ['desk@example', 12, null],
    ['@ Mona', 6, null],
    ['@Mona\nis', 8, null],
    ['@Mona  is', 9, null],
    ['nobody', 6, null],
    ['@Mo later', 3, { start: 0, typed: 'Mo' }],
  ])('%j at %d', (text, caret, typed) => expect(nameBeingTyped(text, caret)).toEqual(typed))

  it.each([
    ['mo', ['Mona', 'Mona Hassan']],
    ['has', ['Mona Hassan']],
    ['هدي', ['هدى الراوي']],
    ['راو', []],
    ['الراوى', ['هدى الراوي']],
    ['zz', []],
  ])('finds people for %s', (typed, names) =>
    expect(peopleNamed(typed, PEOPLE, 5).map(({ name }) => name)).toEqual(names),
  )

  const put = (text: string, typed: { start: number; end: number }, name: string) => {
    const { start, end, words } = chosenName(text, typed, name)
    return { text: text.slice(0, start) + words + text.slice(end), caret: start + words.length }
  }

  it('is replaced by the chosen name, with one space behind it', () => {
    expect(put('ask @Mo now', { start: 4, end: 7 }, 'Mona Hassan')).toEqual({
      text: 'ask @Mona Hassan now',
      caret: 17,
    })
    expect(put('@', { start: 0, end: 1 }, 'هدى الراوي')).toEqual({ text: '@هدى الراوي ', caret: 12 })
  })

  it('once chosen, is found in the text', () => {
    const before = fc.constantFrom('', 'ask ', 'اسأل ', '(')
    fc.assert(
      fc.property(
        before,
        fc.constantFrom(...PEOPLE),
        fc.constantFrom('', ' now', ' الآن'),
        (start, who, rest) => {
          const typed = { start: start.length, end: start.length + 1 }
          const { text, caret } = put(`${start}@${rest}`, typed, who.name)
          expect(mentionsIn(text, PEOPLE).map((one) => one.person)).toEqual([who])
          expect(text.slice(0, caret)).toBe(`${start}@${who.name} `)
        },
      ),
      { seed: 15 },
    )
  })
})

it('comments stand in their threads, each in the order of its writing', () => {
  const said = (id: string, threadId = id) => ({ id, threadId })
  const threads = threadsOf([said('5', '1'), said('4', '2'), said('3', '1'), said('2'), said('1')])
  expect(threads.map((one) => one.map(({ id }) => id))).toEqual([
    ['1', '3', '5'],
    ['2', '4'],
  ])
})
