import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { asRequestWithId, requestId, requestIdFrom } from './request-id'

it.each([
  'b9a1c2d3e4f5a6b7',
  '0af76519-16cd-43dd-8448-eb211c80319c',
  'Root=1-67891233-abcdef012345678912345678',
])('is that of a trusted proxy: %s', (given) => {
  expect(requestIdFrom(given, 1)).toBe(given)
  expect(requestIdFrom(given, 0)).toMatch(/^[0-9a-f]{16}$/)
})

it.each([
  undefined,
  '',
  'short',
  'with a space in it',
  'x'.repeat(129),
  'رقم-الطلب-هنا',
  'line\nbreak\nhere',
  '<b>12345678',
])('is made when a proxy gives none that is usual: %j', (given) => {
  const [one, other] = [requestIdFrom(given, 1), requestIdFrom(given, 1)]
  expect(one).toMatch(/^[0-9a-f]{16}$/)
  expect(other).not.toBe(one)
})

it('is known in all work of the request and in no other', async () => {
  const told = await Promise.all(
    ['first', 'second'].map((id) =>
      asRequestWithId(id, async () => {
        await pause(1)
        return requestId()
      }),
    ),
  )
  expect(told).toEqual(['first', 'second'])
  expect(requestId()).toBeUndefined()
})
