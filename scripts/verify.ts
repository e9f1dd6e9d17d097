import { createPublicKey, type KeyObject } from 'node:crypto'
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { checkAnnotations, type AnnotationsCheck } from '../domain/report/annotations'
import { checkJson } from '../domain/report/check'

const USAGE = 'Use it as: npm run verify -- report.json --key key.json'

/** A reason to stop in one sentence. Exit code 2, because nothing was verified. */
class Unusable extends Error {}

function read(file: string): Buffer {
  try {
    return fs.readFileSync(file)
  } catch {
    throw new Unusable(`The file ${file} cannot be read.`)
  }
}

type Jwk = { kid?: string; kty?: string; crv?: string; x?: string }

/** The keys of a JWK set (RFC 7517), or a single JWK; a key without a `kid` fits every report. */
function keysIn(file: string): (id: string) => KeyObject | null {
  let given: unknown
  try {
    given = JSON.parse(read(file).toString('utf8'))
  } catch (error) {
    if (error instanceof Unusable) throw error
    throw new Unusable(`The file ${file} is not JSON: give the desk's factdesk-keys.json.`)
  }
  const set = (given as { keys?: Jwk[] } | null)?.keys ?? [given as Jwk]
  const keys = set.filter((key) => key.kty === 'OKP' && key.crv === 'Ed25519' && typeof key.x === 'string')
  if (keys.length === 0) throw new Unusable(`The file ${file} holds no Ed25519 public key.`)
  return (id) => {
    const found = keys.find((key) => key.kid === undefined || key.kid === id)
    if (!found) return null
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: found.x }, format: 'jwk' })
  }
}

const SENTENCES = {
  altered: 'ALTERED: this is not what was issued and signed.',
  unknown_key: 'UNKNOWN KEY: it was signed by a key that is not in the key file.',
  no_report: 'NO REPORT: this file is not a JSON report of Factdesk, nor the JSON-LD of one with its proof.',
} as const

function tellAnnotations(check: AnnotationsCheck): number {
  if (check.result !== 'genuine') {
    process.stdout.write(`${SENTENCES[check.result]}\n`)
    return 1
  }
  const { number, digest, keyId } = check.proof
  const lines = [
    `GENUINE: the annotations of report ${number}.`,
    `Digest of the report: ${digest}`,
    `Key: ${keyId}`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return 0
}

function main(): number {
  const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true })
  const [file] = positionals
  if (!file || !values.key || positionals.length !== 1) throw new Unusable(USAGE)
  const [bytes, keyOf] = [read(file), keysIn(values.key)]
  const annotations = checkAnnotations(bytes, keyOf)
  if (annotations.result !== 'no_report') return tellAnnotations(annotations)
  const check = checkJson(bytes, keyOf)
  if (check.result !== 'genuine') {
    process.stdout.write(`${SENTENCES[check.result]}\n`)
    return 1
  }
  const { content, proof } = check
  process.stdout.write(
    [
      `GENUINE: report ${proof.number}, ${content.kind}, issued by ${content.newsroom} at ${content.issuedAt}.`,
      `Article: ${content.article.title}`,
      `Digest: ${proof.digest}`,
      `Key: ${proof.keyId}`,
      'Whether a later report took its place only the desk can tell.',
      '',
    ].join('\n'),
  )
  return 0
}

try {
  process.exitCode = main()
} catch (error) {
  const known = error instanceof Unusable || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  if (!known) throw error
  process.stderr.write(`${error instanceof Unusable ? error.message : USAGE}\n`)
  process.exitCode = 2
}
