import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMail } from './mail'

const LETTERS = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1256').decode(new Uint8Array([byte])),
    byte,
  ]),
)
const inCodePage = (words: string) => Buffer.from([...words].map((letter) => LETTERS.get(letter) ?? 0x3f))
const SHIFT_JIS = Buffer.from('93fa967b8cea', 'hex')
const NAME = 'تقرير الميزانية.xlsx'
const UTF8 = Buffer.from(NAME)

const percent = (bytes: Buffer) => [...bytes].map((byte) => `%${hex(byte)}`).join('')
const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0')
const inB = (bytes: Buffer, charset = 'utf-8') => `=?${charset}?B?${bytes.toString('base64')}?=`
const inQ = (bytes: Buffer, charset = 'utf-8') =>
  `=?${charset}?Q?${[...bytes].map((byte) => `=${hex(byte)}`).join('')}?=`

const joined = (...parts: (string | Buffer)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))

async function attachmentOf(parameters: string | Buffer) {
  const read = await readMail(
    joined(
      'From: a <a@example.org>\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n',
      '--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nWords.\r\n',
      '--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment;\r\n ',
      parameters,
      '\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n',
    ),
  )
  return read.notices.find(({ kind }) => kind === 'attachments')?.names
}
const headOf = (subject: string | Buffer, { from = 'a', charset = 'utf-8' } = {}) =>
  readMail(
    joined(
      `From: ${from} <a@example.org>\r\nSubject: `,
      subject,
      `\r\nContent-Type: text/plain; charset=${charset}\r\n\r\nWords.\r\n`,
    ),
  )

describe('the name of an attachment in pieces is whole', () => {
  const arabic = percent(UTF8)
  const old = percent(inCodePage(NAME))
  const japanese = percent(SHIFT_JIS)
  test.each([
    [
      'parted within a letter',
      `filename*0*=utf-8''${arabic.slice(0, 15)};\r\n filename*1*=${arabic.slice(15)}`,
    ],
    ['in another order', `filename*1*=${arabic.slice(15)};\r\n filename*0*=utf-8''${arabic.slice(0, 15)}`],
    ['in windows-1256', `filename*0*=windows-1256''${old.slice(0, 9)};\r\n filename*1*=${old.slice(9)}`],
    ['in encoded words, filled up', `filename="${inB(UTF8.subarray(0, 7))}\r\n ${inB(UTF8.subarray(7))}"`],
    ['in the bytes of an old program', joined('filename="', inCodePage(NAME), '"')],
  ])('%s', async (_name, parameters) => expect(await attachmentOf(parameters)).toEqual([NAME]))

  test('in Shift_JIS, with an ending in plain letters', async () =>
    expect(
      await attachmentOf(
        `filename*0*=Shift_JIS'ja'${japanese.slice(0, 9)};\r\n filename*1*=${japanese.slice(9)};\r\n filename*2=".pdf"`,
      ),
    ).toEqual(['日本語.pdf']))

  test.each([
    [
      'between',
      `filename*0*=utf-8''${arabic.slice(0, 15)};\r\n filename*2*=${arabic.slice(30)}`,
      'تق… الميزانية.xlsx',
    ],
    ['at the beginning', `filename*1*=${arabic.slice(15)}`, '…ير الميزانية.xlsx'],
  ])('but for a piece that is missing %s, in whose place are dots', async (_name, parameters, name) =>
    expect(await attachmentOf(parameters)).toEqual([name]),
  )
})

describe('a subject in encoded words that part a letter is whole', () => {
  test.each([
    ['in one way of writing', inQ(UTF8.subarray(0, 5)), inQ(UTF8.subarray(5))],
    ['filled up', inB(UTF8.subarray(0, 1)), inB(UTF8.subarray(1))],
    ['in both ways of writing', inB(UTF8.subarray(0, 5)), inQ(UTF8.subarray(5))],
    [
      'with the encoding in small and capital letters',
      inB(UTF8.subarray(0, 3)),
      inB(UTF8.subarray(3), 'UTF-8'),
    ],
    ['with a language', inB(UTF8.subarray(0, 7), 'utf-8*ar'), inB(UTF8.subarray(7), 'utf-8*ar')],
  ])('%s', async (_name, ...words) => {
    expect((await headOf(words.join('\r\n '))).title).toBe(NAME)
    expect((await headOf('x', { from: words.join('\r\n ') })).byline).toBe(NAME)
  })

  test('wherever it is cut', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'سعرab日😀é '), minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(40), { maxLength: 4 }),
        fc.infiniteStream(fc.boolean()),
        async (words, cuts, isQ) => {
          const bytes = Buffer.from(`a${words}b`)
          const at = [0, ...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length]
          const parts = at.slice(1).map((end, index) => bytes.subarray(at[index], end))
          const written = parts.map((part) => (isQ.next().value ? inQ(part) : inB(part)))
          const { title } = await headOf(written.join('\r\n '))
          expect(title).toBe(`a${words}b`.replace(/\s+/g, ' '))
        },
      ),
      { numRuns: 60 },
    ))

  test('words of two encodings stay words of their own', async () =>
    expect((await headOf(`${inB(UTF8.subarray(0, 4))} ${inB(SHIFT_JIS, 'Shift_JIS')}`)).title).toBe(
      'تق日本語',
    ))
})

describe('a subject in bytes that are no UTF-8', () => {
  const WORDS = 'ارتفاع الأسعار'
  test.each(['windows-1256', 'utf-8'])('is read where the text is in %s', async (charset) =>
    expect((await headOf(inCodePage(WORDS), { charset })).title).toBe(WORDS),
  )

  test('is told where it is none in any encoding', async () => {
    const read = await headOf(joined('ارتفاع ', Buffer.from([0xd8]), ' الأسعار والأجور'))
    expect(read.title).toContain('ارتفاع')
    expect(read.notices).toContainEqual({ kind: 'broken_letters', as: 'kept', count: 1 })
  })
})
