import fs from 'node:fs'
import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

// Runs in its own thread, because an attack that builds large bodies would delay its own watch.
const PAUSE_MS = 5
const { url, pid } = workerData
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })

/** In ms, until the desk has answered a cheap request. */
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

/** The desk and everything it has started except the database server, each with its resident memory in KB. */
function tree() {
  const parents = new Map()
  for (const name of fs.readdirSync('/proc')) {
    const status = /^\d+$/.test(name) ? read(`/proc/${name}/status`) : ''
    const [, parent] = /^PPid:\s+(\d+)/m.exec(status) ?? []
    const [, resident] = /^VmRSS:\s+(\d+)/m.exec(status) ?? []
    const [, program] = /^Name:\s+(.*)/m.exec(status) ?? []
    if (parent && resident && program !== 'postgres')
      parents.set(Number(name), { parent: Number(parent), resident: Number(resident) })
  }
  const found = [pid]
  for (const process of found)
    for (const [child, { parent }] of parents) if (parent === process) found.push(child)
  return found.map((process) => ({ process, resident: parents.get(process)?.resident ?? 0 }))
}

const memoryOf = (processes) => processes.reduce((total, { resident }) => total + resident, 0) / 1024

/** In ms: how long the main threads of the processes have worked, as the scheduler counts. */
const workOf = (processes) =>
  processes.reduce(
    (total, { process }) => total + Number.parseInt(read(`/proc/${process}/schedstat`) || '0'),
    0,
  ) / 1e6

let processes = tree()
const atFirst = memoryOf(processes)
let longestWaitMs = 0
let longestWorkMs = 0
let peak = atFirst
let going = true
parentPort.on('message', () => (going = false))
parentPort.postMessage('watching')
while (going) {
  const before = workOf(processes)
  const waited = await wait()
  longestWaitMs = Math.max(longestWaitMs, waited)
  longestWorkMs = Math.max(longestWorkMs, Math.min(waited, workOf(processes) - before))
  processes = tree()
  peak = Math.max(peak, memoryOf(processes))
  await pause(PAUSE_MS)
}
agent.destroy()
parentPort.postMessage({
  longestWaitMs: Math.round(longestWaitMs),
  longestWorkMs: Math.round(longestWorkMs),
  addedMb: Math.round(peak - atFirst),
})
parentPort.close()
