import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import { someClaim, somePublicKey, someReport, someKey } from '@/tests/report'
import { checkJson, namedIn } from './check'
import { canonicalJson, proofIn, proofLine, reportFile } from './proof'

const report = someReport({
  claims: [
    someClaim(),
    someClaim({ number: 2, quote: 'قال إن المركز في عشق آباد 😀', finding: 'ليست "كذلك"\n' }),
  ],
  asked: { language: 'ar' },
})
const file = reportFile(report.content, report.proof)
const check = (text: string) => checkJson(text, (id) => (id === 'test-key' ? somePublicKey() : null))

it('finds an issued report genuine', () => {
  expect(check(file)).toEqual({ result: 'genuine', content: report.content, proof: report.proof })
})

it('finds one changed character anywhere', () => {
  const characters = [...file]
  fc.assert(
    fc.property(
      fc.nat(characters.length - 1),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      (at, fresh) => {
        fc.pre(characters[at] !== fresh)
        expect(check(characters.with(at, fresh).join('')).result).not.toBe('genuine')
      },
    ),
    { numRuns: runs(2_000) },
  )
})

it('finds a character taken out or put in anywhere, white space too', () => {
  fc.assert(
    fc.property(fc.nat(file.length - 1), fc.constantFrom('', ' ', '\n', '0', '"'), (at, put) => {
      const changed =
        put === '' ? file.slice(0, at) + file.slice(at + 1) : file.slice(0, at) + put + file.slice(at)
      expect(check(changed).result).not.toBe('genuine')
    }),
    { numRuns: runs(2_000) },
  )
  expect(check(`${file}\n`).result).toBe('altered')
})

it('tells a report of another desk from one that is altered, and both from what is none', () => {
  const other = someKey()
  expect(checkJson(file, () => null).result).toBe('unknown_key')
  expect(checkJson(file, () => other.publicKey).result).toBe('altered')
  expect(check('{"a":1}').result).toBe('no_report')
  expect(check('not JSON').result).toBe('no_report')
  expect(check(file.slice(0, -1)).result).toBe('altered')
  const bound = canonicalJson({ content: report.content, proof: { ...report.proof, number: '2026-0002' } })
  expect(check(bound).result).toBe('altered')
})

it('reads the proof again from a line among other text, and names what a file claims to be', () => {
  const line = proofLine(report.proof)
  expect(proofIn(`<x>${line}</x>`)).toEqual(report.proof)
  expect(proofIn('factdesk-report/1 2026-0001')).toBeNull()
  expect(namedIn(line)).toEqual({ numbers: ['2026-0001'], digests: [report.proof.digest] })
  expect(namedIn(file).digests).toContain(report.proof.digest)
  expect(namedIn(`2026-0001;${report.proof.digest};x`)).toEqual({
    numbers: [],
    digests: [report.proof.digest],
  })
})
