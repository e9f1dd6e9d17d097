import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { runs } from '@/tests/properties'
import { formatOf } from '../format'
import { ImportProblem } from '../incoming'
import { readSubtitles } from './subtitles'

const read = (text: string) => readSubtitles(Buffer.from(text))
const paragraphs = (text: string) => {
  const { text: all, blocks } = read(text)
  return blocks.map(({ start, end }) => all.slice(start, end))
}
const cue = (from: number, to: number, ...lines: string[]) =>
  `00:00:${from.toFixed(3).padStart(6, '0')} --> 00:00:${to.toFixed(3).padStart(6, '0')}\n${lines.join('\n')}`
const srt = (...cues: string[]) =>
  cues.map((one, index) => `${index + 1}\n${one.replace(/(\d)\.(\d{3})/g, '$1,$2')}`).join('\n\n')
const vtt = (...blocks: string[]) => ['WEBVTT', ...blocks].join('\n\n')
const notices = (text: string) =>
  Object.fromEntries(read(text).notices.map(({ kind, count }) => [kind, count]))

describe('captions become sentences', () => {
  test('that run on over cues, lines and line ends of every kind', () => {
    const text = srt(
      cue(1, 3, 'The ferry carried 214 people,', 'though its licence'),
      cue(3, 5, 'allows for 150.'),
      cue(5.2, 7, 'The owner denies it.'),
    )
    for (const written of [text, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')])
      expect(paragraphs(written)).toEqual([
        'The ferry carried 214 people, though its licence allows for 150. The owner denies it.',
      ])
    expect(notices(text)).toEqual({ cue_times: 3 })
  })

  test('in paragraphs where somebody pauses or another one speaks', () => {
    expect(
      paragraphs(
        srt(
          cue(1, 2, 'قال الوزير إن الأسعار ارتفعت.'),
          cue(9, 10, 'ثم سكت.'),
          cue(10, 12, '- لماذا؟', '- لا أعلم.'),
        ),
      ),
    ).toEqual(['قال الوزير إن الأسعار ارتفعت.', 'ثم سكت.', 'لماذا؟', 'لا أعلم.'])
  })

  test('with the names of speakers where they change', () => {
    const text = vtt(
      cue(1, 2, '<v Noor>How many'),
      cue(2, 3, '<v Noor>were on board?</v>'),
      cue(3, 4, '<v.loud Layan Haddad>Two hundred &amp; <i>fourteen</i>.'),
    )
    expect(paragraphs(text)).toEqual([
      'Noor: How many were on board?',
      'Layan Haddad: Two hundred & fourteen.',
    ])
  })

  test('without numbers, names of cues, styles and times inside them', () => {
    const text = vtt(
      'NOTE made by hand',
      'STYLE\n::cue { color: lime }',
      `intro\n${cue(1, 2, '{\\an8}<c.yellow>Prices</c> <00:00:01.500>rose <b>5%</b>', '<font color="#fff">in May</font>.')}`,
    )
    expect(read(text).text).toBe('Prices rose 5% in May.')
    expect(notices(text)).toEqual({ cue_times: 1, cue_notes: 2 })
  })

  test('signs that are no marks stay', () => {
    expect(read(srt(cue(1, 2, 'It is < 5 and > 3, a<b, R&D &co;'))).text).toBe(
      'It is < 5 and > 3, a<b, R&D &co;',
    )
  })

  test('words after a blank line inside a cue, and cues without blank lines between them', () => {
    expect(read(`1\n${cue(1, 2, 'One', '', 'two.')}\n2\n${cue(2, 3, 'Three.')}`).text).toBe('One two. Three.')
  })

  test('what the first block of WebVTT says about the film', () => {
    const text = vtt(cue(1, 2, 'Les prix ont monté.')).replace(
      'WEBVTT',
      'WEBVTT - Les prix\nKind: captions\nLanguage: fr',
    )
    expect(read(text)).toMatchObject({ title: 'Les prix', language: 'fr' })
  })
})

describe('said once', () => {
  test('are lines that roll up the screen', () => {
    const text = vtt(
      cue(1, 3, 'the panel'),
      cue(3, 3.01, 'the panel'),
      cue(3.01, 5, 'the panel', 'will sit'),
      cue(5, 7, 'will sit', 'for nine days'),
    )
    expect(read(text).text).toBe('the panel will sit for nine days')
    expect(notices(text)).toEqual({ cue_times: 4, repeated_lines: 3 })
  })

  test('but twice what is said twice', () => {
    expect(read(srt(cue(1, 2, 'No!'), cue(2.05, 3, 'No!'))).text).toBe('No! No!')
    expect(paragraphs(srt(cue(1, 2, '- No!', '- No!')))).toEqual(['No!', 'No!'])
  })

  test.each([
    [
      'two lines of one cue',
      srt(cue(1, 2, 'ارتفعت الأسعار.', 'Prices rose.'), cue(2, 3, 'ثم هبطت.', 'Then they fell.')),
    ],
    [
      'two tracks, one after the other',
      srt(
        cue(1, 2, 'ارتفعت الأسعار.'),
        cue(1, 2, 'Prices rose.'),
        cue(2, 3, 'ثم هبطت.'),
        cue(2, 3, 'Then they fell.'),
      ),
    ],
    [
      'two tracks in a row',
      srt(
        cue(1, 2, 'ارتفعت الأسعار.'),
        cue(2, 3, 'ثم هبطت.'),
        cue(1, 2, 'Prices rose.'),
        cue(2, 3, 'Then they fell.'),
      ),
    ],
  ])('is a film in two languages: %s', (_name, text) => {
    expect(read(text).text).toBe('ارتفعت الأسعار. ثم هبطت.')
    expect(notices(text)).toMatchObject({ second_language: 2 })
  })

  test('a foreign sign in the picture stays', () => {
    const text = srt(
      cue(1, 3, 'He drove to the port.', 'ميناء'),
      cue(3, 5, 'He waited.'),
      cue(5, 7, 'Nobody came.'),
    )
    expect(read(text).text).toContain('ميناء')
  })
})

test('every word of a cue is in the text', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ب', 'م', '5'), minLength: 1, maxLength: 6 })
  const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const said = lines.map((one, index) => `L${index} ${one}.`)
      const text = srt(...said.map((one, index) => cue(index * 3, index * 3 + 2.5, one)))
      expect(read(text).text.replace(/\s+/g, ' ')).toBe(said.join(' '))
    }),
    { numRuns: runs(200), seed: 5 },
  )
})

test('captions are told by their content, whatever their name', () => {
  const of = (name: string, text: string) => formatOf({ name, type: '', bytes: Buffer.from(text) })
  expect(of('a.txt', srt(cue(1, 2, 'Words.')))).toBe('srt')
  expect(of('a.srt', vtt(cue(1, 2, 'Words.')))).toBe('vtt')
  expect(of('a.txt', '1\nThe first thing')).toBe('text')
})

test('a file without captions is refused', () => {
  expect(() => read('Just a text.')).toThrow(new ImportProblem('not_this_format'))
})

test('long captions take no time', () => {
  const cues = Array.from(
    { length: 20_000 },
    (_, index) => `${index}\n00:00:01,000 --> 09:00:02,000\n${'a'.repeat(20)} ${index}\n`,
  )
  expect(cpuTimeOf(() => read(cues.join('\n')))).toBeLessThan(QUICK_MS)
  expect(cpuTimeOf(() => read(`1\n00:00:01,000 --> 00:00:02,000\n${'<'.repeat(200_000)}`))).toBeLessThan(
    QUICK_MS,
  )
})
