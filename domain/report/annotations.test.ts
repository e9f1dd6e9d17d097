import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reportJsonLd } from '@/printing/report-json-ld'
import { runs } from '@/tests/properties'
import { reportKey, someClaim, someKey, somePublicKey, someReport } from '@/tests/report'
import { checkAnnotations, sealAnnotations } from './annotations'
import { checkJson } from './check'
import { reportFile } from './proof'

const report = someReport({
  claims: [
    someClaim(),
    someClaim({ number: 2, quote: 'قال إن المركز في عشق آباد 😀', finding: '"factdesk:proof"' }),
  ],
})
const file = sealAnnotations(reportJsonLd(report), report.proof, reportKey)
const keyOf = (id: string) => (id === 'test-key' ? somePublicKey() : null)
const check = (text: string) => checkAnnotations(Buffer.from(text), keyOf)

it('recognises the annotations of an issued report, which are JSON as before', () => {
  const result = check(file)
  expect(result).toMatchObject({
    result: 'genuine',
    proof: { number: '2026-0001', digest: report.proof.digest },
  })
  const { 'factdesk:proof': proof, ...collection } = JSON.parse(file) as Record<string, unknown>
  expect(collection).toEqual(JSON.parse(JSON.stringify(reportJsonLd(report))))
  expect(proof).toMatchObject({ 'factdesk:number': '2026-0001' })
})

it('detects one character changed, left out or put in anywhere', () => {
  const characters = [...file]
  const put = fc.constantFrom('', ' ', '\n', '0', '"', 'ا', 'xx')
  fc.assert(
    fc.property(fc.nat(characters.length - 1), put, (at, fresh) => {
      fc.pre(characters[at] !== fresh)
      expect(check(characters.with(at, fresh).join('')).result).not.toBe('genuine')
      expect(
        check([...characters.slice(0, at), fresh || '1', ...characters.slice(at)].join('')).result,
      ).not.toBe('genuine')
    }),
    { numRuns: runs(1_000) },
  )
})

it('tells an altered collection from one signed by another key and from other files', () => {
  expect(check(file.replace('nine', 'five')).result).toBe('altered')
  expect(check(file.replace('"verified"', '"disputed"')).result).toBe('altered')
  expect(check(JSON.stringify(JSON.parse(file))).result).toBe('altered')
  expect(checkAnnotations(Buffer.from(file), () => null).result).toBe('unknown_key')
  expect(checkAnnotations(Buffer.from(file), () => someKey().publicKey).result).toBe('altered')
  expect(check(JSON.stringify(reportJsonLd(report), null, 2)).result).toBe('no_report')
  expect(check(reportFile(report.content, report.proof)).result).toBe('no_report')
})

it('does not let a proof serve another file', () => {
  const other = someReport({ claims: [someClaim({ quote: 'It carries five thousand cars a day' })] })
  const otherFile = sealAnnotations(reportJsonLd(other), other.proof, reportKey)
  const proofOf = (text: string) => text.slice(text.lastIndexOf(',\n  "factdesk:proof"'))
  expect(check(otherFile.replace(proofOf(otherFile), proofOf(file))).result).toBe('altered')
  // A signature of a report says nothing about annotations, and the other way round.
  const { signature } = report.proof
  expect(
    check(file.replace(/"factdesk:signature": "[^"]+"/, `"factdesk:signature": "${signature}"`)).result,
  ).toBe('altered')
  const own = /"factdesk:signature": "([^"]+)"/.exec(file)?.[1] ?? ''
  const json = reportFile(report.content, { ...report.proof, signature: own })
  expect(checkJson(Buffer.from(json), keyOf).result).toBe('altered')
})
