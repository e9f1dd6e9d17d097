import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const START_MS = 120_000

export type DeskProcess = {
  url: string
  port: number
  signal: (name: NodeJS.Signals) => void
  /** Resolves with the exit code once the process has ended. */
  ended: Promise<number | null>
  /** All its output so far. */
  said: () => string
  /** Ends it, however it stands, and removes its data. */
  remove: () => Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

/**
 * Starts a built desk as operators do, on a port and with data of its own, and waits until it is ready.
 * @param settings such as `DATABASE_URL`; without it the desk starts the embedded database
 */
export async function startDeskProcess(settings: Record<string, string>): Promise<DeskProcess> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'factdesk-desk-'))
  // When root runs this, a closed folder would move the embedded database to a place that nobody cleans up.
  chmodSync(dataDir, 0o711)
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...{ PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, PUBLIC_URL: '', DATABASE_URL: '' },
      ...settings,
    },
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const remove = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
  const from = Date.now()
  while ((await fetch(`${url}/api/v1/health/ready`).catch(() => null))?.status !== 200) {
    if (child.exitCode !== null || Date.now() - from > START_MS) {
      await remove()
      throw new Error(`The desk did not start:\n${said}`)
    }
    await pause(100)
  }
  return { url, port, ended, remove, said: () => said, signal: (name) => void child.kill(name) }
}
