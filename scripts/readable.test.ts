import { describe, expect, it } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { isReadable } from './readable'

const asked = (headers: Record<string, string | undefined>, url = '/claims') => isReadable({ headers, url })

describe('a request whose headers tell its origin', () => {
  type Case = { host: string; requests: { origin?: string | null; host?: string; expect: string }[] }
  const { host, requests } = loadCase<Case>('C57_action_origin')
  const sent = requests.flatMap((one) => (one.origin === undefined ? [] : [{ host, ...one }]))

  it.each(sent.filter((one) => one.origin !== 'http://'))('$origin is read', ({ origin, host: given }) => {
    expect(asked({ host: given, origin: origin ?? undefined })).toBe(true)
  })

  it.each(['http://', 'https://', '//', 'app.test', 'http://[', 'http://app.test:port', '', 'file:///etc'])(
    'is refused for an invalid origin: %j',
    (origin) => expect(asked({ host, origin })).toBe(false),
  )

  it.each([
    undefined,
    '',
    'a b',
    'app.test/path',
    'app.test?x',
    'user@app.test',
    'app.test#x',
    '[',
    'a:port',
  ])('is refused for an invalid host: %j', (given) => expect(asked({ host: given })).toBe(false))

  it.each(['app.test', 'App.Test', 'app.test:3000', '127.0.0.1:3000', '[::1]:3000'])(
    'is read for the host %s',
    (given) => expect(asked({ host: given })).toBe(true),
  )

  it.each(['http://[', '//[', '//a:port/'])('is refused for an invalid address: %j', (url) => {
    expect(asked({ host }, url)).toBe(false)
  })
})
