import { afterEach, describe, expect, it, vi } from 'vitest'
import { forgetRequestKey, isSettled, requestKeyOf } from './request-keys'

const store = () => {
  const held = new Map<string, string>()
  return {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
  }
}
const forbidden = () => ({
  ...Object.fromEntries(
    ['getItem', 'setItem', 'removeItem'].map((name) => [
      name,
      () => {
        throw new Error('forbidden')
      },
    ]),
  ),
})

afterEach(() => vi.unstubAllGlobals())

describe.each([
  ['that keeps', () => ({ sessionStorage: store() })],
  ['that keeps nothing', () => ({ sessionStorage: forbidden() })],
  ['without a store', () => ({})],
])('the request key in a browser %s', (_, window) => {
  it('stays until it is forgotten, for each form its own', () => {
    vi.stubGlobal('window', window())
    const [one, other] = [requestKeyOf('source:1'), requestKeyOf('source:2')]
    expect(one).not.toBe(other)
    expect(requestKeyOf('source:1')).toBe(one)
    forgetRequestKey('source:1')
    expect(requestKeyOf('source:1')).not.toBe(one)
    expect(requestKeyOf('source:2')).toBe(other)
    forgetRequestKey('source:1')
    forgetRequestKey('source:2')
  })
})

it('is settled by what was written, and by nothing else', () => {
  const failed = (key: string) => ({ ok: false as const, code: 'invalid', key, params: {}, issues: [] })
  expect([isSettled({ ok: true }), isSettled(failed('keyUsedAgain'))]).toEqual([true, true])
  expect([isSettled(undefined), isSettled(failed('offline')), isSettled(failed('fault'))]).toEqual([
    false,
    false,
    false,
  ])
})
