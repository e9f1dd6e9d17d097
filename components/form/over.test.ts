import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginEditing, edit, type Edit, type Editing } from './editing'
import { overBase, versionIn } from './over'

describe('the version', () => {
  it.each([
    [4, 'version', 4],
    [{ version: 4, revision: 7 }, 'version', 4],
    [{ revision: 7, text: 'x' }, 'revision', 7],
    [{ version: '4' }, 'version', null],
    [undefined, 'version', null],
    [null, 'revision', null],
  ] as const)('in %j, named by %s, is %s', (answer, over, version) =>
    expect(versionIn(answer, over)).toBe(version),
  )
})

describe('the input of a form', () => {
  it('names the version it was typed over, even after the page was read again', () => {
    const opened = beginEditing('as stored', 2)
    const events: Edit<string>[] = [
      { kind: 'typed', value: 'mine' },
      { kind: 'shown', value: 'by another', version: 3 },
    ]
    const { value, base } = events.reduce<Editing<string>>(edit, opened)
    expect(overBase({ text: value }, 'version', base)).toEqual({ text: 'mine', version: 2 })
  })

  it('names no other version, whatever the form says', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.anything()),
        fc.nat(),
        fc.constantFrom('version', 'revision'),
        (said, base, over) => {
          expect(overBase<Record<string, unknown>>(said, over, base)[over]).toBe(base)
        },
      ),
    )
  })

  it('undoes an earlier save based on the version that the save made', () =>
    expect(overBase({ id: 'a' }, 'version', 2, 3)).toEqual({ id: 'a', version: 3 }))
})

/** The files with a form over a record. */
const forms = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /[.]tsx?$/.test(file))
  .map((file) => ({ file, source: readFileSync(path.join('app', file), 'utf8') }))
  .filter(({ source }) => /useEditing[^]*?\brecord:/.test(source))

describe('every form over a record', () => {
  it('is found by this test', () => expect(forms.length).toBeGreaterThan(5))

  it.each(forms)('sends only its own base version: $file', ({ source }) => {
    expect(source).toContain('useSend(')
    expect(source).not.toContain('useAction(')
  })
})
