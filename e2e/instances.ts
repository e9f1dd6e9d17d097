import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'

export type Instance = {
  url: string
  /** Ends the process at once, as a lost machine does. */
  kill: () => Promise<void>
  /** Starts it again at the same address, and waits until it is ready. */
  start: () => Promise<void>
  /** Ends it for good. */
  end: () => Promise<void>
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** What the desk that all journeys use keeps in a file of its data. */
const kept = (...file: string[]) =>
  readFileSync(path.join(process.env.FACTDESK_E2E_DATA ?? '', ...file), 'utf8').trim()

/** The address of a database on the server of the desk. */
export const databaseOfTheDesk = (name = 'factdesk') =>
  `postgresql://factdesk:${kept('postgres', 'password')}@127.0.0.1:${kept('postgres', 'port')}/${name}`

/** The key that signs the sessions of all instances. */
export const sessionKey = () => kept('secret')

/** Starts one more instance of the desk, on the database of the others unless told. It knows their sessions. */
export async function anotherInstance(database = databaseOfTheDesk()): Promise<Instance> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const folder = mkdtempSync(path.join(os.tmpdir(), 'factdesk-e2e-instance-'))
  chmodSync(folder, 0o711)
  let running: ChildProcess | null = null

  const start = async () => {
    const child = fork('scripts/serve.mjs', [], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: folder,
        DATABASE_URL: database,
        PUBLIC_URL: '',
        TRUSTED_PROXIES: '1',
        NEXTAUTH_SECRET: sessionKey(),
        NEXTAUTH_URL: url,
        SMTP_URL: `smtp://127.0.0.1:${process.env.FACTDESK_E2E_MAIL_PORT ?? 3418}`,
        MAIL_FROM: 'desk@factdesk.example',
        FACTDESK_MAIL_TO_EXAMPLES: 'on',
      },
    })
    running = child
    const ready = new Promise<void>((resolve) => child.on('message', (said) => said === 'ready' && resolve()))
    const died = once(child, 'exit').then(([code]) => {
      throw new Error(`The instance ended while it started (${String(code)})`)
    })
    await Promise.race([ready, died])
    died.catch(() => undefined)
  }
  const stop = async (signal: NodeJS.Signals) => {
    const child = running
    running = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  await start()
  return {
    url,
    start,
    kill: () => stop('SIGKILL'),
    end: async () => {
      await stop('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
