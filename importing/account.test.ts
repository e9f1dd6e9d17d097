import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { odtFile, paragraph, run, wordFile } from '@/tests/office-files'
import { pdfFile } from '@/tests/pdf-file'
import { runs } from '@/tests/properties'
import { accountsFor, withAccount } from './account'
import { readFile } from './import'
import type { Incoming } from './incoming'

const read = async (name: string, bytes: string | Uint8Array) => {
  const { allKept = false, notices } = await readFile({ name, type: '', bytes: Buffer.from(bytes) })
  return [allKept, notices.length]
}
const nothing = { text: '', title: '', byline: '', dateline: '', notes: [] }

describe('that nothing was left out', () => {
  it.each<[string, string | Uint8Array]>([
    ['a.txt', 'The fare rose by 4.5% to €3.\n\nارتفع السعر ١٢٬٥٠٠ دينار.'],
    ['a.md', '---\ntitle: Fares\n---\n\n# Fares\n\nThey rose by **4.5%**, [she](https://example.org) said.'],
    ['a.html', '<title>Fares | The Post</title><h1>Fares</h1><p>They rose by 4.5&nbsp;%; ﬁne.'],
    ['a.pdf', pdfFile([[{ x: 72, y: 700, text: 'The fare rose by 4.5%.' }]])],
    ['a.docx', wordFile({ body: paragraph(run('They rose by ') + run('4.5%.') + run(' قالت.')) })],
    ['a.odt', odtFile({ text: '<text:p>They rose <text:span>by</text:span> 4.5%. قالت.</text:p>' })],
  ])('is said of %s whose characters are all found again', async (name, bytes) => {
    expect(await read(name, bytes)).toEqual([true, 0])
  })

  it('is not said of formats whose readers give no account', async () => {
    expect(await read('a.rtf', '{\\rtf1\\ansi The fare rose.}')).toEqual([false, 0])
  })

  it('is not said where a character is missing, whatever dropped it', () => {
    const words = fc.array(fc.constantFrom('a', 'é', '٤', 'ش', '5', '%', '€', '漢', ' ', '.'), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(words, fc.nat(), (letters, at) => {
        const said = letters.join('')
        expect(accountsFor(said, { ...nothing, text: said.normalize('NFD') })).toBe(true)
        const without = letters.filter((_, index) => index !== at % letters.length).join('')
        const isCounted = !/[ .]/.test(letters[at % letters.length] ?? '')
        expect(accountsFor(said, { ...nothing, text: without })).toBe(!isCounted)
        expect(accountsFor(said, { ...nothing, text: without, title: letters.join(' ') })).toBe(true)
      }),
      { numRuns: runs(200), seed: 3 },
    )
  })

  it('is not said beside a notice', () => {
    const incoming = {
      ...nothing,
      notices: [{ kind: 'images', as: 'left_out', count: 1 }],
    } as unknown as Incoming
    expect(withAccount(incoming, () => '').allKept).toBeUndefined()
  })
})
