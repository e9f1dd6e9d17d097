import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readersAtOnce } from './capacity'

const response = () =>
  Object.assign(new EventEmitter(), { end: () => undefined }) as unknown as ServerResponse & EventEmitter
const get = (url: string, method = 'GET') => ({ url, method })

describe('readers at once', () => {
  it('are turned away beyond their number, and come in when others have left', () => {
    const enter = readersAtOnce(2)
    const [one, other] = [response(), response()]
    expect([enter(get('/claims'), one), enter(get('/api/v1/claims', 'HEAD'), other)]).toEqual([true, true])
    expect(enter(get('/claims'), response())).toBe(false)
    one.end()
    one.emit('close')
    expect(enter(get('/articles'), response())).toBe(true)
    expect(enter(get('/articles'), response())).toBe(false)
    other.emit('close')
    expect(enter(get('/articles'), response())).toBe(true)
  })

  it.each([
    ['POST', '/api/v1/articles'],
    ['PATCH', '/api/v1/claims/1'],
    ['POST', '/articles/new'],
    ['GET', '/api/v1/live'],
    ['GET', '/api/v1/live?article=1'],
    ['GET', '/api/v1/health/ready'],
    ['GET', '/metrics'],
    ['GET', '/_next/static/a.js'],
  ])('do not count %s %s', (method, url) => {
    const enter = readersAtOnce(1)
    expect(enter(get('/claims'), response())).toBe(true)
    expect(enter(get(url, method), response())).toBe(true)
    expect(enter(get('/live'), response())).toBe(false)
  })

  it('are never more than allowed, in whatever order they come and leave', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.nat(20), { maxLength: 60 }), (most, steps) => {
        const enter = readersAtOnce(most)
        const inside: (ServerResponse & EventEmitter)[] = []
        for (const step of steps) {
          const leaving = inside[step]
          if (leaving) {
            inside.splice(step, 1)
            if (step % 2) leaving.end()
            leaving.emit('close')
            continue
          }
          const coming = response()
          const may = enter(get('/claims'), coming)
          expect(may).toBe(inside.length < most)
          if (may) inside.push(coming)
        }
      }),
      { seed: 20261201 },
    )
  })
})
