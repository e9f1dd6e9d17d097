import { once } from 'node:events'
import http, { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { drained } from './drain'

async function slowServer(boundMs: number) {
  const going: (() => void)[] = []
  const server = createServer((_, response) => {
    going.push(() => response.end('whole'))
    response.write('the ')
  })
  const close = drained(server, boundMs)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    server,
    close,
    underWay: () => going.length,
    finish: () => going.splice(0).forEach((end) => end()),
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  }
}

const get = (url: string, agent?: http.Agent) =>
  new Promise<string>((resolve) => {
    http
      .get(url, { agent }, (response) => {
        let text = ''
        response.on('data', (chunk) => (text += String(chunk)))
        response.on('end', () => resolve(text))
        response.on('error', () => resolve('cut off'))
      })
      .on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'))
  })

it('answers open requests, takes no new ones, and closes kept-alive connections', async () => {
  const { close, finish, underWay, url } = await slowServer(60_000)
  const agent = new http.Agent({ keepAlive: true })
  const asked = Array.from({ length: 5 }, () => get(url, agent))
  await expect.poll(underWay).toBe(5)
  const closed = close()
  expect(close()).toBe(closed)
  expect(await get(url)).toBe('ECONNREFUSED')
  finish()
  expect(await Promise.all(asked)).toEqual(Array(5).fill('the whole'))
  await closed
  agent.destroy()
})

it('does not wait for an idle connection', async () => {
  const { close, finish, underWay, url } = await slowServer(60_000)
  const agent = new http.Agent({ keepAlive: true })
  const asked = get(url, agent)
  await expect.poll(underWay).toBe(1)
  finish()
  expect(await asked).toBe('the whole')
  await close()
  agent.destroy()
})

it('cuts off an endless request at its time limit', async () => {
  const { close, underWay, url } = await slowServer(50)
  const asked = get(url)
  await expect.poll(underWay).toBe(1)
  await close()
  expect(await asked).toMatch(/cut off|ECONNRESET/)
})
