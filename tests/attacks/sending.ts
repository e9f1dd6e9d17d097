import http from 'node:http'
import { nextSender, type AttackedDesk } from './attack'

export type Sent = { status: number; retryAfter: string | undefined }
export type Outgoing = {
  method?: string
  path: string
  headers: Record<string, string>
  body: Buffer
  slowly?: boolean
}

/**
 * Sends a body from its own sender, so that no limit refuses it: whole, or in small pieces with pauses. The answer
 * may come before all of the body is sent.
 */
export function send(
  desk: AttackedDesk,
  { method = 'POST', path, headers, body, slowly }: Outgoing,
): Promise<Sent> {
  return new Promise((resolve) => {
    const length = headers['transfer-encoding'] ? {} : { 'content-length': String(body.length) }
    const request = http.request(`${desk.url}${path}`, {
      method,
      headers: { ...length, origin: desk.url, ...nextSender(), ...headers },
      agent: false,
    })
    const done = (status: number, retryAfter?: string) => {
      request.destroy()
      resolve({ status, retryAfter })
    }
    request.on('response', (response) => {
      response.resume().on('close', () => done(response.statusCode ?? 0, response.headers['retry-after']))
    })
    request.on('error', () => done(0))
    if (!slowly) return void request.end(body)
    let at = 0
    const timer = setInterval(() => {
      if (request.destroyed) return clearInterval(timer)
      request.write(body.subarray(at, (at += 1_024)))
    }, 200)
  })
}

export const FORM = { 'content-type': 'multipart/form-data; boundary=b' }

export const inForm = (body: Buffer, head = 'name="file"; filename="r.json"') =>
  Buffer.concat([
    Buffer.from(`--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    body,
    Buffer.from('\r\n--b--\r\n'),
  ])
