import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { odtFile } from '@/tests/office-files'
import { runs } from '@/tests/properties'
import { changesShown } from '@/tests/tracked'
import { readOdt } from './odt'

/** What stands in a text: words or the end of a paragraph, kept or tracked. */
type Token = { kind: 'kept' | 'ins' | 'del'; words: string | null }

const blanks = (words: string) => words.replaceAll(' ', '<text:s/>')
const info = '<office:change-info><dc:creator>Writer</dc:creator></office:change-info>'

/** A text with its changes as LibreOffice writes them: deletions stand apart, insertions between two marks. */
function written(tokens: readonly Token[]): string {
  const regions: string[] = []
  const region = (change: string) => {
    regions.push(`<text:changed-region text:id="c${regions.length}">${change}</text:changed-region>`)
    return `text:change-id="c${regions.length - 1}"`
  }
  const content = tokens.map(({ kind, words }) => {
    const said = words === null ? '</text:p><text:p>' : blanks(words)
    if (kind === 'kept') return said
    if (kind === 'del')
      return `<text:change ${region(`<text:deletion>${info}<text:p>${said}</text:p></text:deletion>`)}/>`
    const id = region(`<text:insertion>${info}</text:insertion>`)
    return `<text:change-start ${id}/>${said}<text:change-end ${id}/>`
  })
  return `<text:tracked-changes>${regions.join('')}</text:tracked-changes><text:p>${content.join('')}</text:p>`
}

const read = (...tokens: Token[]) => readOdt(odtFile({ text: written(tokens) }))
const kept = (words: string): Token => ({ kind: 'kept', words })
const ins = (words: string | null): Token => ({ kind: 'ins', words })
const del = (words: string | null): Token => ({ kind: 'del', words })
const END: Token = { kind: 'kept', words: null }

const changesIn = async (...tokens: Token[]) => changesShown(await read(...tokens))

describe('tracked changes of an OpenDocument text', () => {
  it('say which words became which', async () => {
    expect(await changesIn(kept('It closed in '), del('May 1994'), ins('April 1995'), kept('.'))).toEqual({
      text: 'It closed in April 1995.',
      base: 'It closed in May 1994.',
      changes: [['May 1994', 'April 1995']],
    })
    expect(await changesIn(kept('ارتفعت بنسبة '), del('٤'), ins('٥'), ins(' في مايو'))).toEqual({
      text: 'ارتفعت بنسبة ٥ في مايو',
      base: 'ارتفعت بنسبة ٤',
      changes: [['٤', '٥ في مايو']],
    })
  })

  it('split, join, add and take out paragraphs', async () => {
    expect(await changesIn(kept('One. '), ins(null), kept('Two.'))).toEqual({
      text: 'One.\n\nTwo.',
      base: 'One. Two.',
      changes: [[' ', '\n\n']],
    })
    expect(await changesIn(kept('One. '), del(null), kept('Two.'))).toEqual({
      text: 'One. Two.',
      base: 'One.\n\nTwo.',
      changes: [['\n\n', ' ']],
    })
    expect(await changesIn(kept('One.'), END, del('Two.'), del(null), kept('Three.'))).toEqual({
      text: 'One.\n\nThree.',
      base: 'One.\n\nTwo.\n\nThree.',
      changes: [['Two.\n\n', '']],
    })
    expect(await changesIn(kept('One.'), END, ins('Two.'), ins(null), kept('Three.'))).toEqual({
      text: 'One.\n\nTwo.\n\nThree.',
      base: 'One.\n\nThree.',
      changes: [['', 'Two.\n\n']],
    })
  })

  it('of one deletion over several paragraphs, and between paragraphs', async () => {
    const change = `<text:changed-region text:id="c0"><text:deletion>${info}<text:p>B</text:p><text:p>C</text:p><text:h>D </text:h></text:deletion></text:changed-region>`
    const mark = '<text:change text:change-id="c0"/>'
    const of = async (body: string) => {
      const given = `<text:tracked-changes>${change}</text:tracked-changes>${body}`
      const { text, tracked } = await readOdt(odtFile({ text: given }))
      return [text, tracked?.base]
    }
    expect(await of(`<text:p>A${mark}E</text:p>`)).toEqual(['AE', 'AB\n\nC\n\nD E'])
    expect(await of(`<text:p>A</text:p>${mark}<text:p>E</text:p>`)).toEqual([
      'A\n\nE',
      'A\n\nB\n\nC\n\nD\n\nE',
    ])
  })

  it('of words that were inserted and deleted again are in neither text', async () => {
    const regions = `<text:changed-region text:id="a"><text:insertion>${info}</text:insertion></text:changed-region><text:changed-region text:id="b"><text:deletion>${info}<text:p>not</text:p></text:deletion></text:changed-region>`
    const text = `<text:tracked-changes>${regions}</text:tracked-changes><text:p>It is <text:change-start text:change-id="a"/>now <text:change text:change-id="b"/><text:change-end text:change-id="a"/>paid.</text:p>`
    const found = await readOdt(odtFile({ text }))
    expect([found.text, found.tracked?.base]).toEqual(['It is now paid.', 'It is paid.'])
  })

  it('are not told of a file without any', async () => {
    expect((await read(kept('One.'))).tracked).toBeUndefined()
    expect((await read(kept('One'), ins(''), kept('.'))).tracked).toBeUndefined()
  })
})

it('any tracked changes give both texts, and exactly which words became which', async () => {
  const kind = fc.constantFrom<Token['kind'][]>('kept', 'kept', 'ins', 'del')
  const words = fc.constantFrom('one ', 'اثنان ', '3 ', '👩‍🔬 ', 'می\u200cرود ', 'four, ', ' five')
  const token = fc.record({ kind, words: fc.oneof({ weight: 4, arbitrary: words }, fc.constant(null)) })
  const signs = { kept: 'K', ins: 'I', del: 'D' }
  await fc.assert(
    fc.asyncProperty(fc.array(token, { minLength: 1, maxLength: 16 }), async (drawn) => {
      const tokens = drawn.map((one) => ({
        ...one,
        words: one.words === null ? null : `${signs[one.kind]}${one.words}`,
      }))
      const side = (gone: Token['kind']) =>
        tokens
          .filter((one) => one.kind !== gone)
          .map((one) => one.words ?? '\n')
          .join('')
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .join('\n\n')
      const [base, fresh] = [side('ins'), side('del')]
      if (fresh === '' || base === '') return
      const { text, tracked } = await read(...tokens)
      expect(text).toBe(fresh)
      if (base === fresh) {
        expect(tracked).toBeUndefined()
        return
      }
      expect(tracked?.base).toBe(base)
      let at = { old: 0, fresh: 0 }
      for (const one of tracked?.changes ?? []) {
        expect(base.slice(at.old, one.old.start)).toBe(text.slice(at.fresh, one.fresh.start))
        expect(base.slice(one.old.start, one.old.end)).not.toMatch(/K/)
        expect(text.slice(one.fresh.start, one.fresh.end)).not.toMatch(/K/)
        at = { old: one.old.end, fresh: one.fresh.end }
      }
      expect(base.slice(at.old)).toBe(text.slice(at.fresh))
    }),
    { numRuns: runs(200), seed: 5 },
  )
})
