import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

const port = Number(process.env.FACTDESK_E2E_PORT ?? 3417)

/** The desk's folder of one run; it is removed when all is over, since a desk that still runs would start its database again. */
function folderOfThisRun(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'factdesk-e2e-'))
  // A closed folder would send the server's data elsewhere when root runs the tests, where nobody removes it.
  chmodSync(folder, 0o711)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

// The workers read this file again: what the first one chose goes to them by the environment.
const folder = (process.env.FACTDESK_E2E_DATA ??= folderOfThisRun())

export default defineConfig({
  testDir: 'e2e',
  // A machine that runs much else beside is slow; nothing waits so long on one that does not.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  workers: 2,
  retries: 0,
  fullyParallel: true,
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'en-GB',
    launchOptions: {
      executablePath: process.env.FACTDESK_BROWSER,
      args: [
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'sessions', testMatch: '**/*.setup.ts' },
    { name: 'journeys', testMatch: '**/*.spec.ts', dependencies: ['sessions'] },
  ],
  webServer: {
    command: 'node scripts/start.mjs --demo',
    url: `http://127.0.0.1:${port}/api/v1/health/ready`,
    timeout: 600_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 60_000 },
    // An embedded server of its own: the journeys see the desk as it is first started.
    env: {
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      DATABASE_URL: '',
      PUBLIC_URL: '',
      // Each journey says who it is by X-Forwarded-For, so that none uses up what another may send.
      TRUSTED_PROXIES: '1',
      NEXTAUTH_URL: `http://127.0.0.1:${port}`,
    },
  },
})
