import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

const port = Number(process.env.FACTDESK_E2E_PORT ?? 3417)
const mailPort = Number(process.env.FACTDESK_E2E_MAIL_PORT ?? 3418)

/**
 * The data folder of one run. It is removed after everything has ended, because a desk that still runs would restart
 * its database.
 */
function folderOfThisRun(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'factdesk-e2e-'))
  // When root runs the tests, a closed folder would make the server move its data to a place that nobody cleans up.
  chmodSync(folder, 0o711)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

// Each worker reads this file again; the environment passes on the folder that the first one chose.
const folder = (process.env.FACTDESK_E2E_DATA ??= folderOfThisRun())

export default defineConfig({
  testDir: 'e2e',
  // A loaded machine is slow; an idle one never waits this long.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  workers: 2,
  // A journey that passes only at the second try is named at the end of the run.
  retries: 1,
  fullyParallel: true,
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'en-GB',
    // A slow machine may look at a dialog or a message while it is still half transparent.
    reducedMotion: 'reduce',
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
  webServer: [
    {
      command: `node e2e/mail-server.mjs ${mailPort} ${path.join(folder, 'mails')}`,
      port: mailPort,
    },
    {
      command: 'node scripts/start.mjs --demo --forgetful',
      url: `http://127.0.0.1:${port}/api/v1/health/ready`,
      timeout: 600_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 60_000 },
      // Uses an embedded server of its own, so that the journeys see a freshly started desk.
      env: {
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: folder,
        DATABASE_URL: '',
        PUBLIC_URL: '',
        SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
        MAIL_FROM: 'desk@factdesk.example',
        FACTDESK_MAIL_TO_EXAMPLES: 'on',
        // Each journey names its sender in X-Forwarded-For, so that no journey uses up another's limit.
        TRUSTED_PROXIES: '1',
        NEXTAUTH_URL: `http://127.0.0.1:${port}`,
      },
    },
  ],
})
