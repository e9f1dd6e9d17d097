import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { requestId } from '@/services/request-id'
import { settings, type Settings } from '@/services/settings'
import { answering, type Pages } from './answer'

const TOKEN = 'what a Prometheus server shows here'
const ends: (() => void)[] = []
afterAll(() => ends.splice(0).forEach((end) => end()))

async function served(given: Partial<Settings>, pages: Pages | null): Promise<string> {
  const answer = answering({ ...settings(), ...given })
  const server = createServer((request, response) => answer(request, response, pages)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Tells which id the page itself knows. */
const pages: Pages = async (request, response) => {
  await new Promise((resolve) => setImmediate(resolve))
  response.end(`${request.headers['x-request-id']?.toString()} ${requestId()}`)
}

describe('each answer names its request', () => {
  it('by an id of its own, whatever a stranger sends', async () => {
    const url = await served({ trustedProxies: 0 }, pages)
    const ids = new Set<string>()
    for (const path of [
      '/verify',
      '/api/v1/health/live',
      '/api/v1/claims',
      '/api/v1/nothing',
      '/%zz',
      '/verify',
    ]) {
      const answer = await fetch(url + path, { headers: { 'x-request-id': 'given-by-a-stranger' } })
      const id = answer.headers.get('x-request-id') ?? ''
      expect(id).toMatch(/^[0-9a-f]{16}$/)
      ids.add(id)
      if (path === '/verify') expect(await answer.text()).toBe(`${id} ${id}`)
    }
    expect(ids.size).toBe(6)
  })

  it('by the id of a trusted proxy', async () => {
    const url = await served({ trustedProxies: 1 }, pages)
    const answer = await fetch(`${url}/verify`, { headers: { 'x-request-id': 'given-by-the-proxy' } })
    expect(answer.headers.get('x-request-id')).toBe('given-by-the-proxy')
    expect(await answer.text()).toBe('given-by-the-proxy given-by-the-proxy')
  })

  it('also on a page that only says that the desk cannot answer', async () => {
    const url = await served({}, null)
    for (const [path, language] of [
      ['/claims', 'en'],
      ['/claims', 'ar'],
      ['/%zz', 'en'],
    ] as const) {
      const answer = await fetch(url + path, {
        headers: { accept: 'text/html', 'accept-language': language },
      })
      const id = answer.headers.get('x-request-id') ?? 'none'
      expect(await answer.text()).toContain(`<bdi>${id}</bdi>`)
    }
  })
})

describe('metrics', () => {
  const read = async (url: string, token?: string) => {
    const answer = await fetch(`${url}/metrics`, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    })
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
  }

  it('are none unless a setting gives a token', async () => {
    const url = await served({}, (_, response) => {
      response.writeHead(404).end()
      return Promise.resolve()
    })
    expect((await read(url, TOKEN)).status).toBe(404)
  })

  it('are told only to those who show it', async () => {
    const url = await served({ metricsToken: TOKEN }, pages)
    for (const token of [undefined, '', 'other', `${TOKEN} `.repeat(2)]) {
      const { status, text } = await read(url, token)
      expect([status, text]).toEqual([401, ''])
    }
  })

  it('count requests by pattern, and tell no id or secret of an address', async () => {
    const url = await served({ metricsToken: TOKEN }, pages)
    const secret = '0197f7a0-1111-7000-8000-00000000abcd'
    await fetch(`${url}/api/v1/claims/${secret}?q=${secret}`).then((answer) => answer.text())
    await fetch(`${url}/api/v1/claims/${secret}`).then((answer) => answer.text())
    await fetch(`${url}/api/v1/health/live`).then((answer) => answer.text())
    await fetch(`${url}/wp-login.php?${secret}`).then((answer) => answer.text())
    const { status, type, text } = await read(url, TOKEN)
    expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    expect(text).not.toContain(secret)
    const count = (labels: string) =>
      new RegExp(`^factdesk_http_request_duration_seconds_count\\{${labels}\\} (\\d+)$`, 'm').exec(text)?.[1]
    expect(count('method="GET",route="/api/v1/claims/:id",status="401"')).toBe('2')
    expect(count('method="GET",route="/api/v1/health/live",status="200"')).toBe('1')
    expect(count('method="GET",route="other",status="200"')).toBe('1')
    for (const name of [
      'factdesk_http_requests_under_way 1',
      'factdesk_queue_waiting{queue="mail"} ',
      'factdesk_queue_oldest_due_seconds{queue="delivery"} ',
      'factdesk_jobs_waiting{kind="write"} 0',
      'factdesk_live_streams 0',
      'factdesk_database_connections{pool="pages",state="used"} ',
      'nodejs_eventloop_lag_p99_seconds ',
      'factdesk_build_info{version=',
    ])
      expect(text).toContain(`\n${name}`)
  })
})
