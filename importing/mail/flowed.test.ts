import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flowed } from './flowed'
import { readMail } from './mail'

async function read(lines: string[], parameters = 'format=flowed') {
  const { text, blocks, notices } = await readMail(
    Buffer.from(
      `From: Layan <l@example.org>\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8; ${parameters}\r\n\r\n${lines.join('\r\n')}\r\n`,
    ),
  )
  return {
    blocks: blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]),
    kinds: notices.map(({ kind }) => kind),
  }
}

describe('lines that flow', () => {
  test.each([
    [
      'of an answer',
      ['The price ', 'rose by 5% ', 'in May.'],
      [['paragraph', 'The price rose by 5% in May.']],
    ],
    [
      'of an earlier message',
      ['> Did it ', '> rise?', '', 'نعم.'],
      [
        ['quote', 'Did it rise?'],
        ['paragraph', 'نعم.'],
      ],
    ],
    ['of an earlier message in Arabic', ['> ارتفع سعر ', '> الخبز.'], [['quote', 'ارتفع سعر الخبز.']]],
    [
      'of two earlier messages',
      ['> By how ', '> much?', '>> Did it ', '>> rise?'],
      [['quote', 'By how much?\nDid it rise?']],
    ],
    ['with blanks between the marks', ['> > Did it ', '> > rise?'], [['quote', 'Did it rise?']]],
  ])('%s', async (_name, lines, blocks) => expect((await read(lines)).blocks).toEqual(blocks))

  test('lose their space where the message says so', async () =>
    expect((await read(['東京で ', '３人。'], 'delsp=yes; format="flowed"')).blocks).toEqual([
      ['paragraph', '東京で３人。'],
    ]))

  test('end before a signature', async () => {
    const { blocks, kinds } = await read(['It rose ', '-- ', 'Ned ', '5 Quay St'])
    expect(blocks).toEqual([['paragraph', 'It rose']])
    expect(kinds).toContain('signatures')
  })

  test('keep every word in its order', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.stringMatching(/^[a-zس]{1,8}$/), fc.boolean()), { minLength: 1 }),
        (lines) => {
          const sent = lines.map(
            ([depth, word, soft]) => `${'>'.repeat(depth)}${depth ? ' ' : ''}${word}${soft ? ' ' : ''}`,
          )
          const words = flowed(sent.join('\n'), { deletesSpace: false }).match(/[a-zس]+/g)
          expect(words).toEqual(lines.map(([, word]) => word))
        },
      ),
    ))
})
