import fs from 'node:fs'
import path from 'node:path'
import { startDesk, type Attack, type AttackedDesk, type Figure } from './attack'

const HELPERS = new Set(['attack', 'run', 'sending', 'shapes'])
const folder = import.meta.dirname

const there = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => path.basename(file, '.ts'))
  .filter((name) => !HELPERS.has(name))

let running: AttackedDesk | null = null

/** Stops the attacked desk and everything it started, however the attack ends. */
async function stopRunning(): Promise<void> {
  const desk = running
  running = null
  await desk?.stop()
}

function endEarly(why: unknown): void {
  process.stderr.write(`${String(why)}\n`)
  void stopRunning().finally(() => process.exit(1))
}
process.on('uncaughtException', endEarly).on('SIGINT', endEarly).on('SIGTERM', endEarly)

async function* oneByOne(figures: ReturnType<Attack['run']>): AsyncGenerator<Figure> {
  yield* await figures
}

async function attackBy(name: string): Promise<number> {
  const { default: attack } = (await import(`./${name}.ts`)) as { default: Attack }
  process.stdout.write(`\n── ${name}: ${attack.about}\n`)
  running = await startDesk(attack.settings)
  try {
    let broken = 0
    for await (const { what, value, bound, holds } of oneByOne(attack.run(running))) {
      process.stdout.write(`   ${holds ? 'holds ' : 'BROKEN'}  ${what}: ${value} (${bound})\n`)
      if (!holds) broken += 1
    }
    return broken
  } finally {
    await stopRunning()
  }
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !there.includes(name))
if (unknown) {
  process.stderr.write(`There is no attack "${unknown}": there are ${there.join(', ')}.\n`)
  process.exit(1)
}
let broken = 0
for (const name of wanted.length ? wanted : there) broken += await attackBy(name)
process.stdout.write(`\n${broken === 0 ? 'The desk withstood.' : `${broken} figures are broken.`}\n`)
process.exit(broken ? 1 : 0)
