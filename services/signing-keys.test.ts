import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { isSigned, seal } from '@/domain/report/proof'
import { numbered } from '@/domain/report/rules'
import { someContent } from '@/tests/report'
import { keyId, publicKeyOf, publishedKeys, rotateKey, signingKey } from './signing-keys'

const home = () => fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-keys-'))

it('is made once, readable by this user alone, and never published with its secret', () => {
  const dataDir = home()
  const { id } = signingKey(dataDir)
  expect(signingKey(dataDir).id).toBe(id)
  const file = path.join(dataDir, 'keys', 'signing-key.json')
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  expect(fs.readdirSync(path.join(dataDir, 'keys'))).toEqual(['signing-key.json'])
  const [published] = publishedKeys(dataDir)
  expect(published).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', kid: id, retired: null })
  expect(JSON.stringify(publishedKeys(dataDir))).not.toContain('"d"')
})

it('has the thumbprint of the example in RFC 8037, appendix A.3', () => {
  const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'
  expect(keyId({ kty: 'OKP', crv: 'Ed25519', x })).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
})

it('verifies old signatures after a replacement, and signs with the new key', () => {
  const dataDir = home()
  const content = numbered(someContent(), '2026-0001', null)
  const before = seal(content, signingKey(dataDir)).proof
  const { from, to } = rotateKey(dataDir)
  const after = seal(content, signingKey(dataDir)).proof
  expect([before.keyId, after.keyId]).toEqual([from, to])
  const keys = publishedKeys(dataDir)
  expect(keys.map((key) => [key.kid, key.retired === null])).toEqual([
    [to, true],
    [from, false],
  ])
  for (const proof of [before, after]) {
    const key = publicKeyOf(keys, proof.keyId)
    expect(key && isSigned(proof, key)).toBe(true)
    expect(key && isSigned({ ...proof, number: '2026-0002' }, key)).toBe(false)
  }
  expect(publicKeyOf(keys, 'another')).toBeNull()
  expect(fs.readFileSync(path.join(dataDir, 'keys', `retired-${from}.json`), 'utf8')).not.toContain('"d"')
})
