import { describe, expect, it } from 'vitest'
import { sentenceFor } from './say.mjs'

const failed = (message: string, more: object = {}) => Object.assign(new Error(message), more)

describe('the sentence for an error that stops a start', () => {
  it.each<[string, unknown, RegExp]>([
    ['a full disk, as Node says it', failed('ENOSPC: no space', { code: 'ENOSPC' }), /^The disk is full/],
    [
      'a full disk, as npm says it',
      failed('npm error code ENOSPC\nnpm error write\nnpm ci failed.'),
      /^The disk is full/,
    ],
    [
      'a full disk, as PostgreSQL says it',
      failed('could not extend file: No space left on device'),
      /^The disk is full/,
    ],
    [
      'a port that is taken',
      failed('listen EADDRINUSE', { code: 'EADDRINUSE', port: 3000 }),
      /^The port 3000 is taken/,
    ],
    [
      'a port below 1024',
      failed('x', { code: 'EACCES', syscall: 'listen', port: 80 }),
      /^The port 80 may not be opened/,
    ],
    [
      'an address of another machine',
      failed('x', { code: 'EADDRNOTAVAIL', address: '192.0.2.1' }),
      /192\.0\.2\.1/,
    ],
    [
      'a folder that may not be written',
      failed('x', { code: 'EACCES', path: '/a/.data' }),
      /permission to write \/a\/\.data/,
    ],
    [
      'the same, as a tool says it',
      failed("Error: EACCES: permission denied, mkdir '/a/.next'"),
      /permission to write \/a\/\.next/,
    ],
    [
      'a file in place of a folder',
      failed('x', { code: 'EEXIST', path: '/a/.data' }),
      /^A file stands where/,
    ],
    ['refusals that have no message', failed('', { code: 'ECONNREFUSED' }), /^ECONNREFUSED$/],
    ['what nobody expected', failed('The moon is gone.'), /^The moon is gone\.$/],
  ])('%s', (_name, error, sentence) => {
    expect(sentenceFor(error)).toMatch(sentence)
    expect(sentenceFor(error)).not.toContain('\n')
  })
})
