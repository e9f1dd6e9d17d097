import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { now } from './clock'
import { settings } from './settings'

type PublicJwk = { kty: 'OKP'; crv: 'Ed25519'; x: string }

/** A public key in its published form: a JWK (RFC 7517, RFC 8037) with its dates. Times are ISO 8601 in UTC. */
export type PublishedKey = PublicJwk & {
  kid: string
  alg: 'EdDSA'
  use: 'sig'
  created: string
  /** When a newer key replaced it; null for the key that signs. */
  retired: string | null
}

type StoredKey = PublishedKey & { d?: string }

const CURRENT = 'signing-key.json'
const RETIRED = /^retired-[\w-]+\.json$/

const folder = (dataDir: string) => path.join(/* turbopackIgnore: true */ dataDir, 'keys')

/** The thumbprint of a key (RFC 7638): SHA-256 over its required members in order. */
export function keyId({ crv, kty, x }: PublicJwk): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url')
}

function makeKey(): StoredKey {
  const { kty, crv, x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  if (kty !== 'OKP' || crv !== 'Ed25519' || !x || !d) throw new Error('Node made another kind of key')
  const jwk = { kty, crv, x } as const
  return { ...jwk, d, kid: keyId(jwk), alg: 'EdDSA', use: 'sig', created: now().toISOString(), retired: null }
}

const read = (file: string) => JSON.parse(fs.readFileSync(file, 'utf8')) as StoredKey

const withoutSecret = ({ d: _d, ...key }: StoredKey): PublishedKey => key

/** Writes whole or not at all; readable by this user alone. */
function write(file: string, key: StoredKey | PublishedKey): string {
  const draft = `${file}.${process.pid}.${now().getTime()}`
  fs.writeFileSync(draft, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  return draft
}

/** The key that signs. The first use makes it; of two starts at once, the faster one does. */
function currentKey(dataDir: string): StoredKey {
  const file = path.join(/* turbopackIgnore: true */ folder(dataDir), CURRENT)
  if (!fs.existsSync(file)) {
    fs.mkdirSync(folder(dataDir), { recursive: true, mode: 0o700 })
    const draft = write(file, makeKey())
    try {
      fs.linkSync(draft, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      fs.unlinkSync(draft)
    }
  }
  return read(file)
}

/** The key that signs reports now. */
export function signingKey(dataDir = settings().dataDir): { id: string; privateKey: KeyObject } {
  const { kty, crv, x, d, kid } = currentKey(dataDir)
  return { id: kid, privateKey: createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' }) }
}

/** All public keys of this installation, the signing one first. */
export function publishedKeys(dataDir = settings().dataDir): PublishedKey[] {
  const current = withoutSecret(currentKey(dataDir))
  const retired = fs
    .readdirSync(folder(dataDir))
    .filter((name) => RETIRED.test(name))
    .map((name) => withoutSecret(read(path.join(folder(dataDir), name))))
    .sort((a, b) => b.created.localeCompare(a.created))
  return [current, ...retired]
}

/** The key with this id in Node's form; null for an unknown id. */
export function publicKeyOf(keys: readonly PublishedKey[], id: string): KeyObject | null {
  const found = keys.find((key) => key.kid === id)
  if (!found) return null
  const { kty, crv, x } = found
  return createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
}

/**
 * Replaces the signing key. The old public key stays published, and the old secret is deleted.
 * @returns the ids of both
 */
export function rotateKey(dataDir = settings().dataDir): { from: string; to: string } {
  const old = currentKey(dataDir)
  const fresh = makeKey()
  const file = path.join(folder(dataDir), CURRENT)
  const retired = path.join(folder(dataDir), `retired-${old.kid}.json`)
  fs.renameSync(write(retired, { ...withoutSecret(old), retired: now().toISOString() }), retired)
  fs.renameSync(write(file, fresh), file)
  return { from: old.kid, to: fresh.kid }
}
