import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { sealAnnotations } from '@/domain/report/annotations'
import { reportFile } from '@/domain/report/proof'
import { reportJsonLd } from '@/printing/report-json-ld'
import { reportKey, someKey, somePublicKey, someReport } from '@/tests/report'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-verify-'))

function fileOf(name: string, text: string): string {
  const file = path.join(folder, name)
  fs.writeFileSync(file, text)
  return file
}

/** Runs the command as npm does, with no database within its reach. */
function verify(...given: string[]): Promise<{ code: number; out: string }> {
  const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: { verify: string } }
  const [, ...args] = scripts.verify.split(' ')
  const env = { ...process.env, DATABASE_URL: 'postgres://127.0.0.1:1/none' }
  return new Promise((resolve) => {
    execFile(process.execPath, [...args, ...given], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), out: stdout + stderr }),
    )
  })
}

const report = someReport()
const json = reportFile(report.content, report.proof)
const jwk = { ...somePublicKey().export({ format: 'jwk' }), kid: report.proof.keyId }

it('tells a genuine report from an altered one and from one with another key, without a desk', async () => {
  const genuine = fileOf('genuine.json', json)
  const altered = fileOf('altered.json', json.replace('nine', 'five'))
  const one = fileOf('key.json', JSON.stringify(jwk))
  const set = fileOf('keys.json', JSON.stringify({ keys: [jwk] }))
  const other = someKey().publicKey.export({ format: 'jwk' })
  const stranger = fileOf('other.json', JSON.stringify({ keys: [{ ...other, kid: 'another' }] }))
  expect(await verify(genuine, '--key', set)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^GENUINE: report 2026-0001/) as string,
  })
  expect(await verify(genuine, '--key', one)).toMatchObject({ code: 0 })
  expect(await verify(altered, '--key', set)).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^ALTERED/) as string,
  })
  expect(await verify(genuine, '--key', stranger)).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^UNKNOWN KEY/) as string,
  })
  expect(await verify(one, '--key', set)).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^NO REPORT/) as string,
  })
})

it('tells genuine annotations from altered ones', async () => {
  const keys = fileOf('keys.json', JSON.stringify({ keys: [jwk] }))
  const text = sealAnnotations(reportJsonLd(report), report.proof, reportKey)
  const told = async (name: string, content: string) => verify(fileOf(name, content), '--key', keys)
  const genuine = await told('genuine.jsonld', text)
  expect(genuine).toMatchObject({ code: 0, out: expect.stringContaining('report 2026-0001') as string })
  for (const [at, changed] of [
    text.replace('nine', 'five'),
    text.replace('"total": 1', '"total": 2'),
  ].entries())
    expect(await told(`altered-${at}.jsonld`, changed)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^ALTERED/) as string,
    })
})

it('explains a usage error in one sentence', async () => {
  const key = fileOf('key.json', JSON.stringify(jwk))
  for (const given of [[], ['a.json'], ['a.json', '--colour'], ['missing.json', '--key', key]]) {
    const { code, out } = await verify(...given)
    expect([given, code]).toEqual([given, 2])
    expect(out.trim().split('\n')).toHaveLength(1)
  }
})
