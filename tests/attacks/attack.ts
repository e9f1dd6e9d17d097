import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

export type Role = 'viewer' | 'checker' | 'editor' | 'admin'

/** One figure that an attack measured. `holds`: whether the desk withstood it; `bound` says how that is judged. */
export type Figure = { what: string; value: number | string; bound: string; holds: boolean }

export type Attack = {
  /** What the attack tries, in one sentence. */
  about: string
  /** Settings of the attacked desk, on top of the demo's. */
  settings?: Record<string, string>
  /** Bounded in count and time, so that it ends by itself. A long attack yields each figure as soon as it has it. */
  run: (desk: AttackedDesk) => Promise<Figure[]> | AsyncIterable<Figure>
}

/**
 * What all others met during an attack. `longestWorkMs`: how long the desk itself worked during one such wait,
 * without other work on the machine. `addedMb`: added memory of the desk and all its processes except the database.
 */
export type Watched<T> = { result: T; longestWaitMs: number; longestWorkMs: number; addedMb: number }

export type AttackedDesk = {
  url: string
  dataDir: string
  accounts: Record<Role, { email: string; password: string }>
  /** The editor's API token. */
  token: string
  /** The started process; its children are below it. */
  process: ChildProcess
  /** All its output so far. */
  said: () => string
  /** Measures how long others wait, and how much memory is added, while `work` runs. */
  watch: <T>(work: () => Promise<T>) => Promise<Watched<T>>
  /** Signs a person in as the sign-in page does. @returns the cookies, in the form of a request header */
  signIn: (role: Role) => Promise<string>
  stop: () => Promise<void>
}

export type DeskHome = {
  /** A folder that the caller keeps; without it the desk makes its own and removes it at the end. */
  dataDir?: string
  /** Starts the desk in its own pid namespace, as a container does; all of it dies with its first process. */
  inContainer?: boolean
}

const CONTAINER = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc']

/** Whether this machine and user may make a pid namespace. */
export const mayContain = (): boolean => spawnSync('unshare', [...CONTAINER.slice(1), 'true']).status === 0

/**
 * A folder for `DATA_DIR`. When root runs this, a closed folder would move the database to a place that nobody cleans
 * up.
 */
export function makeDataDir(): string {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'factdesk-attack-'))
  chmodSync(dataDir, 0o711)
  return dataDir
}

const START_MS = 300_000
const POLL_MS = 200

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/v1/health/ready`).catch(() => null)
  return answer?.status === 200
}

const MOST_WORK_MS = 100
const TRIES = 3

/**
 * Watches repeatable work. A delay that the desk causes appears in each try; a delay from other work on the machine
 * passes. So of up to three tries the one with the least work of the desk counts, with the most memory of all tries.
 * @param ready prepares one try; it is not watched
 */
export async function watchedThrice<T, R = undefined>(
  desk: AttackedDesk,
  work: (made: R) => Promise<T>,
  ready: () => Promise<R> = () => Promise.resolve(undefined as R),
): Promise<Watched<T>> {
  const tried: Watched<T>[] = []
  do {
    const made = await ready()
    tried.push(await desk.watch(() => work(made)))
  } while (tried.length < TRIES && (tried.at(-1)?.longestWorkMs ?? 0) > MOST_WORK_MS)
  const least = tried.reduce((one, other) => (other.longestWorkMs < one.longestWorkMs ? other : one))
  return { ...least, addedMb: Math.max(...tried.map(({ addedMb }) => addedMb)) }
}

async function watch<T>(url: string, pid: number, work: () => Promise<T>): Promise<Watched<T>> {
  const watcher = new Worker(new URL('./watcher.mjs', import.meta.url), { workerData: { url, pid } })
  await once(watcher, 'message')
  try {
    const result = await work()
    watcher.postMessage('enough')
    const [seen] = (await once(watcher, 'message')) as [Omit<Watched<T>, 'result'>]
    return { result, ...seen }
  } finally {
    await watcher.terminate()
  }
}

const pairs = (answer: Response) =>
  answer.headers.getSetCookie().map((cookie) => cookie.slice(0, cookie.indexOf(';')))

/** Makes a desk trust one proxy, so that an attack may come from many senders. */
export const ONE_PROXY = { TRUSTED_PROXIES: '1' }

let senders = 0

/** The header of a sender that no earlier request came from, from the network for benchmarks (RFC 2544). */
export function nextSender(): { 'x-forwarded-for': string } {
  senders += 1
  return { 'x-forwarded-for': `198.${18 + (senders >> 16)}.${(senders >> 8) & 255}.${senders & 255}` }
}

/** The fields of a sign-in form: a token and the cookie that proves it. Many tries may share one. */
export type SignInForm = { csrfToken: string; cookie: string }

export async function signInForm(url: string, headers: Record<string, string> = {}): Promise<SignInForm> {
  const answer = await fetch(`${url}/api/auth/csrf`, { headers })
  const { csrfToken } = (await answer.json()) as { csrfToken: string }
  return { csrfToken, cookie: [headers.cookie, ...pairs(answer)].filter(Boolean).join('; ') }
}

/**
 * Signs in with an address and a password.
 * @param headers extra headers, such as X-Forwarded-For or the cookies of a known browser
 * @param form a form from an earlier request
 * @returns the status, the redirect target, and the resulting cookies
 */
export async function trySignIn(
  url: string,
  { email, password }: { email: string; password: string },
  headers: Record<string, string> = {},
  form?: SignInForm,
): Promise<{ status: number; location: string; cookie: string; retryAfter: string | null }> {
  const { csrfToken, cookie: before } = form ?? (await signInForm(url, headers))
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', cookie: before },
    body: new URLSearchParams({ csrfToken, email, password, callbackUrl: `${url}/articles`, json: 'true' }),
  })
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? ((await answer.json()) as { url?: string }).url ?? '',
    cookie: [before, ...pairs(answer)].join('; '),
    retryAfter: answer.headers.get('retry-after'),
  }
}

/** Starts a desk with the demo articles, on its own port and data. */
export async function startDesk(
  settings: Record<string, string> = {},
  { dataDir: kept, inContainer = false }: DeskHome = {},
): Promise<AttackedDesk> {
  const dataDir = kept ?? makeDataDir()
  const url = `http://127.0.0.1:${await freePort()}`
  let said = ''
  const command = [...(inContainer ? CONTAINER : []), process.execPath, 'scripts/start.mjs', '--demo']
  const child = spawn(command[0] ?? '', command.slice(1), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...{ PORT: new URL(url).port, HOST: '127.0.0.1', DATA_DIR: dataDir },
      ...{ DATABASE_URL: '', PUBLIC_URL: '' },
      ...settings,
    },
  })
  const ended = once(child, 'close')
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const stop = async () => {
    // The container's first process ignores signals; killing it ends everything inside.
    if (child.exitCode === null && child.signalCode === null) child.kill(inContainer ? 'SIGKILL' : 'SIGTERM')
    await ended
    if (!kept) rmSync(dataDir, { recursive: true, force: true })
  }
  for (let waited = 0; !(await isReady(url)); waited += POLL_MS) {
    if (child.exitCode !== null || waited > START_MS) {
      await stop()
      throw new Error(`The desk did not start:\n${said}`)
    }
    await pause(POLL_MS)
  }
  const facts = JSON.parse(readFileSync(path.join(dataDir, 'demo.json'), 'utf8')) as Pick<
    AttackedDesk,
    'accounts' | 'token'
  >
  return {
    ...facts,
    url,
    dataDir,
    process: child,
    said: () => said,
    watch: (work) => watch(url, child.pid ?? 0, work),
    signIn: async (role) => (await trySignIn(url, facts.accounts[role])).cookie,
    stop,
  }
}

/** A figure that must not exceed `most`. */
export const atMost = (what: string, value: number, most: number, unit = ''): Figure => ({
  what,
  value: `${value}${unit && ` ${unit}`}`,
  bound: `at most ${most}${unit && ` ${unit}`}`,
  holds: value <= most,
})

/** A figure that must have exactly this value. */
export const exactly = (what: string, value: number | string, wanted: number | string): Figure => ({
  what,
  value,
  bound: `${wanted}`,
  holds: value === wanted,
})
