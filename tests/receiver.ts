import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach } from 'vitest'

export type Received = {
  path: string
  method: string
  headers: Record<string, string>
  body: string
  payload: { id: string; event: string; at: string; [field: string]: unknown }
}

type Answer = (response: http.ServerResponse, received: Received) => void

/** A receiver of webhooks on this machine: it keeps what arrives and answers as told. */
export class Receiver {
  received: Received[] = []
  answer: Answer = status(204)
  private readonly server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      const { url = '', method = '' } = request
      const headers = request.headers as Record<string, string>
      const payload = JSON.parse(body || '{}') as Received['payload']
      const received = { path: url, method, headers, body, payload }
      this.received.push(received)
      this.answer(response, received)
    })
  })

  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`
  }

  /** What arrived at one path, in order. */
  at(path: string): Received[] {
    return this.received.filter((one) => one.path === path)
  }

  listen = () => new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))

  close = () =>
    new Promise<void>((resolve) => {
      this.server.close(() => resolve())
      this.server.closeAllConnections()
    })
}

/** An answer with a status and nothing else. */
export function status(code: number, headers: Record<string, string> = {}): Answer {
  return (response) => void response.writeHead(code, headers).end()
}

/** One receiver for the tests of a file. It is empty before each test and accepts everything. */
export function withReceiver(): Receiver {
  const receiver = new Receiver()
  beforeAll(receiver.listen)
  afterAll(receiver.close)
  beforeEach(() => {
    receiver.received = []
    receiver.answer = status(204)
  })
  return receiver
}
