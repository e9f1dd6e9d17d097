import fs from 'node:fs'
import { installFromDebian } from './debian.mjs'
import { Stop } from './say.mjs'

const ARGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

async function launches(chromium, executablePath) {
  if (!executablePath || !fs.existsSync(executablePath)) return false
  try {
    const browser = await chromium.launch({ executablePath, args: ARGS, timeout: 30_000 })
    const page = await browser.newPage()
    await page.goto('about:blank')
    await browser.close()
    return true
  } catch {
    return false
  }
}

/**
 * The packaged browser. It brings its own system libraries when it believes it runs in a Lambda, and names them in
 * the environment.
 */
async function packaged() {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}

function restoreEnvironment(before) {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
}

async function fromDebian() {
  return (await installFromDebian('chromium', 'a browser')) ? '/usr/bin/chromium' : null
}

/**
 * Finds a browser that starts: the configured one, Playwright's, the system's, the packaged one or Debian's. When it
 * needs its own libraries, `process.env` names them afterwards.
 * @returns {Promise<string>} the path of its program
 */
export async function findBrowser() {
  const { chromium } = await import('@playwright/test')
  const candidates = [
    async () => process.env.CHROMIUM_PATH,
    async () => chromium.executablePath(),
    ...INSTALLED.map((program) => async () => program),
    packaged,
    fromDebian,
  ]
  for (const candidate of candidates) {
    const before = { ...process.env }
    const program = await candidate().catch(() => null)
    if (await launches(chromium, program)) return program
    restoreEnvironment(before)
  }
  throw new Stop('No browser for the tests could be found or installed: set CHROMIUM_PATH to a Chromium.')
}

export { ARGS as browserArgs }
