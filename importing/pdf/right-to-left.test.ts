import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { caseFile } from '@/tests/office-files'
import { withJoinedLetters } from './joined-letters'
import { fromLeft } from './marks'
import { bracketsOf, reordered } from './order'
import { readPdf } from './pdf'

/** Files as a browser and an office program print them, each with a font that joins letters. */
const ARABIC = [
  'قال الأمين العام إن الآلاف من اللاجئين وصلوا إلى المخيم، ولا أحد يعلم عددهم. وبلغت الكلفة 1,250 دولارًا للفرد (أي ١٢٫٥٪ من الميزانية)، بحسب «لجنة الإغاثة».',
  'وأضاف: «لله الأمر من قبل ومن بعد». وفي المدينة 3 مستشفيات، إلا أن اثنين منها مغلقان منذ 2024/5/1.',
  'إجلاء الأطفال أولاً.',
  'لا تأخير بعد الثلاثاء.',
]
const PERSIAN = [
  'به گفتهٔ سازمان هواشناسی، بارش در ۱۴ استان ۲۳٫۵٪ کمتر از سال گذشته بود و سالانه ۲۱۰ میلیمتر است (گزارش ۱۴۰۳).',
  '«اولین بار است که لالهٔ واژگون زودتر گل میدهد»، یک کشاورز گفت.',
]
const HEBREW = [
  'מספר התלמידים ירד ב-12%',
  'משרד החינוך אמר כי 1,480 תלמידים עזבו (מתוך 12,300) בשנת 2025, לעומת 960 בשנה שלפניה.',
]

test.each([
  ['pdf-arabic-browser.pdf', ARABIC],
  ['pdf-arabic-office.pdf', ARABIC],
  ['pdf-persian-browser.pdf', PERSIAN],
  ['pdf-persian-office.pdf', PERSIAN],
  ['pdf-hebrew-browser.pdf', HEBREW],
])('%s is read letter by letter in its order', async (name, paragraphs) => {
  const { text, blocks } = await readPdf(caseFile(name))
  const read = blocks.map(({ start, end }) => text.slice(start, end))
  expect(read.slice(0, paragraphs.length)).toEqual(paragraphs)
})

test('a file keeps the title in its properties', async () => {
  const { title, text } = await readPdf(caseFile('pdf-titled-office.pdf'))
  expect(title).toBe('Harrow Bay wind farm')
  expect(text).toContain('في عامها الأول، أي أكثر من المخطط بنسبة ٤٪.')
})

test('a line of Latin words among Arabic ones ends with its full stop', async () => {
  const { text } = await readPdf(caseFile('pdf-arabic-browser.pdf'))
  expect(text).toMatch(/Contact: UNHCR office \(Ras al-Ayn\), \+963 21 555\.$/)
})

describe('letters that one glyph shows together', () => {
  const map = (lines: string) => `/CIDInit begincmap ${lines} endcmap`
  const file = (stream: string | Buffer, dict = '', trailer = '') => {
    const body = typeof stream === 'string' ? Buffer.from(stream, 'latin1') : stream
    return Buffer.concat([
      Buffer.from(`%PDF-1.7\n5 0 obj\n<<${dict}/Length ${body.length}>>\nstream\n`, 'latin1'),
      body,
      Buffer.from(
        `\nendstream\nendobj\ntrailer\n<</Size 6/Root 1 0 R${trailer}>>\nstartxref\n9\n%%EOF`,
        'latin1',
      ),
    ])
  }
  const added = (given: Buffer) => {
    const { bytes, lettersOf } = withJoinedLetters(given)
    const update = Buffer.from(bytes).subarray(given.length).toString('latin1')
    const codes = [...update.matchAll(/<([0-9a-f]{4})>(?=\s*(?:\n|endbf|\]|<))/g)].map(([, code = '']) =>
      lettersOf(String.fromCharCode(parseInt(code, 16))),
    )
    return { update, codes }
  }

  test.each([
    ['beginbfchar <1e> <06440623> endbfchar', ['لأ']],
    ['beginbfchar\n<001e> <06440627>\n<001f> <0651064e>\nendbfchar', ['لا', '\u0651\u064e']],
    ['beginbfrange\n<1e> <1e> <064406440647>\nendbfrange', ['لله']],
    ['beginbfrange\n<1e> <1f> [<06440625> <06440622>]\nendbfrange', ['لإ', 'لآ']],
    ['beginbfchar <01> <05D005B7> endbfchar', ['\u05d0\u05b7']],
  ])('are named once by a code of their own: %s', (lines, letters) => {
    for (const given of [file(map(lines)), file(deflateSync(map(lines)), '/Filter/FlateDecode')]) {
      const { update, codes } = added(given)
      expect(update).toMatch(/startxref\n\d+\n%%EOF\n$/)
      expect(codes.filter((code) => letters.includes(code))).toEqual(letters)
    }
  })

  test.each([
    ['Latin letters', file(map('beginbfchar <1e> <00660069> endbfchar'))],
    ['single letters', file(map('beginbfchar <1e> <0644> endbfchar'))],
    ['a range that counts on', file(map('beginbfrange <1e> <20> <06440623> endbfrange'))],
    ['a locked file', file(map('beginbfchar <1e> <06440623> endbfchar'), '', '/Encrypt 9 0 R')],
    ['a stream that is none', file('beginbfchar <1e> <06440623> endbfchar')],
    ['a damaged stream', file('x', '/Filter/FlateDecode')],
    ['no PDF', Buffer.from('stream begincmap beginbfchar <1e> <06440623> endbfchar')],
  ])('leave the bytes as they are: %s', (_, given) => {
    expect(withJoinedLetters(given).bytes).toBe(given)
  })
})

test.each([
  'stream '.repeat(100_000),
  '1 0 obj<<>>stream\nbegincmap endstream'.repeat(20_000),
  `1 0 obj<<>>stream\nbegincmap ${'beginbfchar '.repeat(80_000)} endstream`,
  `1 0 obj<<>>stream\nbegincmap beginbfrange ${'<1><1>['.repeat(100_000)} endbfrange endstream`,
  '1 '.repeat(150) + 'stream',
  ('1 1 '.repeat(70) + 'stream').repeat(3_000),
])('a large file is searched in time', (bytes) => {
  const given = Buffer.from(`%PDF ${bytes}`)
  expect(cpuTimeOf(() => withJoinedLetters(given))).toBeLessThan(QUICK_MS)
})

describe('vowel signs painted by themselves', () => {
  const run = (text: string, x: number, width: number) => ({ text, x, y: 0, width, size: 10, page: 1 })
  test.each([
    ['over the left half of its letter', [run('ل', 0, 5), run('ج', 5, 8), run('\u0651', 7, 0)], ['ل', 'جّ']],
    ['at the left edge', [run('ج', 5, 8), run('\u0651', 5, 0)], ['جّ']],
    ['over a run of letters', [run('لجو', 0, 30), run('\u0651', 15, 0)], ['لجّو']],
    ['over Hebrew', [run('א', 0, 6), run('\u05b8', 3, 0), run('ב', 6, 6)], ['אָ', 'ב']],
    ['over nothing', [run('ج', 5, 8), run('\u0651', 40, 0)], ['ج', '\u0651']],
    ['over a Latin letter', [run('e', 0, 5), run('\u0301', 2, 0)], ['e', '\u0301']],
  ])('follow their letter: %s', (_, row, texts) => {
    expect(fromLeft(row).map(({ text }) => text)).toEqual(texts)
  })
})

describe('brackets', () => {
  test.each([
    [['قال )أمس( إنه'], 'painted'],
    [['قال (أمس) إنه'], 'named'],
    [['קבוצה ]א[ כאן', 'ב (ג)', 'ד )ה('], 'painted'],
    [['گفت »نه«'], 'painted'],
    [['»Nein«, sagte er (heute)'], 'named'],
    [[], 'named'],
  ])('of %j are %s', (lines, brackets) => expect(bracketsOf(lines)).toBe(brackets))

  const parts = (...texts: string[]) => texts.map((text, index) => ({ text, blank: index > 0 }))
  const read = (texts: string[], brackets: 'named' | 'painted') =>
    reordered(parts(...texts), brackets)
      .map(({ text }) => text)
      .join(' ')
  const touching = (texts: string[]) =>
    reordered(
      texts.map((text) => ({ text, blank: false })),
      'named',
    )
      .map(({ text }) => text)
      .join('')
  test.each([
    [['2026', '-003', '0'], '2026-0030'],
    [['1', '2', '3'], '123'],
    [['12', '.5'], '12.5'],
    [['31', '/12', '/2026'], '31/12/2026'],
    [['0', '.', '5'], '0.5'],
  ])('digits in several runs are one figure: %j', (texts, figure) => expect(touching(texts)).toBe(figure))

  test.each([
    [['.(١٤٠٣', 'گزارش'], 'painted', 'گزارش ١٤٠٣ ).'],
    [['.٪', 'قال'], 'named', 'قال ٪.'],
    [['.2024/5/1', 'منذ'], 'named', 'منذ 2024/5/1 .'],
    [['2024(', 'منذ'], 'named', 'منذ ( 2024'],
    [['-4', 'بلغت'], 'named', 'بلغت -4'],
    [['.1', 'א'], 'named', 'א 1 .'],
  ] as const)('and stops beside figures belong to the line around: %j', (texts, brackets, line) =>
    expect(read([...texts], brackets)).toBe(line),
  )
})
