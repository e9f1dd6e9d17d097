import { expect, it } from 'vitest'
import { isReserved } from './reserved'

it.each([
  'mona@demo.factdesk.example',
  'mona@example',
  'mona@example.com',
  'mona@desk.EXAMPLE.org',
  'mona@example.net.',
  'mona@desk.test',
  'mona@nowhere.invalid',
  'mona@localhost',
  'mona@a.localhost.',
  '"a@b"@example.org',
])('%s is under a reserved name', (address) => expect(isReserved(address)).toBe(true))

it.each([
  'mona@newsroom.org',
  'example@newsroom.org',
  'mona@myexample.com',
  'mona@example.com.eg',
  'mona@test.org',
  'mona@contest',
  'mona@example.co',
  'mona@بريد.مثال',
])('%s is not', (address) => expect(isReserved(address)).toBe(false))
