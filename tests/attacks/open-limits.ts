import { connectBeside } from './after-crash/processes'
import { exactly, signInForm, trySignIn, type Attack, type AttackedDesk, type Figure } from './attack'

/** One entrance that is open to everyone: how to request it, and how often one sender may. */
type Entrance = {
  name: string
  allowance: number
  ask: (desk: AttackedDesk, headers: Sent) => Promise<Response>
}
type Sent = Record<string, string>

const get =
  (path: string): Entrance['ask'] =>
  (desk, headers) =>
    fetch(desk.url + path, { headers, redirect: 'manual' })

const post =
  (path: string, body: () => FormData): Entrance['ask'] =>
  (desk, headers) =>
    fetch(desk.url + path, { method: 'POST', headers, body: body() })

function someFile(): FormData {
  const form = new FormData()
  form.set('file', new File(['{}'], 'r.json'))
  return form
}

const NUMBER = `/verify?number=2031-0001&digest=${'a'.repeat(64)}`

/** Entrances with a shared allowance form one group; each starts where the previous one ended. */
const GROUPS: Entrance[][] = [
  [
    { name: 'GET /corrections/feed.atom', allowance: 120, ask: get('/corrections/feed.atom') },
    { name: 'GET /corrections/feed.json', allowance: 0, ask: get('/corrections/feed.json') },
    { name: 'GET /calendar/x/due-work.ics', allowance: 0, ask: get('/calendar/x/due-work.ics') },
    { name: 'GET /corrections/feed%2Ejson', allowance: 0, ask: get('/corrections/feed%2Ejson') },
  ],
  [
    { name: 'POST /api/v1/verify', allowance: 30, ask: post('/api/v1/verify', someFile) },
    { name: 'GET /verify?number=', allowance: 0, ask: get(NUMBER) },
  ],
  [
    { name: 'GET /api/v1/articles', allowance: 120, ask: get('/api/v1/articles') },
    { name: 'GET /api/v1/claims', allowance: 0, ask: get('/api/v1/claims') },
  ],
]

/** Public pages share one count. */
const PAGES = {
  publicPages: [
    ...[
      '/corrections',
      '/corrections/1',
      '/corrections/policy',
      '/corrections/request',
      '/corrections/embed',
    ],
    ...['/corrections/requests/x', '/questions/x', '/verify', '/.well-known/factdesk-keys.json'],
  ],
  strangers: [
    '/',
    '/sign-in',
    '/setup',
    '/new-password',
    '/claims',
    '/nowhere',
    '/api/auth/csrf',
    '/_next/image',
  ],
}
const PAGES_ALLOWED = 600

/** Requests beyond the allowance, in each group and from each kind of sender. */
const BEYOND = 30
const AT_ONCE = 8

type Asked = { served: number; refused: number; faults: number; withoutRetry: number; minutes: number }

/** Sends several at once, as a program would; `forged` names another sender each time. */
async function flood(
  desk: AttackedDesk,
  asks: Entrance['ask'][],
  many: number,
  forged: boolean,
): Promise<Asked> {
  const asked: Asked = { served: 0, refused: 0, faults: 0, withoutRetry: 0, minutes: 1 }
  const began = Date.now()
  let next = 0
  const one = async () => {
    for (let n = next++; n < many; n = next++) {
      const headers: Sent = forged ? { 'x-forwarded-for': `203.0.${n >> 8}.${n & 255}, 192.0.2.1` } : {}
      const answer = await (asks[n % asks.length] as Entrance['ask'])(desk, headers)
      await answer.arrayBuffer()
      if (answer.status >= 500) asked.faults += 1
      else if (answer.status !== 429) asked.served += 1
      else {
        asked.refused += 1
        if (!(Number(answer.headers.get('retry-after')) > 0)) asked.withoutRetry += 1
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return { ...asked, minutes: 1 + Math.floor((Date.now() - began) / 60_000) }
}

/** A busy machine may need more than the minute that an allowance covers. */
function figuresOf(name: string, many: number, allowance: number, asked: Asked): Figure[] {
  const { served, refused, faults, withoutRetry, minutes } = asked
  const most = allowance * minutes
  return [
    {
      what: `${name}: of ${many} served`,
      value: served,
      bound: `at most ${most}, and ${allowance} at least`,
      holds: served >= allowance && served <= most,
    },
    exactly(`${name}: 429 without Retry-After, of ${refused}`, withoutRetry, 0),
    exactly(`${name}: answers of 5xx`, faults, 0),
  ]
}

async function groupOf(desk: AttackedDesk, group: Entrance[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, allowance, ask } of group) {
    const many = allowance + BEYOND
    figures.push(...figuresOf(name, many, allowance, await flood(desk, [ask], many, false)))
    const forged = await flood(desk, [ask], BEYOND, true)
    figures.push(
      exactly(`${name}: of ${BEYOND} more, each forging X-Forwarded-For, served`, forged.served, 0),
    )
  }
  return figures
}

async function pages(desk: AttackedDesk): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, paths] of Object.entries(PAGES)) {
    const many = PAGES_ALLOWED + BEYOND
    const asks = paths.map(get)
    figures.push(
      ...figuresOf(`${name} (${paths.length})`, many, PAGES_ALLOWED, await flood(desk, asks, many, true)),
    )
  }
  return figures
}

/** Each part starts with unused limits; a refused sender stays refused. */
async function forgetCounts(desk: AttackedDesk): Promise<void> {
  const sql = connectBeside(desk.dataDir)
  await sql.connect()
  await sql.query('delete from limit_use')
  await sql.end()
}

/** While the rows of counts are locked, reads go on and signing in waits. */
async function uncounted(desk: AttackedDesk): Promise<Figure[]> {
  const form = await signInForm(desk.url)
  const { viewer } = desk.accounts
  await trySignIn(desk.url, { ...viewer, password: 'wrong' }, {}, form)
  await get('/corrections/feed.atom')(desk, {})
  const sql = connectBeside(desk.dataDir)
  await sql.connect()
  try {
    await sql.query('begin')
    await sql.query('lock table limit_use in exclusive mode')
    const began = Date.now()
    const read = await get('/corrections/feed.atom')(desk, {})
    const waited = Date.now() - began
    const refused = await trySignIn(desk.url, viewer, {}, form)
    return [
      exactly('a feed while counts are locked', read.status, 200),
      { what: 'it took', value: `${waited} ms`, bound: 'at most 2000 ms', holds: waited <= 2_000 },
      exactly('signing in meanwhile', refused.status, 503),
      exactly('with Retry-After', refused.retryAfter ?? 'none', '5'),
    ]
  } finally {
    await sql.query('rollback')
    await sql.end()
  }
}

const attack: Attack = {
  about:
    'Each entrance that is open to all is asked too often, under forged addresses, and while nothing can be counted.',
  settings: { LOG_LEVEL: 'error' },
  run: async (desk) => {
    const figures = await uncounted(desk)
    await forgetCounts(desk)
    for (const group of GROUPS) figures.push(...(await groupOf(desk, group)))
    await forgetCounts(desk)
    return [...figures, ...(await pages(desk))]
  },
}

export default attack
