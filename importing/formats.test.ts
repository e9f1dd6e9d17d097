import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/text/locale'
import { messagesOf } from '@/services/messages'
import { formatOf } from './format'
import { acceptOf, formatNamed, FORMATS, inWords, isText, CLAIM_IMPORT_FORMATS, type Format } from './formats'

const formats = Object.entries(FORMATS).map(([key, facts]) => ({ format: key as Format, ...facts }))

describe('a format that articles are read from', () => {
  it.each(formats)('$name is recognised by each ending, and the file dialog offers it', (one) => {
    for (const ending of one.endings) {
      expect(formatNamed(`A name.${ending.toUpperCase()}`)).toBe(one.format)
      expect(acceptOf(FORMATS).split(',')).toContain(`.${ending}`)
    }
    for (const media of one.media) expect(acceptOf(FORMATS).split(',')).toContain(media)
  })

  it.each(formats.filter(({ format }) => isText(format)))('$name is recognised by its media type', (one) => {
    for (const type of one.media)
      expect(formatOf({ name: 'without an ending', type, bytes: Buffer.from('words') })).toBe(one.format)
  })

  it.each(LOCALES)('is named by every sentence that lists the accepted formats: %s', (locale) => {
    const { errors, importing } = messagesOf(locale)
    const others = /other \{([^}]*)\}/.exec(errors.importUnsupported)?.[1] ?? ''
    for (const { endings } of formats)
      for (const sentence of [errors.importNotThisFormat, errors.importNotText, others])
        expect(sentence.replaceAll('\u200e', '')).toContain(`.${endings[0]}`)
    for (const { format, name, endings } of formats.filter((one) => one.format !== 'text'))
      for (const sentence of [importing.fileHint, importing.bulk.filesHint])
        expect(sentence.replaceAll('\u200e', '')).toContain(isText(format) ? name : `.${endings[0]}`)
  })

  it('is named in the guide and in the API description', () => {
    const guide = readFileSync('docs/guide.md', 'utf8')
    const upload = /\*\*Upload a file\*\* \(([^)]*)\)/.exec(guide)?.[1]?.toLowerCase().split(', ') ?? []
    expect(upload.sort()).toEqual(formats.map(({ name }) => name.toLowerCase()).sort())
    expect(inWords()).toBe(
      'Text, Markdown, HTML, EML, NITF, NewsML-G2, SubRip, WebVTT, .docx, .odt, .rtf or .pdf',
    )
  })
})

it.each([
  ['figures.json', '{"rose": 5}'],
  ['table.csv', 'year,tonnes\n2026,340\n'],
  ['ترجمة.ass', '[Script Info]\nTitle: x\n'],
  ['page.webloc', '[InternetShortcut]\nURL=https://example.org/a\n'],
  ['CHART.PY', 'print(5)\n'],
])('%s is refused by its ending and never taken as plain text', (name, words) => {
  const problem = () => formatOf({ name, type: 'text/plain', bytes: Buffer.from(words) })
  expect(problem).toThrow('import: unsupported')
})

it.each(['Prices rose 2.5', 'مقال.النهائي', 'draft.v2', 'story.final'])(
  'but %j is a name like any other',
  (name) => expect(formatOf({ name, type: '', bytes: Buffer.from('Prices rose.') })).toBe('text'),
)

it('the file dialog offers a list of claims by ending and media type', () => {
  expect(acceptOf(CLAIM_IMPORT_FORMATS)).toBe(
    '.csv,.tsv,.txt,text/csv,text/tab-separated-values,.json,application/json',
  )
})
