import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraph, run, wordFile } from '@/tests/office-files'
import { runs } from '@/tests/properties'
import { changesShown } from '@/tests/tracked'
import { readDocx } from './docx'

const of = async (...paragraphs: string[]) => readDocx(wordFile({ body: paragraphs.join('') }))
const by = 'w:id="1" w:author="Writer" w:date="2026-11-25T20:30:00Z"'
const ins = (words: string) => `<w:ins ${by}>${run(words)}</w:ins>`
const gone = (words: string) => `<w:r><w:delText xml:space="preserve">${words}</w:delText></w:r>`
const del = (words: string) => `<w:del ${by}>${gone(words)}</w:del>`
const mark = (kind: 'ins' | 'del') => `<w:rPr><w:${kind} ${by}/></w:rPr>`

const changesIn = async (...paragraphs: string[]) => changesShown(await of(...paragraphs))

describe('tracked changes of a Word file', () => {
  it('say which words became which', async () => {
    expect(
      await changesIn(paragraph(run('It closed in ') + del('May 1994') + ins('April 1995') + run('.'))),
    ).toEqual({
      text: 'It closed in April 1995.',
      base: 'It closed in May 1994.',
      changes: [['May 1994', 'April 1995']],
    })
  })

  it('are read in Arabic, inside links and controls, and around combining marks', async () => {
    const link = `<w:hyperlink w:anchor="x">${run('بنسبة ')}${del('٤')}${ins('٥')}</w:hyperlink>`
    const control = `<w:sdt><w:sdtContent>${ins(' في مايو')}</w:sdtContent></w:sdt>`
    expect(await changesIn(paragraph(run('ارتفعت ') + link + control))).toEqual({
      text: 'ارتفعت بنسبة ٥ في مايو',
      base: 'ارتفعت بنسبة ٤',
      changes: [['٤', '٥ في مايو']],
    })
    expect(await changesIn(paragraph(run('cafe') + ins('\u0301') + run(' au lait')))).toMatchObject({
      text: 'café au lait',
      base: 'cafe au lait',
      changes: [['e', 'é']],
    })
  })

  it('split, join, add and take out paragraphs', async () => {
    expect(await changesIn(paragraph('One. ', mark('ins')), paragraph('Two.'))).toEqual({
      text: 'One.\n\nTwo.',
      base: 'One. Two.',
      changes: [[' ', '\n\n']],
    })
    expect(await changesIn(paragraph('One. ', mark('del')), paragraph('Two.'))).toEqual({
      text: 'One. Two.',
      base: 'One.\n\nTwo.',
      changes: [['\n\n', ' ']],
    })
    expect(
      await changesIn(paragraph('One.'), paragraph(del('Two.'), mark('del')), paragraph('Three.')),
    ).toEqual({ text: 'One.\n\nThree.', base: 'One.\n\nTwo.\n\nThree.', changes: [['Two.\n\n', '']] })
    expect(
      await changesIn(paragraph('One.'), paragraph(ins('Two.'), mark('ins')), paragraph('Three.')),
    ).toEqual({ text: 'One.\n\nTwo.\n\nThree.', base: 'One.\n\nThree.', changes: [['', 'Two.\n\n']] })
  })

  it('move passages, and add and take out rows and cells', async () => {
    const from = `<w:moveFrom ${by}>${run('Late. ')}</w:moveFrom>`
    const to = `<w:moveTo ${by}>${run(' Late.')}</w:moveTo>`
    expect(await changesIn(paragraph(from + run('Early.') + to))).toEqual({
      text: 'Early. Late.',
      base: 'Late. Early.',
      changes: [
        ['Late. ', ''],
        ['', ' Late.'],
      ],
    })
    const cell = (words: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(words)}</w:tc>`
    const row = (content: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${content}</w:tr>`
    const table = [
      row(cell('A') + cell('B', `<w:cellIns ${by}/>`)),
      row(cell('C'), `<w:del ${by}/>`),
      row(cell('D'), `<w:ins ${by}/>`),
    ].join('')
    expect(await changesIn(`<w:tbl>${table}</w:tbl>`)).toMatchObject({
      text: 'A\n\nB\n\nD',
      base: 'A\n\nC',
    })
  })

  it('are not told of a file without any', async () => {
    expect((await of(paragraph('One.'))).tracked).toBeUndefined()
    expect((await of(paragraph(run('One') + ins('') + run('.')))).tracked).toBeUndefined()
  })
})

it('any tracked changes give both texts, and exactly which words became which', async () => {
  const piece = fc.record({
    kind: fc.constantFrom('kept', 'kept', 'ins', 'del'),
    words: fc.constantFrom('one ', 'اثنان ', '3 ', '👩‍🔬 ', 'می\u200cرود ', 'four, '),
  })
  const line = fc.record({
    pieces: fc.array(piece, { maxLength: 6 }),
    mark: fc.constantFrom('', '', '', mark('ins'), mark('del')),
  })
  const signs = { kept: 'K', ins: 'I', del: 'D' }
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
      const written = lines.map((one) => ({
        ...one,
        pieces: one.pieces.map(({ kind, words }) => ({ kind, words: `${signs[kind as 'kept']}${words}` })),
      }))
      const xml = written.map(({ pieces, mark: properties }, index) => {
        const markup = { kept: run, ins, del }
        const content = pieces.map(({ kind, words }) => markup[kind as 'kept'](words)).join('')
        return paragraph(content, index < written.length - 1 ? properties : '')
      })
      const side = (left: string, joining: string) =>
        written
          .map(({ pieces, mark: properties }, index) => {
            const words = pieces.filter(({ kind }) => kind !== left).map((one) => one.words)
            const joins = properties.includes(joining) && index < written.length - 1
            return words.join('') + (joins ? '' : '\n')
          })
          .join('')
          .split('\n')
          .map((words) => words.trim())
          .filter((words) => words !== '')
          .join('\n\n')
      const [base, fresh] = [side('ins', 'w:ins'), side('del', 'w:del')]
      if (fresh === '' || base === '') return
      const { text, tracked } = await of(...xml)
      expect(text).toBe(fresh)
      if (base === fresh) {
        expect(tracked).toBeUndefined()
        return
      }
      expect(tracked?.base).toBe(base)
      let at = { old: 0, fresh: 0 }
      for (const one of [...(tracked?.changes ?? [])]) {
        expect(base.slice(at.old, one.old.start)).toBe(text.slice(at.fresh, one.fresh.start))
        expect(base.slice(one.old.start, one.old.end)).not.toMatch(/K/)
        expect(text.slice(one.fresh.start, one.fresh.end)).not.toMatch(/K/)
        at = { old: one.old.end, fresh: one.fresh.end }
      }
      expect(base.slice(at.old)).toBe(text.slice(at.fresh))
    }),
    { numRuns: runs(150), seed: 7 },
  )
})
