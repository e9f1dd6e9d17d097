import { readdirSync, readFileSync } from 'node:fs'

/** Ticks of the processor in a second; Linux tells times in ticks of 10 ms on every machine. */
const TICK_MS = 10

type Process = { pid: number; parent: number; ticks: number }

/** A process by its number; null when it has ended. Times of children that ended are its own. */
function processOf(pid: number): Process | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may contain anything.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    const ticks = fields.slice(11, 15).reduce((sum, one) => sum + Number(one), 0)
    return { pid, parent: Number(fields[1]), ticks }
  } catch {
    return null
  }
}

/** Processor time of a process and all below it, in milliseconds since they began. Only Linux tells it. */
export function processorMs(root: number): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processOf(Number(name)) ?? [])
  const tree = new Set([root])
  let size = 0
  while (size < tree.size) {
    size = tree.size
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid)
  }
  return all.filter(({ pid }) => tree.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0) * TICK_MS
}

export const parentOf = (pid: number): number => processOf(pid)?.parent ?? 0

/** The load of the machine over the last minute. */
export const load = (): string => readFileSync('/proc/loadavg', 'utf8').split(' ')[0] ?? ''
