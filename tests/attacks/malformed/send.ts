import http from 'node:http'
import net from 'node:net'
import { nextSender } from '../attack'

export type Sent = { method: string; path: string; headers?: Record<string, string>; body?: string | Buffer }
export type Answered = Sent & { status: number }

/** The status when no answer came in time. */
const UNANSWERED = 599
const PATIENCE_MS = 20_000

/** Sends one request exactly as written, which `fetch` would not. A closed connection counts as a refusal. */
export function send(url: string, sent: Sent): Promise<Answered> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const done = (status: number) => resolve({ ...sent, status })
    const { method, path, body } = sent
    // Each request has its own sender, because a limit would stop it before the code under attack.
    const headers = { ...nextSender(), ...sent.headers }
    try {
      const request = http.request({ hostname, port, method, path: raw(path), headers, agent: false })
      request.setTimeout(PATIENCE_MS, () => {
        done(UNANSWERED)
        request.destroy()
      })
      request.on('response', (answer) => {
        answer.resume().on('close', () => done(answer.statusCode ?? 0))
      })
      request.on('upgrade', (_answer, socket) => {
        socket.destroy()
        done(101)
      })
      request.on('connect', (_answer, socket) => {
        socket.destroy()
        done(200)
      })
      request.on('error', () => done(0))
      request.end(body)
    } catch {
      // Node itself refuses to send it; `written` sends such requests.
      done(-1)
    }
  })
}

/** Escapes what Node would not send, and keeps existing escapes. */
const raw = (path: string) => path.replace(/[^\u0021-\u00ff]/g, (letter) => encodeURIComponent(letter))

/** Sends bytes unchanged. @returns the status; 0 when the connection closes without one */
export function written(url: string, bytes: string): Promise<number> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = net.connect(Number(port), hostname, () => socket.end(bytes, 'latin1'))
    let answer = ''
    socket.setTimeout(PATIENCE_MS, () => socket.destroy())
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)))
  })
}
