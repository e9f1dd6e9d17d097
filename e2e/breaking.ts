import { once } from 'node:events'
import { createServer, request } from 'node:http'

export type Way = {
  /** The desk's address by this way. Cookies of the desk are valid here. */
  url: string
  /**
   * Lets this much (0 to 1) of each answer to an action pass whose address holds `word`, until `mend` with it.
   * @returns how many broke so far
   */
  breakAnswers: (word: string, after: number) => () => number
  mend: (word: string) => void
  end: () => void
}

/** A way to the desk on which connections break in the middle of an answer, as they do when a machine is lost. */
export async function breakingWay(desk: string): Promise<Way> {
  const breaking = new Map<string, { after: number; broken: number }>()
  const server = createServer((asked, answer) => {
    const { pathname, search } = new URL(asked.url ?? '/', desk)
    const { method, headers } = asked
    const passed = request(new URL(pathname + search, desk), { method, headers })
    asked.pipe(passed)
    passed.on('error', () => answer.destroy())
    passed.on('response', (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers)
      const word = 'next-action' in headers && [...breaking.keys()].find((one) => pathname.includes(one))
      const broken = word ? breaking.get(word) : undefined
      if (!broken) return given.pipe(answer)
      void given.toArray().then((pieces: Buffer[]) => {
        const whole = Buffer.concat(pieces)
        broken.broken += 1
        answer.write(whole.subarray(0, Math.floor(whole.length * broken.after)), () => answer.destroy())
      })
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    breakAnswers: (word, after) => {
      const counted = { after, broken: 0 }
      breaking.set(word, counted)
      return () => counted.broken
    },
    mend: (word) => void breaking.delete(word),
    end: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
