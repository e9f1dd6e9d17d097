import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { isReady, until } from '../attacks/after-crash/load'
import { connectBeside, deskProcess } from '../attacks/after-crash/processes'
import { atMost, exactly, ONE_PROXY, startDesk } from '../attacks/attack'
import type { Fault } from './parts/fault'
import { audit, Ledger } from './parts/ledger'

const MESSAGES = 20
/** A delivery that nobody settled is taken again after its lease of a minute. */
const AGAIN_MS = 150_000

const fault: Fault = {
  about: 'The desk dies while it sends messages to a webhook that does not answer.',
  async run() {
    const arrived = new Map<string, number>()
    let answers = false
    const receiver = http.createServer((request, response) => {
      request.resume().on('end', () => {
        const id = request.headers['webhook-id']?.toString() ?? ''
        arrived.set(id, (arrived.get(id) ?? 0) + 1)
        if (answers) response.writeHead(204).end()
      })
    })
    receiver.listen(0, '127.0.0.1')
    await once(receiver, 'listening')
    const address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
    const desk = await startDesk({ ...ONE_PROXY, LOG_LEVEL: 'error', FACTDESK_ALLOW_PRIVATE_ADDRESSES: 'on' })
    const sql = connectBeside(desk.dataDir)
    await sql.connect()
    try {
      const { rows: hooks } = await sql.query<{ id: string }>(
        `insert into webhook (id, url, events, secret, created_by_id)
         select gen_random_uuid(), $1, '{claim.reviewed}', $2, id from "user" where email = $3 returning id`,
        [address, Buffer.alloc(24, 7).toString('base64'), desk.accounts.admin.email],
      )
      const ledger = new Ledger(desk)
      await ledger.open(1, MESSAGES)
      await ledger.wave(ledger.claims, { status: 'needs_source' })
      const { rows: made } = await sql.query<{ count: number }>(
        'select count(*)::int as count from delivery where webhook_id = $1',
        [hooks[0]?.id],
      )
      const begun = await until(30_000, () => arrived.size > 0)
      process.kill(deskProcess(desk.process.pid ?? 0) ?? 0, 'SIGKILL')
      answers = true
      await pause(500)
      const back = await until(120_000, () => isReady(desk.url))
      const settled = async () => {
        const { rows } = await sql.query<{ waiting: number }>(
          `select count(*) filter (where state <> 'delivered')::int as waiting from delivery where webhook_id = $1`,
          [hooks[0]?.id],
        )
        return rows[0]?.waiting === 0
      }
      const took = await until(AGAIN_MS, settled)
      const most = Math.max(0, ...arrived.values())
      return [
        atMost('a message was under way after', Math.round(begun), 30_000, 'ms'),
        atMost('the desk is ready again after', Math.round(back / 100) / 10, 60, 's'),
        atMost('all messages are delivered after', Math.round(took / 1_000), AGAIN_MS / 1_000, 's'),
        exactly('messages that arrived', arrived.size, made[0]?.count ?? -1),
        atMost('times that one message arrived', most, 2),
        ...(await ledger.figures('a job that died', sql, () =>
          audit({ DATA_DIR: desk.dataDir, DATABASE_URL: '' }),
        )),
      ]
    } finally {
      receiver.close()
      receiver.closeAllConnections()
      await sql.end()
      await desk.stop()
    }
  },
}

export default fault
