import { expect, test } from 'vitest'
import { declaring, renamed, withPassword, zipOf } from '@/tests/office-files'
import { MAX_FILE_BYTES, openArchive } from './archive'
import { ImportProblem } from './incoming'

async function problemOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof ImportProblem ? error.code : String(error)
}

const small = zipOf({ 'a/one.xml': '<one/>', 'two.xml': '<two/>' })

/** Bytes that look random, so they compress little. */
function noise(size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let state = 1
  for (let index = 0; index < size; index++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    bytes[index] = (state >> 16) & 0x0f
  }
  return bytes
}

test('gives the files of a zip by name, in any letter case', async () => {
  const archive = await openArchive(small)
  expect(archive.names).toEqual(['a/one.xml', 'two.xml'])
  expect((await archive.read('A/One.xml'))?.toString()).toBe('<one/>')
  expect(await archive.read('three.xml')).toBeNull()
})

test('refuses a file that is too large before opening it', async () => {
  expect(await problemOf(openArchive(Buffer.alloc(MAX_FILE_BYTES + 1)))).toBe('too_large')
})

test('tells a file that is no zip from one in the old Word format', async () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
  const encrypted = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])
  expect(await problemOf(openArchive(Buffer.from('Plain words.')))).toBe('not_a_zip')
  expect(await problemOf(openArchive(Buffer.alloc(0)))).toBe('not_a_zip')
  expect(await problemOf(openArchive(ole))).toBe('unsupported')
  expect(await problemOf(openArchive(Buffer.from('{\\rtf1 Words}')))).toBe('unsupported')
  expect(await problemOf(openArchive(encrypted))).toBe('encrypted')
  expect(await problemOf(openArchive(withPassword(small, 'two.xml')))).toBe('encrypted')
})

test('refuses names that lead out of the archive, or two names for one file', async () => {
  const names = ['/etc/passwd', '../up.xml', 'a/../../b', 'a\\b', 'C:x', 'a\0b']
  for (const name of names)
    expect([name, await problemOf(openArchive(zipOf({ [name]: 'x' })))]).toEqual([name, 'bad_path'])
  expect(await problemOf(openArchive(renamed(zipOf({ 'a.xml': '1', 'b.xml': '2' }), 'b.xml', 'a.xml')))).toBe(
    'bad_path',
  )
  expect(await problemOf(openArchive(zipOf({ 'a.xml': '1', 'A.xml': '2' })))).toBe('bad_path')
  expect((await openArchive(zipOf({ 'a..b/..c.xml': 'x' }))).names).toEqual(['a..b/..c.xml'])
})

test('stops a file that expands too far, whatever size it declares', async () => {
  const bomb = zipOf({ 'bomb.xml': new Uint8Array(40_000_000) })
  expect(bomb.length).toBeLessThan(100_000)
  for (const zip of [bomb, declaring(bomb, 'bomb.xml', 10)]) {
    const archive = await openArchive(zip)
    expect(await problemOf(archive.read('bomb.xml'))).toBe('unpacks_too_large')
  }
})

test('refuses an archive that declares more than the limit', async () => {
  expect(await problemOf(openArchive(declaring(small, 'two.xml', 200_000_000)))).toBe('unpacks_too_large')
})

test('stops files that together expand past the limit', async () => {
  const archive = await openArchive(zipOf({ 'part.bin': noise(9_000_000) }))
  for (let times = 0; times < 11; times++) expect((await archive.read('part.bin'))?.length).toBe(9_000_000)
  expect(await problemOf(archive.read('part.bin'))).toBe('unpacks_too_large')
})

test('finds damage: a truncated file, changed bytes, a wrong size', async () => {
  expect(await problemOf(openArchive(small.subarray(0, small.length - 30)))).toBe('damaged')
  const changed = Buffer.from(zipOf({ 'part.bin': noise(2000) }))
  changed.fill(0xff, 300, 340)
  expect(await problemOf((await openArchive(changed)).read('part.bin'))).toBe('damaged')
  const shorter = await openArchive(declaring(small, 'two.xml', 3))
  expect(await problemOf(shorter.read('two.xml'))).toBe('damaged')
  expect(await problemOf(openArchive(Buffer.from('PK\x03\x04 and nothing')))).toBe('damaged')
})
