import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { runs } from '@/tests/properties'
import { canonicalText } from '@/text/canonical'
import { loadCase } from '@/tests/cases/load'
import { charsetOfMarkup, charsetOfType } from './charset'
import { decodeDeclared, decodeText } from './decode'
import { ImportProblem } from './incoming'

const fileOf = (name: string) => readFileSync(new URL(`../tests/cases/${name}`, import.meta.url))
const files = new Map(
  loadCase<{ files: { file: string; text: string }[] }>('C39_encodings').files.map(({ file, text }) => [
    file,
    text,
  ]),
)
const read = (bytes: Uint8Array) => {
  const { text, encoding } = decodeText(bytes)
  return { text: canonicalText(text), encoding }
}
const latin1 = (text: string) => Buffer.from(text, 'latin1')
/** Encodes with the runtime's own table, which tests ours in the opposite direction. */
const windows1256 = (text: string) => {
  const table = new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  return Uint8Array.from(text, (letter) => table.indexOf(letter))
}
const codeOf = (read: () => unknown) => {
  try {
    read()
  } catch (error) {
    return error instanceof ImportProblem ? error.code : error
  }
  return 'read'
}

test('an Arabic or Persian file in the old Windows code page is guessed', () => {
  expect(read(fileOf('C39_windows1256.txt'))).toEqual({
    text: files.get('C39_windows1256.txt'),
    encoding: { name: 'windows-1256', guessed: true },
  })
})

test('a page that declares windows-1256 is read as such, without a guess', () => {
  const bytes = fileOf('C39_windows1256.html')
  const declared = charsetOfMarkup(bytes) ?? undefined
  const { text, encoding } = decodeText(bytes, { declared })
  expect(encoding).toEqual({ name: 'windows-1256', guessed: false })
  expect(text).toContain(files.get('C39_windows1256.html'))
})

test('a byte order mark tells UTF-16 and does not stay in the text', () => {
  expect(read(fileOf('C39_utf16le_bom.txt'))).toEqual({
    text: files.get('C39_utf16le_bom.txt'),
    encoding: { name: 'utf-16le', guessed: false },
  })
  const little = fileOf('C39_utf16le_bom.txt')
  const big = Buffer.from(little).swap16()
  expect(read(big)).toEqual({
    text: files.get('C39_utf16le_bom.txt'),
    encoding: { name: 'utf-16be', guessed: false },
  })
})

test('the positions of NULs tell UTF-16 without a mark, and the reading is marked as a guess', () => {
  const text = 'خبر عاجل: ارتفاع الأسعار 📈\n'
  const little = Buffer.from(text, 'utf16le')
  expect(decodeText(little)).toEqual({ text, encoding: { name: 'utf-16le', guessed: true } })
  expect(decodeText(Buffer.from(little).swap16())).toEqual({
    text,
    encoding: { name: 'utf-16be', guessed: true },
  })
})

test('line ends of every kind are decoded and made canonical', () => {
  const { text } = decodeText(fileOf('C06_mixed_eol.txt'))
  expect(canonicalText(text)).toBe(loadCase<{ stored_text: string }>('C06_mixed_eol').stored_text)
})

describe('UTF-8', () => {
  test('wins over a different declaration and loses its byte order mark', () => {
    const bytes = Buffer.from('\ufeffخبر é')
    expect(decodeText(bytes, { declared: 'windows-1256' })).toEqual({
      text: 'خبر é',
      encoding: { name: 'utf-8', guessed: false },
    })
  })

  test('with one broken letter stays UTF-8 and asks the reader to check', () => {
    const bytes = Buffer.concat([
      Buffer.from('تراجعت الأسعار في البلاد كلها '),
      Buffer.from([0xd8]),
      Buffer.from(' x'),
    ])
    const { text, encoding } = decodeText(bytes)
    expect(text).toBe('تراجعت الأسعار في البلاد كلها \ufffd x')
    expect(encoding).toEqual({ name: 'utf-8', guessed: true })
  })
})

describe('UTF-8 with bytes that are no letters', () => {
  const bad = (...bytes: number[]) => Uint8Array.from(bytes)
  const bytesOf = (...parts: (string | Uint8Array)[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
  const brokenLetters = (count: number) => [{ kind: 'broken_letters', as: 'kept', count }]

  test.each([
    ['nine Arabic letters and one bad byte', bytesOf('سطر من نص', bad(0xff), '.'), 'سطر من نص\ufffd.', 1],
    [
      'an English text with four curly quotes',
      bytesOf('“It rose,” he said. “Then fell', bad(0xe2, 0x80), '” again.'),
      '“It rose,” he said. “Then fell\ufffd” again.',
      1,
    ],
    ['a letter cut by the end of the file', bytesOf('قالت الوزار', bad(0xd8)), 'قالت الوزار\ufffd', 1],
    [
      'the only letter outside ASCII, cut by the end',
      bytesOf('He said it', bad(0xe2, 0x80)),
      'He said it\ufffd',
      1,
    ],
    ['a Latin-1 letter among UTF-8 ones', bytesOf('Été déjà na', bad(0xef), 'f'), 'Été déjà na\ufffdf', 1],
    [
      'a surrogate written as UTF-8',
      bytesOf('Цены ', bad(0xed, 0xa0, 0x80), 'выросли'),
      'Цены \ufffd\ufffd\ufffdвыросли',
      3,
    ],
    ['Chinese cut in the middle', bytesOf('物价上涨', bad(0xe4, 0xb8), '了'), '物价上涨\ufffd了', 1],
  ])('%s', (_name, bytes, text, count) => {
    const decoded = { text, encoding: { name: 'utf-8', guessed: true }, notices: brokenLetters(count) }
    expect(decodeText(bytes)).toEqual(decoded)
    expect(decodeDeclared(bytes, { declared: 'windows-1252' })).toEqual(decoded)
    expect(decodeText(bytes, { as: 'utf-8' })).toEqual(decoded)
  })

  test('a written replacement character is a letter like any other', () => {
    expect(decodeText(bytesOf('a \ufffd b'))).toEqual({
      text: 'a \ufffd b',
      encoding: { name: 'utf-8', guessed: false },
    })
  })

  test('stays UTF-8 wherever a byte of a text is cut out, in any script', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'abc éüñ’“عربيةКрымあ漢字😀 .,'),
      minLength: 8,
      maxLength: 80,
    })
    const cut = text
      .filter((words) => (words.match(/[^\x00-\x7f]/gu)?.length ?? 0) > 3)
      .chain((words) => fc.record({ words: fc.constant(words), at: fc.nat(Buffer.from(words).length - 1) }))
    fc.assert(
      fc.property(cut, ({ words, at }) => {
        const bytes = Buffer.from(words)
        const rest = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
        const { text: read, encoding, notices = [] } = decodeText(rest)
        expect(encoding.name).toBe('utf-8')
        expect(read).toBe(rest.toString('utf8'))
        const broken = read.match(/\ufffd/g)?.length ?? 0
        expect(notices).toEqual(broken === 0 ? [] : brokenLetters(broken))
      }),
      { numRuns: runs(300), seed: 41 },
    )
  })

  test('a declared encoding of several bytes a letter wins where it fits', () => {
    const gbk = Uint8Array.from(Buffer.from('d6d0b9fac4bfa1a3c4bf', 'hex'))
    expect(decodeDeclared(gbk, { declared: 'gb2312' })).toEqual({ text: '中国目。目', encoding: null })
  })

  test('an old code page whose letters happen to form UTF-8 stays that code page', () => {
    for (const text of ['لا؟ نعم،', 'قال، ثم سكت؟', 'نعم؛ لا،'])
      expect(decodeText(windows1256(text))).toEqual({
        text,
        encoding: { name: 'windows-1256', guessed: true },
      })
  })
})

describe('NULs', () => {
  const nuls = (count: number) => [{ kind: 'nuls', as: 'left_out', count }]

  test.each([
    [
      'English',
      Buffer.from('plain letters and '.repeat(20) + '\0a'),
      'plain letters and '.repeat(20) + 'a',
      1,
    ],
    ['a short line', Buffer.from('It is\0 not\0 paid'), 'It is not paid', 2],
    ['Arabic', Buffer.from('قالت\0 الوزارة'), 'قالت الوزارة', 1],
    ['Chinese', Buffer.from('物价\0上涨了'), '物价上涨了', 1],
  ])('in %s are dropped and counted', (_name, bytes, text, count) => {
    const decoded = { text, encoding: { name: 'utf-8', guessed: true }, notices: nuls(count) }
    expect(decodeText(bytes)).toEqual(decoded)
  })

  test('are dropped from old code pages and from UTF-16 too', () => {
    expect(decodeText(Buffer.concat([windows1256('قالت'), Buffer.of(0), windows1256(' الوزارة')]))).toEqual({
      text: 'قالت الوزارة',
      encoding: { name: 'windows-1256', guessed: true },
      notices: nuls(1),
    })
    expect(decodeText(Buffer.from('\ufeffخبر\0 عاجل', 'utf16le'))).toEqual({
      text: 'خبر عاجل',
      encoding: { name: 'utf-16le', guessed: false },
      notices: nuls(1),
    })
  })

  test.each([
    'خبر عاجل: ارتفعت الأسعار.',
    'The prices rose.',
    'Цены выросли в мае.',
    'दाम बढ़ गए हैं आज',
    '物价上涨了 5%。',
  ])('tell UTF-16 without a mark: %s', (text) => {
    const little = Buffer.from(text, 'utf16le')
    expect(decodeText(little).text).toBe(text)
    expect(decodeText(Buffer.from(little).swap16()).text).toBe(text)
    expect(decodeText(Buffer.concat([little, Buffer.of(0x41)]))).toEqual({
      text: `${text}\ufffd`,
      encoding: { name: 'utf-16le', guessed: true },
      notices: [{ kind: 'broken_letters', as: 'kept', count: 1 }],
    })
  })
})

describe('a guess between two code pages', () => {
  test.each([
    ['Les \xe9coles sont ferm\xe9es, d\xe9j\xe0', 'Les écoles sont fermées, déjà'],
    ['L\x92\xc9tat a \xe9t\xe9 cr\xe9\xe9e; c\x9cur, 5 \x80', 'L’État a été créée; cœur, 5 €'],
    ['\xc0 Paris, \xc9mile: na\xefve', 'À Paris, Émile: naïve'],
    ['\x93quoted\x94 \x96 only', '“quoted” – only'],
    ['Gr\xf6\xdfe \xfcber Espa\xf1a', 'Größe über España'],
  ])('accented Latin %#', (bytes, text) => {
    expect(decodeText(latin1(bytes))).toEqual({ text, encoding: { name: 'windows-1252', guessed: true } })
  })

  test.each([
    'خبر',
    'قال في باريس',
    'پرسش: چه کسي گفت؟ ژاله و گلناز مي\u200cرود',
    'WHO قالت الوزارة إن النسبة 5% في 2024 (Layan Noor)',
    'ٹیکس میں اضافہ ہوا ہے'.replace(/\u06cc/g, '\u064a'),
  ])('Arabic letters: %s', (text) => {
    expect(decodeText(windows1256(text))).toEqual({
      text,
      encoding: { name: 'windows-1256', guessed: true },
    })
  })

  test('Arabic that a server labels Latin-1 is not read as Latin letters', () => {
    const bytes = windows1256('قالت الوزارة إن السعر ارتفع')
    expect(decodeText(bytes, { declared: 'ISO-8859-1' })).toEqual({
      text: 'قالت الوزارة إن السعر ارتفع',
      encoding: { name: 'windows-1256', guessed: true },
    })
    expect(decodeText(latin1('d\xe9j\xe0'), { declared: 'latin1' }).encoding.guessed).toBe(false)
  })

  test('Cyrillic bytes match neither', () => {
    const russian = Uint8Array.from('Министр заявил, что цены выросли', (letter) => {
      const point = letter.charCodeAt(0)
      return point < 0x80 ? point : point - 0x350
    })
    expect(codeOf(() => decodeText(russian))).toBe('encoding')
    expect(decodeDeclared(russian, { declared: 'cp1251' })).toEqual({
      text: 'Министр заявил, что цены выросли',
      encoding: null,
    })
  })
})

test('the reader’s choice wins over everything else', () => {
  const bytes = Buffer.from('é')
  expect(decodeText(bytes, { as: 'windows-1252' })).toEqual({
    text: 'Ã©',
    encoding: { name: 'windows-1252', guessed: false },
  })
  expect(codeOf(() => decodeText(latin1('d\xe9j\xe0 vu'), { as: 'utf-8' }))).toBe('encoding')
})

test.each([
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48]],
  ['noise', Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3)) % 256 || 1)],
  ['a file of nothing but NULs', Array.from({ length: 400 }, () => 0)],
  ['a program', Array.from({ length: 4000 }, (_, at) => (at % 3 === 0 ? 0 : (at * 31) % 256))],
])('%s is not text', (_name, bytes) => {
  expect(codeOf(() => decodeText(Uint8Array.from(bytes)))).toBe('not_text')
})

test('a charset is found in headers and in markup', () => {
  const markup = (text: string) => charsetOfMarkup(Buffer.from(text))
  expect(charsetOfType('text/html; charset="windows-1256"')).toBe('windows-1256')
  expect(charsetOfType('text/html')).toBeNull()
  expect(markup('<html><meta http-equiv=Content-Type content="text/html; charset=cp1256">')).toBe('cp1256')
  expect(markup("<META CHARSET='UTF-8'>")).toBe('UTF-8')
  expect(markup('<meta charset=utf-16le>')).toBe('utf-8')
  expect(markup('<?xml version="1.0" encoding="iso-8859-6"?><html>')).toBe('iso-8859-6')
  expect(markup('<!-- <meta charset=koi8-r> --><p>no charset here</p>')).toBeNull()
})

test('millions of letters of any kind take no time', () => {
  const files = [
    windows1256('قالت الوزارة '.repeat(80_000)),
    latin1('\xe9a'.repeat(500_000)),
    latin1('a'.repeat(1_000_000) + '\xe9'),
  ]
  expect(cpuTimeOf(() => files.forEach((file) => decodeText(file)))).toBeLessThan(QUICK_MS)
})
