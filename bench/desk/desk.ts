import { spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type pg from 'pg'
import { encode } from 'next-auth/jwt'
import { buildIfStale } from '@/scripts/lib/prepare.mjs'
import { freePort } from '@/tests/attacks/attack'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export type Started = { port: number; pid: number; stop: () => Promise<void> }

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** Resolves with what a process printed, as soon as it matches. */
function said(child: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (wanted.test(text)) resolve(text)
    })
    child.once('exit', () => reject(new Error(`It ended before it was ready: ${text}`)))
  })
}

type Home = { url: string; secret: string; dataDir: string; asBuilt: boolean }

/** Starts the built desk on a database, as `npm start` does, and waits until it answers. */
export async function startDesk({ url, secret, dataDir, asBuilt }: Home): Promise<Started> {
  if (!asBuilt) await buildIfStale()
  const port = await freePort()
  const child = spawn(process.execPath, ['scripts/serve.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...{
        ...process.env,
        DATABASE_URL: url,
        DATA_DIR: dataDir,
        PORT: String(port),
        NEXTAUTH_SECRET: secret,
      },
      ...{
        FACTDESK_ALLOW_PRIVATE_ADDRESSES: 'on',
        LOG_LEVEL: 'error',
        PUBLIC_URL: '',
        NODE_ENV: 'production',
      },
    },
  })
  await said(child, /is ready/)
  return { port, pid: child.pid ?? 0, stop: () => ended(child) }
}

export async function startFloor(url: string): Promise<Started> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/floor.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: url, TSX_TSCONFIG_PATH: 'tsconfig.run.json' },
  })
  const port = Number(await said(child, /^\d+\n/))
  return { port, pid: child.pid ?? 0, stop: () => ended(child) }
}

/** A token and the cookie of a signed-in browser, as the desk makes them. */
export async function signIn(
  client: pg.Client,
  person: string,
  secret: string,
): Promise<{ token: string; cookie: string }> {
  const [token, session] = [
    `fd_${randomBytes(32).toString('base64url')}`,
    randomBytes(32).toString('base64url'),
  ]
  await client.query(`insert into api_token (id, user_id, name, hash) values ($1, $2, 'bench', $3)`, [
    randomUUID(),
    person,
    sha256(token),
  ])
  await client.query(
    `insert into session (id, user_id, hash, browser, created_at, last_seen_at, ends_at)
     values ($1, $2, $3, 'bench', now(), now(), now() + interval '1 day')`,
    [randomUUID(), person, sha256(session)],
  )
  const cookie = await encode({ token: { sub: person, secret: session }, secret })
  return { token, cookie: `next-auth.session-token=${cookie}` }
}

/** An address that hears of every review, and takes each message. */
export async function startReceiver(
  client: pg.Client,
  person: string,
): Promise<{ stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(204).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const id = randomUUID()
  await client.query(
    `insert into webhook (id, url, events, secret, created_by_id) values ($1, $2, '{claim.reviewed}', $3, $4)`,
    [id, `http://127.0.0.1:${port}/`, randomBytes(32).toString('base64'), person],
  )
  return {
    stop: async () => {
      await client.query('delete from delivery')
      await client.query('delete from webhook where id = $1', [id])
      server.closeAllConnections()
      server.close()
    },
  }
}
