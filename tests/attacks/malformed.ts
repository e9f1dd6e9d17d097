import { ONE_PROXY, type Attack, type AttackedDesk, type Figure } from './attack'
import { LINES } from './malformed/junk'
import { actionIds, fieldsOfApi, requests } from './malformed/requests'
import { shapes } from './malformed/shapes'
import { send, written, type Answered } from './malformed/send'

const isFault = (status: number) => status >= 500

/**
 * Every address of the desk with broken parts, cookies and methods; an answer must come, and none may be 5xx.
 * @returns what was answered otherwise
 */
export async function faultsOfShapes(
  url: string,
  cookie: string,
): Promise<{ sent: number; faults: Answered[] }> {
  const faults: Answered[] = []
  let sent = 0
  const waiting = shapes(cookie).values()
  const work = async () => {
    for (const one of waiting) {
      sent += 1
      const answer = await send(url, one)
      if (isFault(answer.status) || answer.status === 0) faults.push(answer)
    }
  }
  await Promise.all(Array.from({ length: 4 }, work))
  return { sent, faults }
}

/**
 * Every kind of junk in every part of a request, signed in and not; no answer may be 5xx. Each request has its own
 * sender behind one proxy, so that no limit answers before the code under attack.
 * @param every tries one request in this many, the same ones each time
 */
export async function faultsOf(
  url: string,
  cookie: string,
  token: string,
  every = 1,
): Promise<{ sent: number; faults: Answered[] }> {
  const faults: Answered[] = []
  let sent = 0
  const all = [...requests(await actionIds(url)), ...(await fieldsOfApi(url, token))]
  const waiting = all.filter((_, index) => index % every === 0).values()
  const work = async () => {
    for (const one of waiting) {
      sent += 1
      const signed = sent % 3
      const headers = {
        ...(signed === 1 && { cookie }),
        ...(signed === 2 && one.path.startsWith('/api/v1') && { authorization: `Bearer ${token}` }),
        ...one.headers,
      }
      const answer = await send(url, { ...one, headers })
      if (isFault(answer.status)) faults.push(answer)
    }
  }
  await Promise.all(Array.from({ length: 4 }, work))
  for (const bytes of LINES) {
    sent += 1
    const status = await written(url, bytes)
    if (isFault(status)) faults.push({ method: 'RAW', path: bytes, status })
  }
  return { sent, faults }
}

export default {
  about: 'Junk in the address, the method, the headers, the cookies and the body, at all addresses.',
  settings: ONE_PROXY,
  run: async (desk: AttackedDesk): Promise<Figure[]> => {
    const cookie = await desk.signIn('editor')
    const { sent, faults } = await faultsOf(desk.url, cookie, desk.token)
    const shown = faults
      .slice(0, 20)
      .map(({ method, path, status }) => `${status} ${method} ${path.slice(0, 80)}`)
    return [
      { what: 'requests sent', value: sent, bound: 'more than 1,000', holds: sent > 1_000 },
      {
        what: 'answers of 5xx, or none (599)',
        value: [faults.length, ...shown].join('; '),
        bound: 'none',
        holds: faults.length === 0,
      },
    ]
  },
} satisfies Attack
