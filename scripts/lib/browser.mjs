import fs from 'node:fs'
import { run } from './prepare.mjs'
import { say, Stop } from './say.mjs'

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

async function packaged() {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return null
  say('Installing a browser for the tests …')
  await run('apt-get', ['update'])
  await run('apt-get', ['install', '-y', 'chromium'])
  return '/usr/bin/chromium'
}

/**
 * A browser that was seen to start: the one that was set, Playwright's, the system's, the packaged one, Debian's.
 * @returns the path of its program
 */
export async function findBrowser() {
  const { chromium } = await import('@playwright/test')
  const candidates = [
    async () => process.env.CHROMIUM_PATH,
    async () => chromium.executablePath(),
    ...INSTALLED.map((place) => async () => place),
    packaged,
    fromDebian,
  ]
  for (const candidate of candidates) {
    const place = await candidate().catch(() => null)
    if (await launches(chromium, place)) return place
  }
  throw new Stop('No browser for the tests could be found or installed: set CHROMIUM_PATH to a Chromium.')
}

export { ARGS as browserArgs }
