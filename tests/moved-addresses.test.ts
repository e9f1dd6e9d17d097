import fs from 'node:fs'
import path from 'node:path'
import type { NextConfig } from 'next'
import { expect, it } from 'vitest'

const { default: config } = (await import(new URL('../next.config.js', import.meta.url).href)) as {
  default: NextConfig
}

/** The addresses of all pages and routes, with a colon before each part that varies. */
const ADDRESSES = fs
  .readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
  .map((file) => path.dirname(file).split('/'))
  .map((parts) => parts.filter((part) => part !== '.' && !/^\(.*\)$/.test(part)))
  .map((parts) => `/${parts.join('/').replace(/\[(\w+)\]/g, ':$1')}`)

it('an address that moved leads to one that is there, and stands for nothing else', async () => {
  const moved = (await config.redirects?.()) ?? []
  expect(moved.length).toBeGreaterThan(0)
  for (const { source, destination } of moved) {
    expect(ADDRESSES).toContain(destination.replace(/\/:\w+\*$/, ''))
    expect(ADDRESSES).not.toContain(source.replace(/\/:\w+\*$/, ''))
  }
})
