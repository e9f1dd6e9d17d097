import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sealAnnotations } from '@/domain/report/annotations'
import { reportFile } from '@/domain/report/proof'
import { reportJsonLd } from '@/printing/report-json-ld'
import { reportKey, someClaim, someKey, somePublicKey, someReport } from '@/tests/report'

function hasPython(): boolean {
  try {
    return execFileSync('python3', ['-c', 'print(pow(2, -1, 5))'], { encoding: 'utf8' }).trim() === '3'
  } catch {
    return false
  }
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-python-'))
const at = (name: string, text: string) => {
  const file = path.join(folder, name)
  fs.writeFileSync(file, text)
  return file
}
const program = /```python\n([\s\S]*?)```/.exec(fs.readFileSync('docs/verify.md', 'utf8'))?.[1] ?? ''
const kid = 'test-key'
const jwk = { ...somePublicKey().export({ format: 'jwk' }), kid }

function check(text: string, key: object = jwk): string {
  const script = at('check.py', program)
  const given = [at('report', text), at('keys.json', JSON.stringify({ keys: [key] }))]
  const { stdout, status } = spawnSync('python3', [script, ...given], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : 'ERROR'
}

const report = someReport({
  claims: [
    someClaim({ finding: 'عُدّت عند البوابة 😀 "proof":{}' }),
    someClaim({ number: 2, quote: 'Nobody counted' }),
  ],
})
const json = reportFile(report.content, report.proof)
const jsonLd = sealAnnotations(reportJsonLd(report), report.proof, reportKey)

it('the program in the guide is short', () => {
  expect(program.trim().split('\n').length).toBeLessThanOrEqual(30)
})

describe.skipIf(!hasPython())('the program in the guide', () => {
  it.each([
    ['JSON', json],
    ['JSON-LD', jsonLd],
  ])('finds a genuine %s and nothing else', (_name, text) => {
    expect(check(text)).toBe('GENUINE')
    const other = { ...someKey().publicKey.export({ format: 'jwk' }), kid }
    const wrong = [
      text.replace('nine', 'five'),
      text.replace('2026-0001', '2026-0002'),
      text.replaceAll('2026-0001', '2026-0002'),
      text.replace(report.proof.digest, '0'.repeat(64)),
      text.replace(/(signature": ?")../, '$1AA'),
      text.replace('😀', '😁'),
      text.replace('{', '{ '),
    ]
    for (const one of wrong) expect([one === text, check(one)]).not.toEqual([false, 'GENUINE'])
    expect(check(text, other)).not.toBe('GENUINE')
    expect(check(text, { ...jwk, kid: 'another' })).toBe('ERROR')
  })
})
