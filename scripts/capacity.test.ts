import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { readersAtOnce } from './capacity'

const response = (destroyed = false) =>
  Object.assign(new EventEmitter(), { destroyed, end: () => undefined }) as unknown as ServerResponse &
    EventEmitter
const get = (url: string, method = 'GET') => ({ url, method })
const LONG = 1_000_000

describe('readers at once', () => {
  it('wait for their turn in the order they came, and are turned away when the line is full', async () => {
    const enter = readersAtOnce({ running: 2, waiting: 2, patienceMs: LONG, heldMs: LONG })
    const [one, other] = [response(), response()]
    expect(await enter(get('/claims'), one)).toBe(true)
    expect(await enter(get('/api/v1/claims', 'HEAD'), other)).toBe(true)
    const order: string[] = []
    const third = enter(get('/third'), response()).then((may) => order.push(`third ${may}`))
    const fourth = enter(get('/fourth'), response()).then((may) => order.push(`fourth ${may}`))
    expect(await enter(get('/fifth'), response())).toBe(false)
    expect(order).toEqual([])
    one.end()
    one.emit('close')
    await third
    expect(order).toEqual(['third true'])
    other.emit('close')
    await fourth
    expect(order).toEqual(['third true', 'fourth true'])
  })

  it('do not wait longer than their patience', async () => {
    const enter = readersAtOnce({ running: 1, waiting: 5, patienceMs: 5, heldMs: LONG })
    expect(await enter(get('/claims'), response())).toBe(true)
    expect(await enter(get('/claims'), response())).toBe(false)
  })

  it('keep nobody out when they take long themselves', async () => {
    const enter = readersAtOnce({ running: 1, waiting: 5, patienceMs: LONG, heldMs: 5 })
    expect(await enter(get('/articles/1/report/pdf'), response())).toBe(true)
    expect(await enter(get('/claims'), response())).toBe(true)
  })

  it('give their turn to the next when they have gone meanwhile', async () => {
    const enter = readersAtOnce({ running: 1, waiting: 5, patienceMs: LONG, heldMs: LONG })
    const one = response()
    expect(await enter(get('/claims'), one)).toBe(true)
    const gone = enter(get('/claims'), response(true))
    const next = enter(get('/claims'), response())
    one.emit('close')
    expect([await gone, await next]).toEqual([false, true])
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
  ])('do not count %s %s', async (method, url) => {
    const enter = readersAtOnce({ running: 1, waiting: 0, patienceMs: LONG, heldMs: LONG })
    expect(await enter(get('/claims'), response())).toBe(true)
    expect(await enter(get(url, method), response())).toBe(true)
    expect(await enter(get('/live'), response())).toBe(false)
  })
})
