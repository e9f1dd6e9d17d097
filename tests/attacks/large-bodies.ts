import fs from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { BODIES } from '@/services/bodies/bounds'
import { MAX_FILE_BYTES } from '@/text/bounds'
import {
  atMost,
  exactly,
  ONE_PROXY,
  watchedThrice,
  type Attack,
  type AttackedDesk,
  type Figure,
  type Watched,
} from './attack'
import { FORM, inForm, send, type Outgoing } from './sending'
import { SHAPES } from './shapes'

const MB = 1024 * 1024
const SIZES = [1, 8, 20].map((size) => size * MB)
const WAIT_MS = 100
const MEMORY_MB = 150
/** In bytes, for the form fields around the body. */
const AROUND = 200

/** The id with which the built pages call an action. */
function actionId(name: string): string {
  const file = '.next/server/server-reference-manifest.json'
  const { node } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
    node: Record<string, { exportedName?: string }>
  }
  return Object.keys(node).find((id) => node[id]?.exportedName === name) ?? '0'.repeat(42)
}

/** `most`: the largest accepted body, in bytes. */
type Entrance = { name: string; most: number; sent: (body: Buffer) => Outgoing }

const JSON_TYPE = { 'content-type': 'application/json' }
const CHUNKED = { 'transfer-encoding': 'chunked' }

function openEntrances(): Entrance[] {
  const action = { 'next-action': actionId('sendCorrectionRequestAction') }
  const text = { 'content-type': 'text/plain;charset=UTF-8' }
  const request = '/corrections/request'
  const [file, short] = [MAX_FILE_BYTES + AROUND, BODIES.short.bytes]
  const verify = '/api/v1/verify'
  const signIn = '/api/auth/callback/credentials'
  return [
    {
      name: 'verify',
      most: file,
      sent: (body) => ({ path: verify, headers: FORM, body: inForm(body) }),
    },
    {
      name: 'verify, without a length',
      most: file,
      sent: (body) => ({ path: verify, headers: { ...FORM, ...CHUNKED }, body: inForm(body) }),
    },
    {
      name: 'signing in',
      most: BODIES.signIn.bytes,
      sent: (body) => ({ path: signIn, headers: JSON_TYPE, body }),
    },
    {
      name: 'an action of a stranger',
      most: short,
      sent: (body) => ({ path: request, headers: { ...action, ...text }, body }),
    },
    {
      name: 'a form of a stranger',
      most: short,
      sent: (body) => ({
        path: request,
        headers: { ...action, ...FORM },
        body: inForm(body, 'name="0"'),
      }),
    },
    {
      name: 'a page of a stranger, without a length',
      most: short,
      sent: (body) => ({ path: request, headers: { ...action, ...text, ...CHUNKED }, body }),
    },
    {
      name: 'a body where none belongs',
      most: short,
      sent: (body) => ({ method: 'GET', path: '/verify', headers: JSON_TYPE, body }),
    },
    {
      name: 'an address that is not there',
      most: MB,
      sent: (body) => ({ path: '/api/v1/nothing', headers: JSON_TYPE, body }),
    },
  ]
}

function entrancesOf(desk: AttackedDesk, cookie: string): Entrance[] {
  const bearer = { ...JSON_TYPE, authorization: `Bearer ${desk.token}` }
  const action = (name: string) => ({
    'next-action': actionId(name),
    'content-type': 'text/plain;charset=UTF-8',
    cookie,
  })
  return [
    {
      name: 'an action of a viewer',
      most: BODIES.markup.bytes,
      sent: (body) => ({ path: '/claim-review', headers: action('checkMarkupAction'), body }),
    },
    {
      name: 'a form of a viewer',
      most: BODIES.markup.bytes,
      sent: (body) => ({
        path: '/claim-review',
        headers: { ...action('checkMarkupAction'), ...FORM },
        body: inForm(body, 'name="0"'),
      }),
    },
    {
      name: 'a long action that is not a viewer’s',
      most: BODIES.record.bytes,
      sent: (body) => ({ path: '/articles/new', headers: action('createArticleAction'), body }),
    },
    {
      name: 'checking markup',
      most: BODIES.markup.bytes,
      sent: (body) => ({ path: '/api/v1/claim-review/validate', headers: bearer, body }),
    },
    {
      name: 'an article',
      most: BODIES.text.bytes,
      sent: (body) => ({ path: '/api/v1/articles', headers: bearer, body }),
    },
  ]
}

function figuresOf(
  what: string,
  { longestWaitMs, longestWorkMs, addedMb }: Omit<Watched<unknown>, 'result'>,
) {
  return [
    atMost(
      `${what}: others waited for the desk, of ${longestWaitMs} ms in all`,
      longestWorkMs,
      WAIT_MS,
      'ms',
    ),
    atMost(`${what}: memory added`, addedMb, MEMORY_MB, 'MB'),
  ]
}

/** Each shape at every accepted size, up to the largest; one shape at the refused sizes too. */
function bodiesFor(most: number): [shape: string, body: Buffer][] {
  const taken = [...SIZES.filter((size) => size < most - AROUND), most - AROUND]
  const refused = SIZES.filter((size) => size > most)
  return Object.entries(SHAPES).flatMap(([shape, make], at) =>
    [...taken, ...(at === 0 ? refused : [])].map((size): [string, Buffer] => [
      `${shape}, ${(size / MB).toFixed(1)} MB`,
      make(size),
    ]),
  )
}

async function tryAll(desk: AttackedDesk, { name, most, sent }: Entrance): Promise<Figure[]> {
  // The first request of a kind loads its code, which no body causes.
  for (const text of ['[]', '{}', '1']) await send(desk, sent(Buffer.from(text)))
  let slowest = { by: '', longestWaitMs: 0, longestWorkMs: 0, addedMb: 0 }
  const answers = new Map<number, number>()
  for (const [shape, body] of bodiesFor(most)) {
    const outgoing = sent(body)
    const { result, ...seen } = await watchedThrice(desk, () => send(desk, outgoing))
    answers.set(result.status, (answers.get(result.status) ?? 0) + 1)
    const { by, ...before } = slowest.longestWorkMs > seen.longestWorkMs ? slowest : { by: shape, ...seen }
    slowest = { by, ...before, addedMb: Math.max(slowest.addedMb, seen.addedMb) }
  }
  const all = [...answers].map(([status, times]) => `${times} × ${status}`).join(', ')
  const faults = [...answers.keys()].filter((status) => status >= 500 && status !== 503).length
  return [
    ...figuresOf(`${name} (${slowest.by})`, slowest),
    exactly(`${name}: kinds of faults among ${all}`, faults, 0),
  ]
}

async function manyAtOnce(desk: AttackedDesk): Promise<Figure[]> {
  const make = SHAPES['claims without anything']
  const body = inForm(make?.(MAX_FILE_BYTES) ?? Buffer.alloc(0))
  const one = { path: '/api/v1/verify', headers: FORM, body }
  const { result, ...seen } = await watchedThrice(desk, () =>
    Promise.all(Array.from({ length: 20 }, () => send(desk, one))),
  )
  const refused = result.filter(({ status }) => status !== 200 && status !== 503).length
  return [
    ...figuresOf('20 uploads of 20 MB at once', seen),
    exactly('20 uploads of 20 MB at once: neither answered nor asked to come again', refused, 0),
  ]
}

/** Uploads that never end do not hold a slot forever. */
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
    atMost('an upload behind six that never end: waited', waited, 40, 's'),
    exactly('of the six that never end, given up', given.filter(({ status }) => status === 408).length, 6),
  ]
}

async function manyParts(desk: AttackedDesk): Promise<Figure[]> {
  const part = Buffer.from('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n')
  const parts = Math.floor(BODIES.file.bytes / part.length)
  const body = Buffer.concat(Array.from({ length: parts }, () => part))
  const { result, ...seen } = await watchedThrice(desk, () =>
    send(desk, { path: '/api/v1/verify', headers: FORM, body }),
  )
  return [exactly(`${parts} parts: status`, result.status, 400), ...figuresOf(`${parts} parts`, seen)]
}

/** Bodies whose headers misstate them. */
async function misnamed(desk: AttackedDesk): Promise<Figure[]> {
  const body = inForm(gzipSync(Buffer.alloc(20 * MB, 'x')))
  const packed = { headers: { ...FORM, 'content-encoding': 'gzip' }, body }
  const longer = { headers: { ...FORM, 'content-length': '1000' }, body: inForm(Buffer.alloc(MB, 'x')) }
  const paths = ['/api/v1/verify', '/corrections/request']
  const statuses = async (outgoing: Omit<Outgoing, 'path'>) => {
    const answers = await Promise.all(paths.map((path) => send(desk, { ...outgoing, path })))
    return answers.map(({ status }) => status)
  }
  const { result, ...seen } = await watchedThrice(desk, async () => ({
    packed: await statuses(packed),
    longer: await statuses(longer),
  }))
  return [
    exactly('packed, to the API and to a page', result.packed.join(' '), '415 415'),
    // A client that sends more than it declared may lose the connection before the answer.
    exactly('longer than they say: faults', result.longer.filter((status) => status >= 500).length, 0),
    ...figuresOf('packed, or longer than they say', seen),
  ]
}

const attack: Attack = {
  about: 'Bodies up to 20 MB in dear shapes, at every entrance that is open or a viewer’s.',
  settings: ONE_PROXY,
  run: async function* (desk) {
    const cookie = await desk.signIn('viewer')
    for (const entrance of [...openEntrances(), ...entrancesOf(desk, cookie)])
      yield* await tryAll(desk, entrance)
    for (const next of [manyParts, misnamed, manyAtOnce, slowOnes]) yield* await next(desk)
  },
}

export default attack
