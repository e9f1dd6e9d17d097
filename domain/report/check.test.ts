import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import { someClaim, somePublicKey, someReport, someKey } from '@/tests/report'
import { checkJson, digestsIn } from './check'
import { canonicalJson, proofIn, proofLine, reportFile, seal } from './proof'

const report = someReport({
  claims: [
    someClaim(),
    someClaim({ number: 2, quote: 'قال إن المركز في عشق آباد 😀', finding: 'ليست "كذلك"\n' }),
  ],
  asked: { language: 'ar' },
})
const file = reportFile(report.content, report.proof)
const check = (text: string) =>
  checkJson(Buffer.from(text), (id) => (id === 'test-key' ? somePublicKey() : null))

it('recognises an issued report as genuine', () => {
  expect(check(file)).toEqual({ result: 'genuine', content: report.content, proof: report.proof })
})

it('detects one changed character anywhere', () => {
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

it('detects a character deleted or inserted anywhere, including white space', () => {
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

it('tells a report of another desk from an altered one, and both from a file that is no report', () => {
  const other = someKey()
  expect(checkJson(Buffer.from(file), () => null).result).toBe('unknown_key')
  expect(checkJson(Buffer.from(file), () => other.publicKey).result).toBe('altered')
  expect(check('{"a":1}').result).toBe('no_report')
  expect(check('not JSON').result).toBe('no_report')
  expect(check(file.slice(0, -1)).result).toBe('altered')
  const bound = canonicalJson({ content: report.content, proof: { ...report.proof, number: '2026-0002' } })
  expect(check(bound).result).toBe('altered')
})

it('parses only the two ends of a file until digest and signature are verified', () => {
  const { proof } = report
  const inside = '['.repeat(100_000)
  const swollen = `{"content":${inside},"proof":${canonicalJson(proof)}}`
  expect(check(swollen).result).toBe('altered')
  // Only the holder of the key can get the middle parsed; here it is not JSON.
  const signed = seal({ ...report.content, newsroom: 'x' }, someKey()).proof
  expect(check(`{"content":${inside},"proof":${canonicalJson(signed)}}`).result).toBe('altered')
})

const shownIn = (text: string) => digestsIn(Buffer.from(text), () => Promise.resolve())
const other = (first: string) => first.repeat(64)

it('finds the proof line among other text', () => {
  const line = proofLine(report.proof)
  expect(proofIn(`<x>${line}</x>`)).toEqual(report.proof)
  expect(proofIn('factdesk-report/1 2026-0001')).toBeNull()
})

it.each([
  ['its one form', (text: string) => text],
  ['a form with white space', (text: string) => JSON.stringify(JSON.parse(text), null, 2)],
  ['something after it', (text: string) => `${text} `],
  ['a mark before it', (text: string) => `\ufeff${text}`],
])('finds the digest of its own proof first, in %s', async (_, written) => {
  const later = someReport({ claims: [someClaim()] })
  const naming = { ...later.content, supersedes: { number: '2026-0009', digest: other('c') } }
  const text = reportFile(naming, later.proof)
  expect((await shownIn(written(text)))[0]).toBe(later.proof.digest)
  expect(await shownIn(written(text))).toContain(other('c'))
})

it('finds digests anywhere in a long file, also across slices, and at most ten', async () => {
  const { digest } = report.proof
  for (const before of [0, 131_000, 131_041, 131_072, 400_000])
    expect(await shownIn(`${'x'.repeat(before)};${digest};${'y'.repeat(300_000)}`)).toContain(digest)
  expect(await shownIn(proofLine(report.proof).padStart(131_100, '-'))).toEqual([digest])
  const many = Array.from({ length: 40 }, (_, index) => index.toString(16).padStart(64, '0')).join(' ')
  expect(await shownIn(many)).toHaveLength(10)
  expect((await shownIn(`${many} ${proofLine(report.proof)}`))[0]).toBe(digest)
  expect(await shownIn(`${digest.slice(1)} x${other('a')}b`)).toEqual([])
})
