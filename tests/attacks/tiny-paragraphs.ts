import fs from 'node:fs'
import {
  atMost,
  exactly,
  watchedThrice,
  type Attack,
  type AttackedDesk,
  type Figure,
  type Watched,
} from './attack'

const WAIT_MS = 100
const MEMORY_MB = 150
const AT_ONCE = 40
/** Many requests may each delay others as long as a single one may, and two processors do all the work. */
const MANY_WAIT_MS = 1_000

const MOST = 1_000_000
const filled = (piece: string, units = MOST) => piece.repeat(Math.floor(units / piece.length))
const numbered = (times: number, make: (at: number) => string, between: string) =>
  Array.from({ length: times }, (_, at) => make(at)).join(between)

/** Texts that are expensive to split, to align or to show; the first one once stopped the desk. */
const TEXTS: Record<string, string> = {
  '240,000 paragraphs of one letter': filled('a\n\n', 720_000),
  '10,000 paragraphs of one letter': filled('a\n\n', 30_000).trimEnd(),
  '10,000 different paragraphs': numbered(10_000, (at) => `Town ${at} had ${at * 7} people in 2019.`, '\n\n'),
  '20,000 different sentences in one paragraph': numbered(
    20_000,
    (at) => `Price ${at} rose by ${at} euro.`,
    ' ',
  ),
  '20,000 times one sentence': numbered(20_000, () => 'It rose by 3 percent.', ' '),
  '333,333 sentences of one letter': filled('A. '),
  'one sentence of 200,000 words': filled('word '),
  'one sentence of 140,000 different words': numbered(140_000, (at) => `w${at.toString(36)}`, ' '),
  'one word': filled('a'),
  'Arabic with its marks': filled('وَقَالَ الوَزِيرُ إِنَّ السِّعْرَ ارْتَفَعَ ٣٪. '.repeat(20), 700_000),
  'figures and their signs': filled('12,5 % of 3.000 €; '),
  'quotation marks': filled('“‘"«'),
  'full stops': filled('.'),
  'letters of many marks': filled('e\u0301\u0302\u0303'),
  'joined emoji': filled('👩‍👩‍👧‍👦'),
  'empty lines': `a${filled('\n')}`.slice(0, MOST - 1) + 'b',
}

type Answer = { status: number; text: string }

type Call = { path: string; method?: string; headers?: Record<string, string>; body?: BodyInit }

async function ask(desk: AttackedDesk, { path, ...init }: Call): Promise<Answer> {
  const answer = await fetch(`${desk.url}${path}`, { redirect: 'manual', ...init })
  return { status: answer.status, text: await answer.text() }
}

const bearer = (desk: AttackedDesk) => ({
  authorization: `Bearer ${desk.token}`,
  'content-type': 'application/json',
})

const sending = (desk: AttackedDesk, path: string, body: object): Call => ({
  path,
  method: 'POST',
  headers: bearer(desk),
  body: JSON.stringify(body),
})

/** The id with which the built pages call an action. */
function actionId(name: string): string {
  const file = '.next/server/server-reference-manifest.json'
  const { node } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
    node: Record<string, { exportedName?: string }>
  }
  return Object.keys(node).find((id) => node[id]?.exportedName === name) ?? '0'.repeat(42)
}

async function newArticle(desk: AttackedDesk, text: string): Promise<string> {
  const made = await ask(
    desk,
    sending(desk, '/api/v1/articles', { title: 'What was attacked', language: 'en', text }),
  )
  if (made.status !== 201) throw new Error(`No article was made: ${made.status} ${made.text.slice(0, 200)}`)
  return (JSON.parse(made.text) as { id: string }).id
}

type Entrance = {
  name: string
  /** Prepares the call. @returns the request that is watched */
  ready: (desk: AttackedDesk, cookie: string, text: string) => Promise<Call>
}

const SHORT = 'The bridge opened in 1998. It cost 3 million euro.\n\nThe council said so.'

const asForm = (fields: Record<string, string | [Blob, string]>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    if (typeof value === 'string') form.set(name, value)
    else form.set(name, ...value)
  return form
}

const imported = (name: string, content: (text: string) => string): Entrance['ready'] => {
  return async (desk, _cookie, text) => ({
    path: '/api/v1/articles/import',
    method: 'POST',
    headers: { authorization: `Bearer ${desk.token}` },
    body: asForm({ file: [new Blob([content(text)]), name], title: 'Brought', language: 'en' }),
  })
}

const asHtml = (text: string) => `<article><p>${text.replaceAll('\n\n', '<p>')}</article>`

const ENTRANCES: Entrance[] = [
  {
    name: 'a new article',
    ready: async (desk, _cookie, text) =>
      sending(desk, '/api/v1/articles', { title: 'New', language: 'en', text }),
  },
  {
    name: 'a new article of Markdown',
    ready: async (desk, _cookie, text) =>
      sending(desk, '/api/v1/articles', { title: 'New', language: 'ar', markdown: text }),
  },
  { name: 'a file of text', ready: imported('brought.txt', (text) => text) },
  { name: 'a file of HTML', ready: imported('brought.html', asHtml) },
  {
    name: 'the preview of a revision',
    ready: async (desk, cookie, text) => ({
      path: `/articles/${await newArticle(desk, SHORT)}/revise`,
      method: 'POST',
      headers: {
        cookie,
        'next-action': actionId('previewRevisionAction'),
        'content-type': 'text/plain;charset=UTF-8',
        'sec-fetch-site': 'same-origin',
      },
      body: JSON.stringify([{ articleId: await newArticle(desk, SHORT), text, revision: 1 }]),
    }),
  },
  {
    name: 'a revision of a short text',
    ready: async (desk, _cookie, text) =>
      sending(desk, `/api/v1/articles/${await newArticle(desk, SHORT)}/revisions`, { text, revision: 1 }),
  },
  {
    name: 'a list of claims',
    ready: async (desk, _cookie, text) =>
      sending(desk, `/api/v1/articles/${await newArticle(desk, SHORT)}/claims/import`, {
        csv: `quote\n${text.replaceAll('\n\n', '\n')}`,
        preview: true,
      }),
  },
]

/** 2,000 rows or claims with words of this text. */
const CLAIMED = numbered(2_000, (at) => `Town ${at} had ${at * 7} people in 2019.`, ' ')
const QUOTES = CLAIMED.split('. ').map((quote) => ({
  quote,
  status: 'needs_source',
  url: 'https://example.org',
}))

const WITH_CLAIMS: Record<string, (desk: AttackedDesk) => Promise<Call>> = {
  'a new article with 2,000 claims': async (desk) =>
    sending(desk, '/api/v1/articles', {
      ...{ title: 'New', language: 'en', text: CLAIMED },
      claims: QUOTES.map(({ quote }) => ({ quote })),
    }),
  'a list of 2,000 claims that are made': async (desk) =>
    sending(desk, `/api/v1/articles/${await newArticle(desk, CLAIMED)}/claims/import`, { rows: QUOTES }),
  'a revision that carries 2,000 claims': async (desk) => {
    const id = await newArticle(desk, CLAIMED)
    await ask(desk, sending(desk, `/api/v1/articles/${id}/claims/import`, { rows: QUOTES }))
    return sending(desk, `/api/v1/articles/${id}/revisions`, {
      text: CLAIMED.replaceAll('people', 'inhabitants'),
      revision: 1,
    })
  },
}

async function tryClaims(desk: AttackedDesk): Promise<Figure[]> {
  const { note, figures } = tally('2,000 claims')
  for (const [what, ready] of Object.entries(WITH_CLAIMS)) note(what, await met(desk, () => ready(desk)))
  return figures()
}

/** Later requests for a text at the limits. */
const LATER: Record<string, (id: string, cookie: string) => Call> = {
  'its page': (id, cookie) => ({ path: `/articles/${id}`, headers: { cookie } }),
  'its revisions side by side': (id, cookie) => ({
    path: `/articles/${id}/revisions/2`,
    headers: { cookie },
  }),
}

type Worst = { value: number; by: string }
const worse = (known: Worst, value: number, by: string) => (value > known.value ? { value, by } : known)

type Met = { status: number } & Omit<Watched<unknown>, 'result'>

/** Keeps the worst of many results, and counts those neither accepted nor refused. */
function tally(name: string) {
  let work: Worst = { value: 0, by: '' }
  let memory: Worst = { value: 0, by: '' }
  let faults = 0
  const note = (shape: string, { status, longestWaitMs, longestWorkMs, addedMb }: Met) => {
    work = worse(work, longestWorkMs, `${shape}, answered ${status}, of ${longestWaitMs} ms in all`)
    memory = worse(memory, addedMb, `${shape}, answered ${status}`)
    if (status === 0 || (status >= 500 && status !== 503)) faults += 1
  }
  const figures = () => [
    atMost(`${name}: others waited for the desk (${work.by})`, work.value, WAIT_MS, 'ms'),
    atMost(`${name}: memory added (${memory.by})`, memory.value, MEMORY_MB, 'MB'),
    exactly(`${name}: faults`, faults, 0),
  ]
  return { note, figures }
}

/** What others met while the desk answered a prepared request. */
async function met(desk: AttackedDesk, ready: () => Promise<Call>): Promise<Met> {
  const { result, ...seen } = await watchedThrice(desk, (call: Call) => ask(desk, call), ready)
  return { status: result.status, ...seen }
}

async function tryEntrance(desk: AttackedDesk, cookie: string, { name, ready }: Entrance) {
  const { note, figures } = tally(name)
  // The first request of a kind loads its code, which no text causes.
  await ask(desk, await ready(desk, cookie, `${SHORT} ${filled('More was said. ', 6_000)}`))
  for (const [shape, text] of Object.entries(TEXTS))
    note(shape, await met(desk, () => ready(desk, cookie, text)))
  return figures()
}

const changed = (text: string) =>
  `An opening sentence. ${text.slice(0, text.length / 2)} changed ${text.slice(text.length / 2, MOST - 40)}`

/** The longest accepted texts, revised into one another, and shown. */
async function tryLongest(desk: AttackedDesk, cookie: string): Promise<Figure[]> {
  const revised = tally('a revision of a long text')
  const shown = tally('a long text')
  for (const later of Object.values(LATER)) await ask(desk, later(await newArticle(desk, SHORT), cookie))
  for (const [shape, text] of Object.entries(TEXTS)) {
    let id = await newArticle(desk, text).catch(() => null)
    if (id === null) continue
    const revise = async () => {
      id = await newArticle(desk, text)
      return sending(desk, `/api/v1/articles/${id}/revisions`, { text: changed(text), revision: 1 })
    }
    revised.note(shape, await met(desk, revise))
    for (const [what, later] of Object.entries(LATER))
      shown.note(`${what}, ${shape}`, await met(desk, async () => later(id ?? '', cookie)))
  }
  return [...revised.figures(), ...shown.figures()]
}

/** Far more long texts at once than the desk processes; some callers are asked to come again. */
async function manyAtOnce(desk: AttackedDesk): Promise<Figure[]> {
  const text = TEXTS['20,000 different sentences in one paragraph'] ?? ''
  const call = sending(desk, '/api/v1/articles', { title: 'One of many', language: 'en', text })
  const { result, longestWaitMs } = await desk.watch(() =>
    Promise.all(Array.from({ length: AT_ONCE }, () => ask(desk, call))),
  )
  const others = result.filter(({ status }) => ![201, 422, 503].includes(status)).length
  return [
    atMost(`${AT_ONCE} long texts at once: others waited`, longestWaitMs, MANY_WAIT_MS, 'ms'),
    exactly(`${AT_ONCE} long texts at once: neither taken nor asked to come again`, others, 0),
  ]
}

const attack: Attack = {
  about: 'Texts of hostile shapes, brought, revised, compared, imported into and shown.',
  run: async function* (desk) {
    const cookie = await desk.signIn('editor')
    for (const entrance of ENTRANCES) yield* await tryEntrance(desk, cookie, entrance)
    yield* await tryClaims(desk)
    yield* await tryLongest(desk, cookie)
    yield* await manyAtOnce(desk)
  },
}

export default attack
