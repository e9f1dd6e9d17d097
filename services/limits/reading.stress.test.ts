import { describe, expect, it } from 'vitest'
import { refusalOf } from '@/domain/refusal/queries'
import { signIn } from '@/domain/session/commands'
import { sayDatabaseAway } from '@/prisma/availability'
import { sqlPool } from '@/prisma/client'
import { newId } from '@/services/ids'
import { makeUser, unique } from '@/tests/factories'
import { withOwnDatabase } from '@/tests/own-database'
import { LIMITS } from './limits'
import { takeForReading } from './reading'
import { subjectOf, take } from './take'

withOwnDatabase()

const ALLOWANCE = LIMITS.verify.allowance
const someone = () => unique() + unique()
const tries = (subject: string, many: number) =>
  Promise.all(Array.from({ length: many }, () => takeForReading('verify', subject)))
const served = (answers: { ok: boolean }[]) => answers.filter(({ ok }) => ok).length

/** Holds a row, as someone does who forgets to end a transaction in the database. */
async function held<T>(kind: string, subject: string, work: () => Promise<T>): Promise<T> {
  const holder = await sqlPool().connect()
  try {
    await holder.query('begin')
    await holder.query('select 1 from limit_use where kind = $1 and subject = $2 for update', [kind, subject])
    return await work()
  } finally {
    await holder.query('rollback')
    holder.release()
  }
}

/** Refuses every count, as PostgreSQL does when the disk is full. */
async function full<T>(work: () => Promise<T>): Promise<T> {
  await sqlPool().query(`
    create function no_room() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
    create trigger no_room before insert on limit_use for each row execute function no_room()`)
  try {
    return await work()
  } finally {
    await sqlPool().query('drop trigger no_room on limit_use; drop function no_room()')
  }
}

const signInOf = ({ email, password }: { email: string; password: string }, sender = newId()) =>
  signIn({ email, password }, { sender, proofFor: () => undefined, agent: null })

/** How signing in is refused; nobody may get in uncounted. */
const refusedSignIn = async (...given: Parameters<typeof signInOf>) => {
  const outcome = await signInOf(...given).catch(refusalOf)
  return outcome && 'code' in outcome ? [outcome.code, outcome.key] : outcome
}

describe('readings', () => {
  it('are counted one by one, however many come at once', async () => {
    expect(served(await tries(someone(), 3 * ALLOWANCE))).toBe(ALLOWANCE)
  })

  it('of a refused sender do not reach the database until the wait is over', async () => {
    const subject = someone()
    await tries(subject, ALLOWANCE + 1)
    await sqlPool().query(`delete from limit_use where kind = 'verify' and subject = $1`, [subject])
    const refused = await takeForReading('verify', subject)
    expect(refused.ok).toBe(false)
    expect((await takeForReading('verify', someone())).ok).toBe(true)
  })

  it('go on while their row is locked, and are counted again afterwards', async () => {
    const subject = someone()
    await take('verify', subject)
    const answers = await held('verify', subject, () => tries(subject, 2 * ALLOWANCE))
    expect(served(answers)).toBe(2 * ALLOWANCE)
  })

  it('go on while the disk is full, and signing in does not', async () => {
    const user = await makeUser()
    const [answers, refused] = await full(async () => [
      await tries(someone(), 2 * ALLOWANCE),
      await refusedSignIn(user),
    ])
    expect(served(answers)).toBe(2 * ALLOWANCE)
    expect(refused).toEqual(['unavailable', 'unavailableFull'])
    expect((await signInOf(user)).ok).toBe(true)
  })

  it('pass on to an unreachable database, which reports itself, and signing in closes', async () => {
    const user = await makeUser()
    sayDatabaseAway('away')
    try {
      expect((await takeForReading('verify', someone())).ok).toBe(true)
      expect(await refusedSignIn(user)).toEqual(['unavailable', 'unavailable'])
    } finally {
      sayDatabaseAway(null)
    }
    expect((await signInOf(user)).ok).toBe(true)
  })
})

it('signing in closes while its count is locked', async () => {
  const user = await makeUser()
  const sender = newId()
  await signInOf({ ...user, password: 'wrong' }, sender)
  const subject = subjectOf('sender', sender)
  const refused = await held('signInSender', subject, () => refusedSignIn(user, sender))
  expect(refused).toEqual(['unavailable', 'unavailableBusy'])
})
