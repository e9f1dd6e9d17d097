import fs from 'node:fs'
import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

// In a thread of its own: an attack that makes large bodies would hold up its own watch.
const PAUSE_MS = 5
const { url, pid } = workerData
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })

/** In ms, until the desk has answered a request that costs it nothing. */
function wait() {
  const from = performance.now()
  return new Promise((resolve) => {
    const done = () => resolve(performance.now() - from)
    http
      .get(`${url}/api/v1/health/live`, { agent }, (response) =>
        response.resume().on('end', done).on('error', done),
      )
      .on('error', done)
  })
}

const read = (file) => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Resident memory of the desk and all it has started but the database server, in MB. */
function memory() {
  const parents = new Map()
  for (const name of fs.readdirSync('/proc')) {
    const status = /^\d+$/.test(name) ? read(`/proc/${name}/status`) : ''
    const [, parent] = /^PPid:\s+(\d+)/m.exec(status) ?? []
    const [, resident] = /^VmRSS:\s+(\d+)/m.exec(status) ?? []
    const [, program] = /^Name:\s+(.*)/m.exec(status) ?? []
    if (parent && resident && program !== 'postgres')
      parents.set(Number(name), { parent: Number(parent), resident: Number(resident) })
  }
  let total = 0
  const tree = [pid]
  for (const process of tree) {
    total += parents.get(process)?.resident ?? 0
    for (const [child, { parent }] of parents) if (parent === process) tree.push(child)
  }
  return total / 1024
}

const atFirst = memory()
let longestWaitMs = 0
let peak = atFirst
let going = true
parentPort.on('message', () => (going = false))
parentPort.postMessage('watching')
while (going) {
  longestWaitMs = Math.max(longestWaitMs, await wait())
  peak = Math.max(peak, memory())
  await pause(PAUSE_MS)
}
agent.destroy()
parentPort.postMessage({ longestWaitMs: Math.round(longestWaitMs), addedMb: Math.round(peak - atFirst) })
parentPort.close()
