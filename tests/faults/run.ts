import fs from 'node:fs'
import path from 'node:path'
import type { Fault } from './parts/fault'

const folder = import.meta.dirname

const there = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => path.basename(file, '.ts'))
  .filter((name) => name !== 'run')

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = wanted.find((name) => !there.includes(name))
if (unknown) {
  process.stderr.write(`There is no fault "${unknown}": there are ${there.join(', ')}.\n`)
  process.exit(1)
}

let broken = 0
for (const name of wanted.length ? wanted : there) {
  const { default: fault } = (await import(`./${name}.ts`)) as { default: Fault }
  process.stdout.write(`\n── ${name}: ${fault.about}\n`)
  const from = Date.now()
  const figures = await fault.run()
  for (const { what, value, bound, holds } of figures) {
    process.stdout.write(`   ${holds ? 'holds ' : 'BROKEN'}  ${what}: ${value} (${bound})\n`)
    if (!holds) broken += 1
  }
  process.stdout.write(`   ${Math.round((Date.now() - from) / 1_000)} s\n`)
}
process.stdout.write(`\n${broken === 0 ? 'The desk held.' : `${broken} figures are broken.`}\n`)
process.exit(broken ? 1 : 0)
