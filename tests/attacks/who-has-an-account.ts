import { randomBytes } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { connectBeside } from './after-crash/processes'
import { exactly, signInForm, type Attack, type AttackedDesk, type Figure } from './attack'

const ACCOUNTS = ['unknown', 'ended', 'wrong password'] as const
const ROUNDS = 30
/** Answers that differ by less than this reveal nothing, in milliseconds. */
const TELLS_MS = 50

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** Whether answers reveal that an address has an account: by status, body, headers or time. */
async function whoHasAccounts(desk: AttackedDesk): Promise<Figure[]> {
  const sql = connectBeside(desk.dataDir)
  await sql.connect()
  const ended = `ended-${randomBytes(4).toString('hex')}@demo.factdesk.example`
  const password = 'harbour violin eleven moss'
  await sql.query(
    `insert into "user" (id, email, name, role, password_hash, deactivated_at)
     values (gen_random_uuid(), $1, 'Ended', 'viewer', $2, now())`,
    [ended, await hash(password)],
  )
  const emails = ['nobody@demo.factdesk.example', ended, desk.accounts.checker.email]
  const form = await signInForm(desk.url)
  const said = new Set<string>()
  const times = ACCOUNTS.map((): number[] => [])
  for (let n = 0; n < ROUNDS; n += 1)
    for (let step = 0; step < emails.length; step += 1) {
      // Each kind comes first equally often.
      const at = (n + step) % emails.length
      const email = emails[at] ?? ''
      // Clears the counts, so that each try is judged.
      await sql.query('delete from limit_use')
      const began = performance.now()
      const answer = await fetch(`${desk.url}/api/auth/callback/credentials`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: form.cookie },
        body: new URLSearchParams({ ...form, email, password, json: 'true' }),
      })
      const text = await answer.text()
      times[at]?.push(performance.now() - began)
      const headers = [...answer.headers].filter(([name]) => name !== 'date' && name !== 'set-cookie')
      said.add(JSON.stringify([answer.status, text, headers]))
    }
  await sql.end()
  const medians = times.map((some) => Math.round(median(some)))
  return [
    exactly('answers to no account, an ended one and a wrong password that differ', said.size - 1, 0),
    {
      what: `medians of ${ROUNDS} (${ACCOUNTS.join(', ')})`,
      value: `${medians.join(', ')} ms`,
      bound: `at most ${TELLS_MS} ms apart`,
      holds: Math.max(...medians) - Math.min(...medians) <= TELLS_MS,
    },
  ]
}

const attack: Attack = {
  about: 'Addresses are tried to learn which of them have an account.',
  settings: { LOG_LEVEL: 'error' },
  run: whoHasAccounts,
}

export default attack
