import { hash } from '@node-rs/argon2'
import { afterEach, describe, expect, it } from 'vitest'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { newId } from '@/services/ids'
import { loadCase } from '@/tests/cases/load'
import { makeUser, unique } from '@/tests/factories'
import { browserCookie, browserProof } from '@/services/known-browser'
import { LIMITS } from '@/services/limits/limits'
import { signIn, type SignIn } from './commands'

/** Each try comes from a new sender, unless a test names one. */
const tryIn = (
  email: string,
  password: string,
  { sender = newId(), proof }: { sender?: string; proof?: string } = {},
): Promise<SignIn> => signIn({ email, password }, { sender, proofFor: () => proof, agent: null })

const judged = (answers: SignIn[]) => answers.filter((one) => one.ok || one.reason === 'wrong').length

afterEach(() => setClock())

const deactivate = (id: string) => db().user.update({ where: { id }, data: { deactivatedAt: new Date() } })

describe('signing in', () => {
  it('identifies a person by address and password', async () => {
    const { actor, email, password } = await makeUser()
    const right = { ok: true, user: { id: actor.id, name: actor.name, email } }
    expect(await tryIn(email, password)).toMatchObject(right)
    expect(await tryIn(` ${email.toUpperCase()}\u00a0`, password)).toMatchObject(right)
  })

  it('answers alike for an unknown account, a deactivated one, a wrong password and an invalid address', async () => {
    const ended = await makeUser()
    await deactivate(ended.actor.id)
    const { email } = await makeUser()
    const answers = [
      await tryIn(`nobody-${unique()}@test.factdesk.example`, 'correct horse battery staple'),
      await tryIn(ended.email, ended.password),
      await tryIn(email, 'wrong'),
      await tryIn(email, ''),
      await tryIn(`no address ${unique()}`, 'wrong'),
      await tryIn(email, 'p'.repeat(10 * 1024 * 1024)),
    ]
    expect(answers).toEqual(answers.map(() => ({ ok: false, reason: 'wrong' })))
  })

  type Case = { tests: { name: string; set?: string; try?: string; expect: string }[] }
  it.each(loadCase<Case>('C54_long_passwords').tests.filter((one) => one.set && one.try))(
    'with an almost correct password fails: $name',
    async ({ name, set = '', try: tried = '' }) => {
      const email = `${newId()}@test.factdesk.example`
      await db().user.create({
        data: { email, name: 'Set', role: 'viewer', passwordHash: await hash(set.normalize('NFC')) },
      })
      expect((await tryIn(email, tried)).ok).toBe(name === 'NFC/NFD')
      if (!set.includes('\0')) expect((await tryIn(email, set)).ok).toBe(true)
    },
  )
})

describe('guessing', () => {
  const FREE = LIMITS.signInAccount.allowance

  it.each([300, 60])('%i times at once is checked only a few times', async (many) => {
    setClock(new Date())
    const { email } = await makeUser()
    const sender = newId()
    const answers = await Promise.all(
      Array.from({ length: many }, (_, n) => tryIn(email, `guess ${n}`, { sender })),
    )
    expect(judged(answers)).toBe(FREE)
  })

  it('many times at once gets no more tries checked than allowed, even with the right password among them', async () => {
    setClock(new Date())
    const { email, password } = await makeUser()
    const sender = newId()
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => tryIn(email, n === 59 ? password : `guess ${n}`, { sender })),
    )
    expect(judged(answers)).toBeLessThanOrEqual(FREE + 1)
  })

  it('makes each wait longer than the last, and after the wait the right password works', async () => {
    const { email, password } = await makeUser()
    const sender = newId()
    let at = Date.now()
    setClock(new Date(at))
    for (let n = 0; n < FREE; n += 1)
      expect(await tryIn(email, `guess ${n}`, { sender })).toEqual({ ok: false, reason: 'wrong' })
    for (const wait of [2, 4, 8]) {
      const told = await tryIn(email.toUpperCase(), password, { sender })
      expect(told).toEqual({ ok: false, reason: 'limited', retryAfterSeconds: wait })
      setClock(new Date((at += wait * 1000)))
      expect(await tryIn(email, 'guess', { sender })).toEqual({ ok: false, reason: 'wrong' })
    }
    setClock(new Date((at += 16_000)))
    expect((await tryIn(email, password, { sender })).ok).toBe(true)
    expect((await tryIn(email, 'guess', { sender })).ok, 'and forgets the failures').toBe(false)
    expect((await tryIn(email, password, { sender })).ok).toBe(true)
  })

  it('counts the same for an unknown account, a deactivated one and an invalid address', async () => {
    const ended = await makeUser()
    await deactivate(ended.actor.id)
    const known = await makeUser()
    const answers = []
    for (const email of [known.email, ended.email, `nobody-${unique()}@test.factdesk.example`, unique()]) {
      const sender = newId()
      const told = []
      for (let n = 0; n < FREE + 2; n += 1) told.push(await tryIn(email, 'guess', { sender }))
      answers.push(told.map((one) => (one.ok ? 'in' : one.reason)))
    }
    expect(new Set(answers.map(String)).size).toBe(1)
    expect(answers[0]?.slice(-2)).toEqual(['limited', 'limited'])
  })

  it('at forty accounts from one sender is stopped, and a success gives back only its own try', async () => {
    setClock(new Date())
    const sender = newId()
    const own = await makeUser()
    const answers = []
    for (let n = 0; n < 40; n += 1) {
      answers.push(await tryIn(`nobody-${unique()}@test.factdesk.example`, 'guess', { sender }))
      if (n === 10) expect((await tryIn(own.email, own.password, { sender })).ok).toBe(true)
    }
    expect(judged(answers)).toBe(LIMITS.signInSender.allowance)
  })

  it('by one sender makes nobody else wait', async () => {
    const { email, password } = await makeUser()
    const stranger = newId()
    for (let n = 0; n < 12; n += 1) await tryIn(email, 'guess', { sender: stranger })
    expect((await tryIn(email, password)).ok).toBe(true)
  })

  it('by many senders makes a stranger wait once and a known browser not at all', async () => {
    const { email, password } = await makeUser()
    const begun = Date.now()
    setClock(new Date(begun))
    await Promise.all(Array.from({ length: 40 }, () => tryIn(email, 'guess')))
    const sender = newId()
    const told = await tryIn(email, password, { sender })
    expect(told).toEqual({ ok: false, reason: 'limited', retryAfterSeconds: 30 })
    const proof = browserProof(email).value
    expect((await tryIn(email, password, { sender, proof })).ok).toBe(true)
    // Other senders go on meanwhile, but the wait belongs to this sender.
    setClock(new Date(begun + 29_000))
    await Promise.all(Array.from({ length: 40 }, () => tryIn(email, 'guess')))
    setClock(new Date(begun + 30_000))
    expect((await tryIn(email, password, { sender })).ok).toBe(true)
  })

  it('from a known browser has its own limit, which no other browser uses up', async () => {
    setClock(new Date())
    const { email, password } = await makeUser()
    const sender = newId()
    const proof = browserProof(email).value
    await Promise.all(Array.from({ length: 30 }, (_, n) => tryIn(email, `guess ${n}`, { sender })))
    expect((await tryIn(email, password, { sender })).ok).toBe(false)
    expect((await tryIn(email, password, { sender, proof })).ok).toBe(true)
    const many = Array.from({ length: 60 }, () => tryIn(email, 'guess', { sender: newId(), proof }))
    expect(judged(await Promise.all(many))).toBe(LIMITS.signInBrowser.allowance)
  })

  it.each([
    ['of another account', (_email: string) => browserProof('other@test.factdesk.example').value],
    ['with another id', (email: string) => browserProof(email).value.replace(/^..../, 'AAAA')],
    ['with no signature', (email: string) => browserProof(email).value.split('.')[0]],
    ['of nothing', () => ''],
    ['of a megabyte', () => 'x'.repeat(1_000_000)],
  ])(
    'with a proof %s counts as a stranger’s',
    async (_what, proofOf: (email: string) => string | undefined) => {
      setClock(new Date())
      const { email } = await makeUser()
      const sender = newId()
      const many = Array.from({ length: 12 }, () => tryIn(email, 'guess', { sender, proof: proofOf(email) }))
      expect(judged(await Promise.all(many))).toBe(FREE)
    },
  )

  it('from a known browser is recognised by a cookie that hides the address', () => {
    expect(browserCookie('mona@desk.test')).not.toContain('mona')
    expect(browserCookie('mona@desk.test')).not.toBe(browserCookie('omar@desk.test'))
  })
})
