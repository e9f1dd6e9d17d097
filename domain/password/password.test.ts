import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '@/domain/session/commands'
import { addUser, changeUser, makeToken } from '@/domain/user/commands'
import type { Actor } from '@/domain/user/policy'
import { actorOfToken } from '@/domain/user/queries'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { newId } from '@/services/ids'
import { LIMITS } from '@/services/limits/limits'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { makeUser, unique } from '@/tests/factories'
import { race, refusal } from '@/tests/refusal'
import {
  changePassword,
  LINK_LIFE_MS,
  makePasswordLink,
  makePasswordLinkOnServer,
  setPassword,
} from './commands'
import { weaknessOf } from './strength'

const GOOD = 'harbour violin eleven moss'

let admin: Actor
beforeAll(async () => {
  admin = (await makeUser({ role: 'admin' })).actor
})
afterEach(() => setClock())

const comesIn = async (email: string, password: string) =>
  (await signIn({ email, password }, { sender: newId(), proofFor: () => undefined, agent: null })).ok

describe('a password', () => {
  const mona = { email: 'mona.haddad@desk.test', name: 'Mona Haddad' }

  it.each([
    ['password1234', 'passwordCommon'],
    ['P@ssw0rd1234', 'passwordCommon'],
    ['drowssap4321', 'passwordCommon'],
    ['iloveyou12345', 'passwordCommon'],
    ['qwertyuiop12', 'passwordCommon'],
    ['aaaaaaaaaaaa', 'passwordPattern'],
    ['abcdefghijkl', 'passwordPattern'],
    ['لالالالالالا', 'passwordPattern'],
    ['كلمة المرور ١٢٣', 'passwordCommon'],
    ['ضصثقفغعهخحجد', 'passwordCommon'],
    ['mona.haddad@desk.test', 'passwordPersonal'],
    ['MONA.HADDAD@desk.test', 'passwordPersonal'],
    ['mona.haddad1', 'passwordPersonal'],
    ['haddadmona12', 'passwordPersonal'],
    ['factdesk2026', 'passwordPersonal'],
  ])('%s is refused: %s', (password, why) => {
    expect(weaknessOf(password, mona)).toBe(why)
  })

  it('that is a sequence of digits is refused in any script', () => {
    for (const digits of ['123456789012', '١٢٣٤٥٦٧٨٩٠١٢', '۱۲۳۴۵۶۷۸۹۰۱۲'])
      expect(weaknessOf(digits, mona)).not.toBeNull()
  })

  it('that contains one’s own name is refused in Arabic too', () => {
    expect(weaknessOf('ليان الشمري ١٢', { email: 'l@desk.test', name: 'ليان الشمري' })).toBe(
      'passwordPersonal',
    )
  })

  it.each([
    GOOD,
    'قلعة الرمال لا تنام',
    'Xk3-vPq9mTza',
    'a long password',
    'p9 😀 نهر vier',
    'x'.repeat(4) + GOOD,
  ])('that is hard to guess is accepted: %s', (password) => {
    expect(weaknessOf(password, mona)).toBeNull()
  })

  it('of any length is judged quickly', () => {
    const spent = cpuTimeOf(() =>
      ['p7Kx'.repeat(256), 'قلعة ١٢'.repeat(90)].forEach((long) => weaknessOf(long, mona)),
    )
    expect(spent).toBeLessThan(QUICK_MS)
  })

  it('that is weak is refused everywhere, and nothing changes', async () => {
    const { actor, password, email, token } = await makeUser()
    const weak = { path: 'password', key: 'passwordPersonal' }
    const changed = await refusal(changePassword(actor, { current: password, password: `${email}!` }))
    const added = await refusal(
      addUser(admin, { email: `x-${email}`, name: 'New', role: 'viewer', password: `x-${email}` }),
    )
    const link = await makePasswordLink(admin, { id: actor.id })
    const set = await refusal(setPassword({ token: link.token, password: email }))
    expect([changed, added, set].map(({ issues }) => issues)).toEqual([[weak], [weak], [weak]])
    expect(await actorOfToken(token)).toEqual(actor)
    await setPassword({ token: link.token, password: GOOD })
  })
})

describe('a change of one’s own password', () => {
  it('ends every API token', async () => {
    const { actor, password, token } = await makeUser()
    const second = await makeToken(actor, { name: 'second' })
    const other = await makeUser()
    await changePassword(actor, { current: password, password: GOOD })
    expect([await actorOfToken(token), await actorOfToken(second.token)]).toEqual([null, null])
    expect(await actorOfToken(other.token)).toEqual(other.actor)
    const line = await db().event.findFirst({
      where: { subjectId: actor.id, verb: 'user.password_changed' },
    })
    expect(line?.after).toEqual({ tokensRevoked: 2 })
  })

  it('cannot be used to guess the present one', async () => {
    const { actor, password } = await makeUser()
    const guesses = Array.from({ length: 30 }, (_, n) =>
      changePassword(actor, { current: `guess ${n}`, password: GOOD }),
    )
    const { refused } = await race(guesses)
    const codes = refused.map(({ code }) => code)
    expect(codes.filter((code) => code === 'invalid')).toHaveLength(LIMITS.presentPassword.allowance)
    const told = await refusal(changePassword(actor, { current: password, password: GOOD }))
    expect([told.code, typeof told.params.seconds]).toEqual(['limited', 'number'])
  })
})

describe('a password link', () => {
  it('sets a password once and ends everything the old one opened', async () => {
    const { actor, email, password, token } = await makeUser()
    const link = await makePasswordLink(admin, { id: actor.id })
    expect(link.token).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(await db().passwordLink.findMany({ where: { userId: actor.id } }))).not.toContain(
      link.token,
    )
    expect(await comesIn(email, password), 'nothing changes before it is used').toBe(true)
    expect(await actorOfToken(token)).toEqual(actor)
    const { done, refused } = await race(
      Array.from({ length: 4 }, () => setPassword({ token: link.token, password: GOOD })),
    )
    expect([done.length, refused.map(({ key }) => key)]).toEqual([1, Array(3).fill('passwordLinkOver')])
    expect([await comesIn(email, password), await comesIn(email, GOOD)]).toEqual([false, true])
    expect(await actorOfToken(token)).toBeNull()
    const lines = await db().event.findMany({ where: { subjectId: actor.id }, orderBy: { at: 'asc' } })
    expect(lines.map(({ verb, actorId }) => [verb, actorId])).toEqual([
      ['user.password_link_made', admin.id],
      ['user.password_set', actor.id],
    ])
    expect(JSON.stringify(lines)).not.toContain(link.token)
  })

  it('expires after a day, when a newer one is made, or when the person’s access ends', async () => {
    const begun = Date.now()
    const [late, replaced, left] = [await makeUser(), await makeUser(), await makeUser()]
    const over = async (token: string) => (await refusal(setPassword({ token, password: GOOD }))).key
    setClock(new Date(begun))
    const day = await makePasswordLink(admin, { id: late.actor.id })
    setClock(new Date(begun + LINK_LIFE_MS))
    expect(await over(day.token)).toBe('passwordLinkOver')
    setClock()
    const first = await makePasswordLink(admin, { id: replaced.actor.id })
    const second = await makePasswordLink(admin, { id: replaced.actor.id })
    expect(await over(first.token)).toBe('passwordLinkOver')
    await setPassword({ token: second.token, password: GOOD })
    const lost = await makePasswordLink(admin, { id: left.actor.id })
    await changeUser(admin, { id: left.actor.id, active: false })
    expect(await over(lost.token)).toBe('passwordLinkOver')
    await changeUser(admin, { id: left.actor.id, active: true })
    expect(await over(lost.token)).toBe('passwordLinkOver')
    for (const guess of ['', 'x', newId(), '\0'.repeat(9)]) expect(await over(guess)).toBe('passwordLinkOver')
  })

  it('is made by admins for people with access, or on the server', async () => {
    const [user, gone] = [await makeUser({ role: 'editor' }), await makeUser()]
    expect((await refusal(makePasswordLink(user.actor, { id: user.actor.id }))).code).toBe('forbidden')
    expect((await refusal(makePasswordLink(admin, { id: newId() }))).code).toBe('not_found')
    await changeUser(admin, { id: gone.actor.id, active: false })
    expect((await refusal(makePasswordLink(admin, { id: gone.actor.id }))).code).toBe('not_found')
    expect((await refusal(makePasswordLinkOnServer(gone.email))).code).toBe('not_found')
    expect((await refusal(makePasswordLinkOnServer(`${unique()}@nobody.example`))).code).toBe('not_found')
    const { token, name } = await makePasswordLinkOnServer(user.email)
    expect(name).toBe(user.actor.name)
    await setPassword({ token, password: GOOD })
    expect(await comesIn(user.email, GOOD)).toBe(true)
  })
})
