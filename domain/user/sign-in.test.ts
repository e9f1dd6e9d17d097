import { hash } from '@node-rs/argon2'
import { afterEach, describe, expect, it } from 'vitest'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { newId } from '@/services/ids'
import { loadCase } from '@/tests/cases/load'
import { makeUser, unique } from '@/tests/factories'
import { checkSignIn } from './queries'

afterEach(() => setClock())

const deactivate = (id: string) => db().user.update({ where: { id }, data: { deactivatedAt: new Date() } })

describe('signing in', () => {
  it('knows a person by address and password', async () => {
    const { actor, email, password } = await makeUser()
    const right = { ok: true, user: { id: actor.id, name: actor.name, sessionVersion: 1 } }
    expect(await checkSignIn(email, password)).toEqual(right)
    expect(await checkSignIn(` ${email.toUpperCase()}\u00a0`, password)).toEqual(right)
  })

  it('says the same of no account, an ended one, a wrong password and what is no address', async () => {
    const ended = await makeUser()
    await deactivate(ended.actor.id)
    const { email } = await makeUser()
    const answers = [
      await checkSignIn(`nobody-${unique()}@test.factdesk.example`, 'correct horse battery staple'),
      await checkSignIn(ended.email, ended.password),
      await checkSignIn(email, 'wrong'),
      await checkSignIn(email, ''),
      await checkSignIn(`no address ${unique()}`, 'wrong'),
      await checkSignIn(email, 'p'.repeat(10 * 1024 * 1024)),
    ]
    expect(answers).toEqual(answers.map(() => ({ ok: false, reason: 'wrong' })))
  })

  type Case = { tests: { name: string; set?: string; try?: string; expect: string }[] }
  it.each(loadCase<Case>('C54_long_passwords').tests.filter((one) => one.set && one.try))(
    'by a password that is nearly right: $name',
    async ({ name, set = '', try: tried = '' }) => {
      const email = `${newId()}@test.factdesk.example`
      await db().user.create({
        data: { email, name: 'Set', role: 'viewer', passwordHash: await hash(set.normalize('NFC')) },
      })
      expect((await checkSignIn(email, tried)).ok).toBe(name === 'NFC/NFD')
      if (!set.includes('\0')) expect((await checkSignIn(email, set)).ok).toBe(true)
    },
  )
})

describe('guessing', () => {
  it('ends after ten failures, for the right password too, until the quarter of an hour is over', async () => {
    const { email, password } = await makeUser()
    const begun = Date.now()
    for (let n = 0; n < 10; n += 1) {
      setClock(new Date(begun + n * 1000))
      expect(await checkSignIn(email, `guess ${n}`)).toEqual({ ok: false, reason: 'wrong' })
    }
    expect(await checkSignIn(email, password)).toEqual({ ok: false, reason: 'throttled' })
    expect(await checkSignIn(email.toUpperCase(), password)).toEqual({ ok: false, reason: 'throttled' })
    setClock(new Date(begun + 16 * 60_000))
    expect((await checkSignIn(email, password)).ok).toBe(true)
  })

  it('is throttled for an address without an account alike', async () => {
    const email = `nobody-${unique()}@test.factdesk.example`
    const answers = []
    for (let n = 0; n < 11; n += 1) answers.push(await checkSignIn(email, 'guess'))
    expect(answers.at(-2)).toEqual({ ok: false, reason: 'wrong' })
    expect(answers.at(-1)).toEqual({ ok: false, reason: 'throttled' })
  })

  it('of one person does not lock out another, and a right password forgets the failures', async () => {
    const [one, two] = [await makeUser(), await makeUser()]
    for (let n = 0; n < 9; n += 1) await checkSignIn(one.email, 'guess')
    expect((await checkSignIn(two.email, two.password)).ok).toBe(true)
    expect((await checkSignIn(one.email, one.password)).ok).toBe(true)
    for (let n = 0; n < 9; n += 1) await checkSignIn(one.email, 'guess')
    expect((await checkSignIn(one.email, one.password)).ok).toBe(true)
  })
})
