import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Gauge, type Registry } from 'prom-client'
import { deliveryQueue } from '@/domain/delivery/queries'
import { hub } from '@/domain/live/worker'
import { mailQueue } from '@/domain/mail/queries'
import { printingUse } from '@/printing/process/pool'
import { databaseAway } from '@/prisma/availability'
import { databaseUse } from '@/prisma/client'
import { bodyGate } from '@/services/bodies/gate'
import { now } from '@/services/clock'
import { isStopping } from '@/services/stopping'
import { threadUse } from '@/services/work/pool'

/** How long a queue may take to be counted; metrics without it are better than none. */
const PATIENCE_MS = 2_000

const read = (...names: string[]) => {
  try {
    return fs.readFileSync(path.join(...names), 'utf8').trim()
  } catch {
    return ''
  }
}

function observeBuild(registry: Registry) {
  const { version } = JSON.parse(read('package.json') || '{}') as { version?: string }
  new Gauge({
    name: 'factdesk_build_info',
    help: 'The version, the build and the Node that run; always 1.',
    labelNames: ['version', 'build', 'node'] as const,
    registers: [registry],
  }).set({ version: version ?? '', build: read('.next', 'BUILD_ID'), node: process.version }, 1)
}

const QUEUES = { mail: mailQueue, delivery: deliveryQueue }

type Queue = { queue: string; waiting: number; oldestSeconds: number }

/** Queues that cannot be counted in time are left out. */
async function countQueues(): Promise<Queue[]> {
  const counted = await Promise.all(
    Object.entries(QUEUES).map(async ([queue, count]) => {
      const found = await Promise.race([count().catch(() => null), pause(PATIENCE_MS, null, { ref: false })])
      if (!found) return []
      const { waiting, dueSince } = found
      return [
        { queue, waiting, oldestSeconds: dueSince ? (now().getTime() - dueSince.getTime()) / 1_000 : 0 },
      ]
    }),
  )
  return counted.flat()
}

/** Queues are in the database, so every instance tells the same of them. */
function observeQueues(registry: Registry) {
  let asked: Promise<Queue[]> | null = null
  const once = () => (asked ??= countQueues().finally(() => (asked = null)))
  const observe = (name: string, help: string, valueOf: (queue: Queue) => number) =>
    new Gauge({
      ...{ name, help: `${help} The same in every instance.`, labelNames: ['queue'] as const },
      registers: [registry],
      async collect() {
        const queues = await once()
        this.reset()
        for (const queue of queues) this.set({ queue: queue.queue }, valueOf(queue))
      },
    })
  observe(
    'factdesk_queue_waiting',
    'Mails and messages to webhooks that wait to be sent.',
    (one) => one.waiting,
  )
  observe(
    'factdesk_queue_oldest_due_seconds',
    'For how long the one that has been due longest has waited.',
    (one) => one.oldestSeconds,
  )
}

function observeWork(registry: Registry) {
  new Gauge({
    name: 'factdesk_jobs_waiting',
    help: 'Work of this instance that waits for its turn.',
    labelNames: ['kind'] as const,
    registers: [registry],
    collect() {
      this.set({ kind: 'text' }, threadUse().waiting)
      this.set({ kind: 'print' }, printingUse().waiting)
      this.set({ kind: 'large_body' }, bodyGate().use.waiting)
      this.set({ kind: 'write' }, databaseUse().writersWaiting)
    },
  })
  new Gauge({
    name: 'factdesk_job_workers',
    help: 'Threads for long texts, processes that print, and large bodies that are being read.',
    labelNames: ['kind'] as const,
    registers: [registry],
    collect() {
      this.set({ kind: 'text' }, threadUse().workers)
      this.set({ kind: 'print' }, printingUse().workers)
      this.set({ kind: 'large_body' }, bodyGate().use.running)
    },
  })
  new Gauge({
    name: 'factdesk_live_streams',
    help: 'Open streams of changes.',
    registers: [registry],
    collect() {
      this.set(hub().size)
    },
  })
}

function observeDatabase(registry: Registry) {
  new Gauge({
    name: 'factdesk_database_connections',
    help: 'Connections of each pool by state; `waiting` are requests for one.',
    labelNames: ['pool', 'state'] as const,
    registers: [registry],
    collect() {
      for (const { pool, ...states } of databaseUse().pools)
        for (const [state, count] of Object.entries(states))
          this.set({ pool: pool.replace(' ', '_'), state }, count)
    },
  })
  new Gauge({
    name: 'factdesk_database_away',
    help: '1 while the database is known not to answer.',
    registers: [registry],
    collect() {
      this.set(databaseAway() ? 1 : 0)
    },
  })
  new Gauge({
    name: 'factdesk_stopping',
    help: '1 from the moment that this instance was told to stop.',
    registers: [registry],
    collect() {
      this.set(isStopping() ? 1 : 0)
    },
  })
}

/** Observes what the desk itself knows, when somebody asks for it. */
export function observeDesk(registry: Registry): void {
  observeBuild(registry)
  observeQueues(registry)
  observeWork(registry)
  observeDatabase(registry)
}
