import { Agent, request } from 'node:http'
import { gunzipSync } from 'node:zlib'

export type Asked = { method?: string; path: string; body?: unknown; headers?: Record<string, string> }
export type Answered = { status: number; bytes: Buffer; text: () => string }

export type Connections = { ask: (asked: Asked) => Promise<Answered>; close: () => void }

/** Connections to a server on this machine that stay open. */
export function connections(port: number, count: number): Connections {
  const agent = new Agent({ keepAlive: true, maxSockets: count })
  const ask = ({ method = 'GET', path, body, headers = {} }: Asked) =>
    new Promise<Answered>((resolve, reject) => {
      const sent = body === undefined ? undefined : JSON.stringify(body)
      const type =
        sent === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }
      const asked = request(
        { agent, host: '127.0.0.1', port, method, path, headers: { ...headers, ...type } },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.once('error', reject)
          answer.once('end', () => {
            const bytes = Buffer.concat(chunks)
            const isPacked = answer.headers['content-encoding'] === 'gzip'
            resolve({
              status: answer.statusCode ?? 0,
              bytes,
              text: () => (isPacked ? gunzipSync(bytes) : bytes).toString(),
            })
          })
        },
      )
      asked.once('error', reject)
      asked.end(sent)
    })
  return { ask, close: () => agent.destroy() }
}

/**
 * Asks over all connections at once, each the next request as soon as it has its answer, for as long as told.
 * @returns how many were answered, and in how many milliseconds
 */
export async function askFor(
  { ask }: Connections,
  { count, ms, next }: { count: number; ms: number; next: (connection: number) => Asked },
): Promise<{ answered: number; ms: number }> {
  const begun = performance.now()
  let answered = 0
  const lane = async (connection: number) => {
    while (performance.now() - begun < ms) {
      const asked = next(connection)
      const { status, text } = await ask(asked)
      if (status !== 200) throw new Error(`${asked.path} answered ${status}: ${text().slice(0, 300)}`)
      answered += 1
    }
  }
  await Promise.all(Array.from({ length: count }, (_, connection) => lane(connection)))
  return { answered, ms: performance.now() - begun }
}
