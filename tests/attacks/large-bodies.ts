import fs from 'node:fs'
import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { atMost, exactly, nextSender, ONE_PROXY, type Attack, type AttackedDesk, type Figure } from './attack'

const MB = 1024 * 1024
const SIZES = [1, 8, 20]
const WAIT_MS = 100
const MEMORY_MB = 150

const filled = (piece: string, bytes: number) =>
  Buffer.alloc(bytes, piece.length === 1 ? piece : piece.repeat(Math.ceil(4_096 / piece.length)))

const around = (before: string, piece: string, after: string) => (bytes: number) => {
  const times = Math.floor((bytes - before.length - after.length) / piece.length)
  return Buffer.concat([Buffer.from(before), filled(piece, times * piece.length), Buffer.from(after)])
}

const PROOF = `"proof":{"digest":"${'0'.repeat(64)}","keyId":"key","number":"2026-0001","signature":"${'A'.repeat(86)}"}`

/** What is dear to read, of any size. */
const SHAPES: Record<string, (bytes: number) => Buffer> = {
  'claims without anything': around(
    '{"content":{"schema":"factdesk-report/1","claims":[',
    '{"a":1},',
    `{}]},${PROOF}}`,
  ),
  'arrays in one another': around('', '[', ''),
  'objects in one another': around('', '{"a":', ''),
  numbers: around('[', '1,', '1]'),
  'one long number': around('', '1', ''),
  'carriage returns': around('', '\r', ''),
  'one long string': around('{"markup":"', 'a', '"}'),
  'one long name': around('{"', 'a', '":1}'),
  digests: around('', `${'0123456789abcdef'.repeat(4)} `, ''),
  'half of digests': around('', `${'a'.repeat(63)} `, ''),
}

type Sent = { status: number; retryAfter: string | undefined }
type Outgoing = {
  method?: string
  path: string
  headers: Record<string, string>
  body: Buffer
  slowly?: boolean
}

/** Sends a body whole, or in small pieces with pauses; an answer may come before all of it was sent. */
function send(desk: AttackedDesk, { method = 'POST', path, headers, body, slowly }: Outgoing): Promise<Sent> {
  return new Promise((resolve) => {
    const length = headers['transfer-encoding'] ? {} : { 'content-length': String(body.length) }
    const request = http.request(`${desk.url}${path}`, {
      method,
      headers: { ...length, ...nextSender(), ...headers },
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

const FORM = { 'content-type': 'multipart/form-data; boundary=b' }
const inForm = (body: Buffer, head = 'name="file"; filename="r.json"') =>
  Buffer.concat([
    Buffer.from(`--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    body,
    Buffer.from('\r\n--b--\r\n'),
  ])

/** The id under which the built pages call an action. */
function actionId(name: string): string {
  const file = '.next/server/server-reference-manifest.json'
  const { node } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
    node: Record<string, { exportedName?: string }>
  }
  return Object.keys(node).find((id) => node[id]?.exportedName === name) ?? '0'.repeat(42)
}

type Entrance = { name: string; sent: (body: Buffer) => Outgoing }

function entrances(desk: AttackedDesk, cookie: string): Entrance[] {
  const json = { 'content-type': 'application/json' }
  const bearer = { ...json, authorization: `Bearer ${desk.token}` }
  const action = (name: string) => ({
    'next-action': actionId(name),
    'content-type': 'text/plain;charset=UTF-8',
  })
  const chunked = { 'transfer-encoding': 'chunked' }
  return [
    { name: 'verify', sent: (body) => ({ path: '/api/v1/verify', headers: FORM, body: inForm(body) }) },
    {
      name: 'verify, without a length',
      sent: (body) => ({ path: '/api/v1/verify', headers: { ...FORM, ...chunked }, body: inForm(body) }),
    },
    { name: 'signing in', sent: (body) => ({ path: '/api/auth/callback/credentials', headers: json, body }) },
    {
      name: 'an action of a stranger',
      sent: (body) => ({ path: '/corrections/report', headers: action('sendReportAction'), body }),
    },
    {
      name: 'a form of a stranger',
      sent: (body) => ({
        path: '/corrections/report',
        headers: FORM,
        body: inForm(body, 'name="1_problem"'),
      }),
    },
    {
      name: 'an action of a viewer',
      sent: (body) => ({ path: '/claim-review', headers: { ...action('checkMarkupAction'), cookie }, body }),
    },
    {
      name: 'a form of a viewer',
      sent: (body) => ({
        path: '/claim-review',
        headers: { ...action('checkMarkupAction'), ...FORM, cookie },
        body: inForm(body, 'name="0"'),
      }),
    },
    {
      name: 'a long action that is not a viewer’s',
      sent: (body) => ({
        path: '/articles/new',
        headers: { ...action('createArticleAction'), cookie },
        body,
      }),
    },
    {
      name: 'checking markup',
      sent: (body) => ({ path: '/api/v1/claim-review/validate', headers: bearer, body }),
    },
    { name: 'an article', sent: (body) => ({ path: '/api/v1/articles', headers: bearer, body }) },
    {
      name: 'a body where none belongs',
      sent: (body) => ({ method: 'GET', path: '/verify', headers: json, body }),
    },
  ]
}

async function tryAll(desk: AttackedDesk, { name, sent }: Entrance): Promise<Figure[]> {
  // The first request of a kind loads what answers it; that is no body's doing.
  for (const text of ['[]', '{}', '1']) await send(desk, sent(Buffer.from(text)))
  let wait = { ms: 0, by: '' }
  let memory = { mb: 0, by: '' }
  let faults = 0
  for (const [shape, make] of Object.entries(SHAPES))
    for (const size of SIZES) {
      const outgoing = sent(make(size * MB))
      const { result, longestWaitMs, addedMb } = await desk.watch(() => send(desk, outgoing))
      const by = `${shape}, ${size} MB, answered ${result.status}`
      if (result.status >= 500 && result.status !== 503) faults += 1
      if (longestWaitMs > wait.ms) wait = { ms: longestWaitMs, by }
      if (addedMb > memory.mb) memory = { mb: addedMb, by }
    }
  return [
    atMost(`${name}: others waited (${wait.by})`, wait.ms, WAIT_MS, 'ms'),
    atMost(`${name}: memory added (${memory.by})`, memory.mb, MEMORY_MB, 'MB'),
    exactly(`${name}: faults`, faults, 0),
  ]
}

async function manyAtOnce(desk: AttackedDesk): Promise<Figure[]> {
  const make = SHAPES['claims without anything']
  const body = inForm(make?.(20 * MB - 1) ?? Buffer.alloc(0))
  const one = { path: '/api/v1/verify', headers: FORM, body }
  const { result, longestWaitMs, addedMb } = await desk.watch(() =>
    Promise.all(Array.from({ length: 20 }, () => send(desk, one))),
  )
  const refused = result.filter(({ status }) => status !== 200 && status !== 503).length
  return [
    atMost('20 uploads of 20 MB at once: others waited', longestWaitMs, WAIT_MS, 'ms'),
    atMost('20 uploads of 20 MB at once: memory added', addedMb, 2 * MEMORY_MB, 'MB'),
    exactly('20 uploads of 20 MB at once: neither answered nor asked to come again', refused, 0),
  ]
}

/** Uploads that never end hold no place for ever. */
async function slowOnes(desk: AttackedDesk): Promise<Figure[]> {
  const body = inForm(Buffer.alloc(5 * MB, 'x'))
  const slow = Array.from({ length: 6 }, () =>
    send(desk, { path: '/api/v1/verify', headers: FORM, body, slowly: true }),
  )
  await pause(1_000)
  const from = performance.now()
  const honest = await send(desk, { path: '/api/v1/verify', headers: FORM, body })
  const waited = Math.round((performance.now() - from) / 1_000)
  const given = await Promise.all(slow)
  return [
    exactly('an upload behind six that never end: status', honest.status, 200),
    atMost('an upload behind six that never end: waited', waited, 30, 's'),
    exactly('of the six that never end, given up', given.filter(({ status }) => status === 408).length, 6),
  ]
}

async function manyParts(desk: AttackedDesk): Promise<Figure[]> {
  const part = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n'
  const body = filled(part, Math.floor((20 * MB) / part.length) * part.length)
  const { result, longestWaitMs, addedMb } = await desk.watch(() =>
    send(desk, { path: '/api/v1/verify', headers: FORM, body }),
  )
  return [
    exactly('400,000 parts: status', result.status, 400),
    atMost('400,000 parts: others waited', longestWaitMs, WAIT_MS, 'ms'),
    atMost('400,000 parts: memory added', addedMb, MEMORY_MB, 'MB'),
  ]
}

const attack: Attack = {
  about: 'Bodies of 1 to 20 MB in dear shapes, at every entrance that is open or a viewer’s.',
  settings: ONE_PROXY,
  run: async (desk) => {
    const cookie = await desk.signIn('viewer')
    const figures: Figure[] = []
    for (const entrance of entrances(desk, cookie)) figures.push(...(await tryAll(desk, entrance)))
    return [...figures, ...(await manyParts(desk)), ...(await manyAtOnce(desk)), ...(await slowOnes(desk))]
  },
}

export default attack
