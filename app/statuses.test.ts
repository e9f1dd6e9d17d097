import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { CLAIM_STATUSES, STATUSES, type ClaimStatus } from '@/domain/claim/statuses'
import { PRODUCT } from '@/scripts/lib/folders.mjs'
import { STYLES } from '@/printing/docx/styles'
import { reportStyle } from '@/printing/report-style'

const HEAD = `/* Written from domain/claim/statuses.ts by its test: npx vitest run app/statuses.test.ts -u */`

const colours = (status: ClaimStatus) => {
  const { ink, ground, edge } = STATUSES[status]
  return Object.entries({ ink, bg: ground, line: edge })
    .map(([name, [light, dark]]) => `  --${status}-${name}: light-dark(${light}, ${dark});\n`)
    .join('')
}

function rule(status: ClaimStatus) {
  const { stance, tone, line, fill } = STATUSES[status]
  const also = [stance && `[data-stance='${stance}']`, tone && `[data-tone='${tone}']`].filter(Boolean)
  const set = ['ink', 'bg', 'line'].map((name) => `    --s-${name}: var(--${status}-${name});\n`)
  return `  ${[`[data-status='${status}']`, ...also].join(',\n  ')} {
${set.join('')}    --s-style: ${line};
    --s-fill: ${fill};
  }
`
}

/** The colours of each status, and the elements that use them: ink, ground, edge, line and pattern. */
const statusCss = () => `${HEAD}
:root {
${CLAIM_STATUSES.map(colours).join('')}}
@layer components {
${CLAIM_STATUSES.map(rule).join('')}}
`

const filesIn = (...folders: string[]) =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(css|tsx?|typ|mjs)$/.test(file) && !/\.test\.tsx?$/.test(file))
      .map((file) => path.join(folder, file)),
  )
const SAID_HERE = ['domain/claim/statuses.ts', 'app/statuses.css']

describe('the colours of a status', () => {
  it('reach the pages from its table', async () => {
    await expect(statusCss()).toMatchFileSnapshot('./statuses.css')
  })

  it('reach the files from its table', () => {
    const html = reportStyle({ start: '', end: '', page: '', direction: 'ltr' })
    const word = JSON.stringify(STYLES)
    for (const status of CLAIM_STATUSES) {
      const { paperInk, ink } = STATUSES[status]
      expect(html).toContain(`--${status}: ${paperInk};`)
      expect(html).toContain(`--${status}: ${ink[1]};`)
    }
    expect(word).toContain(STATUSES.verified.paperInk.slice(1).toUpperCase())
    expect(readFileSync('printing/pdf/report.typ', 'utf8')).toContain('data.statusInks')
  })

  it('are written nowhere else', () => {
    const all = CLAIM_STATUSES.flatMap((status) => {
      const { ink, ground, edge, paperInk } = STATUSES[status]
      return [...ink, ...ground, ...edge, paperInk].map((colour) => colour.slice(1))
    })
    const repeated = filesIn(...PRODUCT.filter((folder) => folder !== 'prisma')).filter(
      (file) => !SAID_HERE.includes(file) && new RegExp(all.join('|'), 'i').test(readFileSync(file, 'utf8')),
    )
    expect(repeated).toEqual([])
  })
})

it('no style asks for a colour or a size that nothing sets', () => {
  const styles = filesIn('app', 'components').map((file) => readFileSync(file, 'utf8'))
  const set = new Set(
    styles.flatMap((text) => [...text.matchAll(/['"\s;{](--[\w-]+)['"]?\]?\s*:/g)].map(([, name]) => name)),
  )
  const asked = styles.flatMap((text) =>
    [...text.matchAll(/var\((--[\w-]+)\)|\((?:\w+:)?(--[\w-]+)\)/g)].map(([, one, other]) => one ?? other),
  )
  expect(asked.length).toBeGreaterThan(100)
  expect([...new Set(asked)].filter((name) => !set.has(name))).toEqual([])
})

it('each status has its own key, sign and line', () => {
  for (const fact of ['key', 'sign', 'line'] as const)
    expect(new Set(CLAIM_STATUSES.map((status) => STATUSES[status][fact])).size).toBe(CLAIM_STATUSES.length)
})
