import { describe, expect, test } from 'vitest'
import { type Painted, painted, pdfFile, rightOf } from '@/tests/pdf-file'
import { readFile } from '../import'
import { isUnnamedSign, withoutBlankBeforeSigns } from './letters'
import { readPdf } from './pdf'

const blocks = async (pages: Painted[][]) => {
  const { text, blocks: all } = await readPdf(pdfFile(pages))
  return all.map(({ start, end }) => text.slice(start, end))
}
const places = async (pages: Painted[][]) =>
  (await readPdf(pdfFile(pages))).blocks.map(({ cell }) => cell && [cell.row, cell.column])
const counts = async (pages: Painted[][], images = 0) =>
  Object.fromEntries(
    (await readPdf(pdfFile(pages, { images }))).notices.map(({ kind, count }) => [kind, count]),
  )
const column = (x: number, top: number, lines: string[], size = 10): Painted[] =>
  lines.map((text, index) => ({ x, y: top - index * 13, text, size }))
/** Lines that end at the same right edge, as Arabic ones do. */
const rightColumn = (right: number, top: number, lines: string[]): Painted[] =>
  lines.map((line, index) => {
    const text = painted(line)
    return { x: right - text.length * 5, y: top - index * 13, text }
  })

const A = [
  'The ministry of trade said on Tuesday that',
  'the price of bread rose by five per cent in',
  'May.',
]
const B = ['It expects more of the same, as the harvest', 'was poor and the port is closed until June.']

describe('paragraphs', () => {
  test('are told by gaps', async () => {
    expect(await blocks([[...column(50, 700, A), ...column(50, 640, B)]])).toEqual([A.join(' '), B.join(' ')])
  })

  test('by gaps that are more frequent than those between lines', async () => {
    const pairs = [A.slice(0, 2), B, A.slice(0, 2), B].map((lines) =>
      lines.map((line) => line.replace(/\.?$/, '.')),
    )
    let y = 700
    const page = pairs.flatMap((lines, index) => {
      const some = index % 2 === 0 ? lines : [lines.join(' ').slice(0, 42) + '.']
      const painted = column(50, y, some)
      y -= 13 * (some.length - 1) + 19
      return painted
    })
    expect(await blocks([page])).toHaveLength(4)
  })

  test('by indents', async () => {
    const [first = '', ...rest] = column(50, 661, B).map(({ text }) => text)
    const page = [...column(50, 700, A), { x: 62, y: 661, text: first }, ...column(50, 648, rest)]
    expect(await blocks([page])).toEqual([A.join(' '), B.join(' ')])
  })

  test('by a line that had room for the next word, such as a byline', async () => {
    const page = column(50, 700, ['By Miriam Okell', ...A, ...B])
    expect(await blocks([page])).toEqual(['By Miriam Okell', A.join(' '), B.join(' ')])
    const arabic = [
      'بقلم: عمرو الخولي',
      'قالت وزارة التجارة إن أسعار الخبز في المدن كلها',
      'ارتفعت في شهر مايو.',
    ]
    expect(await blocks([rightColumn(550, 700, arabic)])).toEqual([arabic[0], arabic.slice(1).join(' ')])
  })

  test('and lines beside a picture go on', async () => {
    const narrow = [
      'The ministry of trade said',
      'that the price of Bread',
      'Street loaves rose by four',
      'or five per cent in May',
    ]
    const page = column(50, 700, [...narrow, 'in every town of the country but two, it said.'])
    expect(await blocks([page])).toEqual([page.map(({ text }) => text).join(' ')])
  })

  test('and go on over the end of a page', async () => {
    const first = column(50, 700, [...A.slice(0, 2)])
    const second = column(50, 700, ['every town of the country, it said.'])
    expect(await blocks([first, second])).toEqual([
      'The ministry of trade said on Tuesday that the price of bread rose by five per cent in every town of the country, it said.',
    ])
  })

  test('under headings by the size of their letters; the largest is the title', async () => {
    const page: Painted[] = [
      { x: 50, y: 750, text: 'Bread is dearer', size: 20 },
      ...column(50, 720, A),
      { x: 50, y: 670, text: 'In the shops', size: 13 },
      ...column(50, 650, B),
    ]
    const { title, text, blocks: all } = await readPdf(pdfFile([page]))
    expect(title).toBe('Bread is dearer')
    expect(all.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['paragraph', A.join(' ')],
      ['heading', 'In the shops'],
      ['paragraph', B.join(' ')],
    ])
  })
})

describe('columns', () => {
  const left = [
    'The ministry of trade said on',
    'Tuesday that the price of all',
    'bread rose by five per cent in',
    'May, and that it will be more.',
  ]
  const right = [
    'The bakers of the capital said',
    'that flour is dear, and asked',
    'for help until the harvest is',
    'in, which they await in July.',
  ]

  test('are read one after the other, below a headline over both', async () => {
    const page: Painted[] = [
      { x: 50, y: 750, text: 'Bread is dearer in all of the towns', size: 16 },
      ...column(50, 720, left).flatMap((line, index) => [line, column(300, 720, right)[index] ?? line]),
      ...column(50, 640, [
        'A line over the whole page, from the left margin to the right one, ends the article.',
      ]),
    ]
    expect(await blocks([page])).toEqual([
      left.join(' '),
      right.join(' '),
      'A line over the whole page, from the left margin to the right one, ends the article.',
    ])
  })

  test('whose lines stand at other heights', async () => {
    const page = [...column(50, 720, left), ...column(300, 714, right)]
    expect(await blocks([page])).toEqual([left.join(' '), right.join(' ')])
  })

  test('of a table in Arabic are counted from the right, beside empty cells', async () => {
    const rows = [
      ['المدينة', 'السعر', 'الزيادة'],
      ['كركوك', '', '5'],
      ['أربيل', '30', '2'],
      ['دهوك', '55', '1'],
      ['زاخو', '4', '0'],
    ]
    const page = rows.flatMap((row, at) =>
      row.flatMap((text, index) =>
        text === ''
          ? []
          : [{ x: 500 - index * 150 - text.length * 5, y: 700 - at * 15, text: painted(text) }],
      ),
    )
    expect(await blocks([page])).toEqual(rows.flat().filter((text) => text !== ''))
    expect((await places([page])).slice(0, 5)).toEqual([
      ...[0, 1, 2].map((column) => [0, column]),
      ...[0, 2].map((column) => [1, column]),
    ])
  })

  /** Words of a line painted one by one, stretched to both margins. */
  const stretched = (left: number, right: number, y: number, words: string[], isRtl = false): Painted[] => {
    const gap = (right - left - words.join('').length * 5) / (words.length - 1)
    let x = left
    return (isRtl ? [...words].reverse() : words).map((word) => {
      const text = isRtl ? painted(word) : word
      const run = { x, y, text }
      x += text.length * 5 + gap
      return run
    })
  }
  const wide = ['below', 'ground.', 'Professor', 'Strang,', 'a']

  test('keep a line of widely spaced words whole', async () => {
    const page = [
      ...column(50, 720, left),
      ...stretched(50, 220, 668, wide),
      ...column(50, 655, ['hydrologist, was there too.']),
      ...column(300, 720, right),
    ]
    expect(await blocks([page])).toEqual([
      `${left.join(' ')} ${wide.join(' ')} hydrologist, was there too.`,
      right.join(' '),
    ])
  })

  test('as does a page of one column, in either direction', async () => {
    const page = [...column(50, 720, left), ...stretched(50, 220, 668, wide), ...column(50, 655, ['man.'])]
    expect(await blocks([page])).toEqual([`${left.join(' ')} ${wide.join(' ')} man.`])
    const arabic = ['تحت', 'الأرض', 'وقال', 'الوزير', 'إن']
    const lines = ['قالت وزارة التجارة أمس في بيان لها', 'المياه تنخفض.']
    const [first, last] = [rightColumn(500, 720, lines.slice(0, 1)), rightColumn(500, 694, lines.slice(1))]
    expect(await blocks([[...first, ...stretched(330, 500, 707, arabic, true), ...last]])).toEqual([
      `${lines[0]} ${arabic.join(' ')} ${lines[1]}`,
    ])
  })

  test('of two rows of figures are no line', async () => {
    const page = [700, 685].flatMap((y, row) =>
      ['Bread', `${row}2`, `${row}5`].map((text, index) => ({ x: 50 + index * 90, y, text })),
    )
    expect((await blocks([page])).join('|')).toMatch(/^Bread\|02\|05.*\|12\|15$/)
  })

  test('from the right in Arabic', async () => {
    const first = [
      'قالت وزارة التجارة يوم الثلاثاء',
      'إن سعر الخبز ارتفع بنسبة كبيرة',
      'في شهر مايو وإنها تتوقع المزيد',
      'منه حتى نهاية الصيف المقبل كله.',
    ]
    const second = [
      'وقال الخبازون في العاصمة أمس إن',
      'الدقيق غالي الثمن وطلبوا العون',
      'من الحكومة حتى موعد الحصاد الذي',
      'ينتظرونه في يوليو من هذه السنة.',
    ]
    const page = [...rightColumn(250, 720, second), ...rightColumn(500, 720, first)]
    expect(await blocks([page])).toEqual([first.join(' '), second.join(' ')])
  })

  test('of a table are its cells, row by row', async () => {
    const rows = [
      ['Bread', '12', '5%'],
      ['Rice', '30', '2%'],
      ['Oil', '55', '1%'],
      ['Salt', '4', '0%'],
    ]
    const page = rows.flatMap((row, at) =>
      row.map((text, index) => ({ x: 50 + index * 120, y: 700 - at * 15, text })),
    )
    expect(await blocks([[...column(50, 760, A), ...page]])).toEqual([A.join(' '), ...rows.flat()])
    expect(await places([page])).toEqual(rows.flatMap((_, row) => [0, 1, 2].map((at) => [row, at])))
  })
})

describe('letters', () => {
  test('words cut at the end of a line are mended; a hyphen that the text has elsewhere stays', async () => {
    const lines = [
      'The well-known baker asked the govern-',
      'ment for help, and the minis\u2010',
      'try said that it knows the well-',
      'known reasons.',
    ]
    expect(await blocks([column(50, 700, lines)])).toEqual([
      'The well-known baker asked the government for help, and the ministry said that it knows the well-known reasons.',
    ])
    expect(await counts([column(50, 700, lines)])).toEqual({ hyphens: 2 })
  })

  test('joined letters and presentation forms are written out, m² and ½ stay', async () => {
    expect(await blocks([column(50, 700, ['The oﬃce ﬁnds 40 m² and 3½ of it.'])])).toEqual([
      'The office finds 40 m² and 3½ of it.',
    ])
    const shaped = painted('ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﻻ ﺃﻋﻠﻢ.')
    expect(await blocks([[{ x: 100, y: 700, text: shaped }]])).toEqual(['قال الوزير لا أعلم.'])
  })

  test('Arabic with figures and Latin words among it keeps its order', async () => {
    const text = 'ارتفع سعر الخبز 12.5 في المئة عام 2024 حسب WHO أمس.'
    expect(await blocks([[{ x: 50, y: 700, text: painted(text) }]])).toEqual([text])
  })

  test('Arabic painted word by word is put in order', async () => {
    const words = ['قالت', 'الوزارة', 'إن', '214', 'شخصًا', 'غرقوا.']
    let right = 500
    const page = words.map((word) => {
      const text = painted(word)
      const x = right - text.length * 5
      right = x - 4
      return { x, y: 700, text }
    })
    expect(await blocks([page])).toEqual([words.join(' ')])
  })

  /** Runs painted from the right edge, each after a blank unless it begins with a plus. */
  const fromTheRight = (runs: string[]): Painted[] => {
    let right = 500
    return runs.map((run) => {
      const text = painted(run.replace(/^\+/, ''))
      const x = right - text.length * 5 - (run.startsWith('+') ? 0 : 4)
      right = x
      return { x, y: 700, text }
    })
  }
  test.each([
    ['a full stop after a year', ['على', 'الصفحة', '14', '+.'], 'على الصفحة 14.'],
    ['two figures and the sign between them', ['بين', '14', '–', '2025', 'فقط'], 'بين 14 – 2025 فقط'],
    ['a comma after a name', ['قالت', 'WHO', '+،', 'أمس'], 'قالت WHO، أمس'],
    ['a currency at the left of its figure', ['دفع', '50', '+$', 'نقدًا'], 'دفع 50$ نقدًا'],
    ['a percent sign at the end of a line', ['بين', '20', '+%', 'و', '+65', '+%'], 'بين 20% و65%'],
    ['a sign at the right of its figure', ['بلغت', '-', '+4', 'درجات'], 'بلغت -4 درجات'],
    ['a decimal in three runs, with its sign', ['نحو', '5', '+.', '+38', '+%', 'منها'], 'نحو 38.5% منها'],
    ['two percentages', ['من', '20', '+%', '65', '+%', 'فقط'], 'من 20% 65% فقط'],
    ['a sign at the left of a figure after a name', ['قالت', 'WHO', '65', '+%'], 'قالت %65 WHO'],
  ])('Arabic with %s keeps its order', async (_, runs, text) => {
    expect(await blocks([fromTheRight(runs)])).toEqual([text])
  })

  test.each([
    ['نقصا \u064b في', 'نقصا\u064b في'],
    ['مدّ\u00a0\u064e', 'مدّ\u064e'],
    ['cafe \u0301', 'cafe\u0301'],
    ['قال \u0640', 'قال \u0640'],
    ['5 \u064b', '5 \u064b'],
    ['हिन्द \u0940', 'हिन्द \u0940'],
  ])('a sign stands on its letter, whatever blank is painted before it: %j', (painted, text) =>
    expect(withoutBlankBeforeSigns(painted)).toBe(text),
  )

  test('Arabic whose letters are stored the wrong way round is turned', async () => {
    const lines = ['قالت وزارة التجارة إن', 'الأسعار ارتفعت في المدينة', 'كلها وإن الزيادة كبيرة']
    const page = lines.map((text, index) => ({ x: 400 - text.length * 5, y: 700 - index * 13, text }))
    const read = await readPdf(pdfFile([page]))
    expect(read.text).toBe(lines.join(' '))
  })
})

describe('raised and lowered figures', () => {
  const small = (x: number, y: number, text: string): Painted => ({ x, y, text, size: 6 })

  test('are kept and counted', async () => {
    const page: Painted[] = [
      { x: 50, y: 700, text: 'It lost 10' },
      small(100, 704, '6'),
      { x: 103, y: 700, text: ' tonnes of CO' },
      small(168, 698, '2'),
      { x: 171, y: 700, text: ' by 10' },
      small(201, 703, '-3'),
      { x: 207, y: 700, text: ' and x' },
      small(237, 704, 'n'),
      { x: 240, y: 700, text: ' in 2014.' },
    ]
    expect(await blocks([page])).toEqual(['It lost 10⁶ tonnes of CO₂ by 10⁻³ and x^n in 2014.'])
    expect(await counts([page])).toEqual({ raised: 4 })
  })

  test('stay with their words where they stand higher than a line, in Arabic too', async () => {
    const page: Painted[] = [
      { x: 440, y: 700, text: painted('فقدت البحيرة') },
      { x: 420, y: 700, text: '١٠' },
      small(430, 706, '٦'),
      { x: 400, y: 700, text: painted('طن.') },
    ]
    expect(await blocks([page])).toEqual(['فقدت البحيرة ١٠^٦ طن.'])
  })

  test('are no letters beside a large initial', async () => {
    const page: Painted[] = [
      { x: 50, y: 690, text: 'T', size: 30 },
      { x: 66, y: 700, text: 'he ministry of trade said on Tuesday that the' },
      { x: 66, y: 687, text: 'price of bread rose by five per cent in May.' },
    ]
    expect((await blocks([page])).join(' ')).toContain('he ministry of trade said on Tuesday that the')
    expect(await counts([page])).toEqual({})
  })
})

describe('what is no part of the article', () => {
  const page = (number: number, lines: string[]): Painted[] => [
    { x: 50, y: 780, text: 'The Lake Post, 3 May 2024' },
    ...column(50, 700, lines),
    { x: 290, y: 20, text: `- ${number} -` },
  ]

  test('running titles and page numbers are left out and counted', async () => {
    const pages = [page(7, A), page(8, B), page(9, ['Nothing else was said.'])]
    expect(await blocks(pages)).toEqual([A.join(' '), B.join(' '), 'Nothing else was said.'])
    expect(await counts(pages)).toEqual({ headers: 3, page_numbers: 3 })
  })

  test('a line of figures that is no page number stays', async () => {
    const pages = [column(50, 700, [...A, '2024']), column(50, 700, [...B, '1998'])]
    expect((await blocks(pages)).join(' ')).toMatch(/2024.*1998/)
  })

  test('watermarks, pictures and pages without words are counted', async () => {
    const mark = { x: 200, y: 300, text: 'DRAFT', size: 60, turned: true }
    expect(await counts([[...column(50, 700, A), mark], []], 2)).toEqual({
      turned_words: 1,
      wordless_pages: 1,
      images: 2,
    })
  })
})

describe('is refused', () => {
  test.each([
    ['a scan', pdfFile([[], []], { images: 2 }), 'scan'],
    ['no words', pdfFile([[]]), 'empty'],
    [
      'letters without characters',
      pdfFile([[{ x: 50, y: 700, text: '\ue001\ue002\ue003 \ue004' }]]),
      'letters',
    ],
    ['half a file', pdfFile([column(50, 700, A)]).subarray(0, 300), 'damaged'],
    ['noise', Buffer.from(`%PDF-1.7\n${'<<'.repeat(10_000)}`), 'damaged'],
    ['too many pages', pdfFile(Array.from({ length: 501 }, () => [])), 'too_large'],
  ])('%s', async (_name, bytes, code) => {
    await expect(readFile({ name: 'a.pdf', type: '', bytes })).rejects.toMatchObject({
      code,
      params: { file: 'a.pdf' },
    })
  })

  test('a file named so that is something else', async () => {
    await expect(readFile({ name: 'a.pdf', type: '', bytes: Buffer.from('words') })).rejects.toMatchObject({
      code: 'not_this_format',
    })
  })
})

test('a PDF is told by its content, and its title is taken where no heading is larger', async () => {
  const bytes = pdfFile([column(50, 700, A)], { title: 'ارتفاع الأسعار' })
  expect(await readFile({ name: 'a.txt', type: '', bytes })).toMatchObject({
    title: 'ارتفاع الأسعار',
    language: 'en',
  })
  expect(rightOf({ x: 0, y: 0, text: 'ab' })).toBe(10)
})

test('signs that a font does not name are those without width that are no marks', () => {
  expect(isUnnamedSign(']', 0)).toBe(true)
  expect(isUnnamedSign('ب', 0)).toBe(true)
  for (const [text, width] of [
    ['\u064f', 0],
    ['\u200d', 0],
    [' ', 0],
    [']', 3],
  ] as const)
    expect(isUnnamedSign(text, width)).toBe(false)
})
