import { beforeAll, afterEach, describe, expect, it } from 'vitest'
import { changePassword } from '@/domain/password/commands'
import type { Actor } from '@/domain/user/policy'
import { changeUser } from '@/domain/user/commands'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { newId } from '@/services/ids'
import { makeUser, unique, type MadeUser } from '@/tests/factories'
import { refusal } from '@/tests/refusal'
import { endOtherSessions, endSession, endSessionOf, signIn } from './commands'
import { actorOfSession, listSessions } from './queries'
import { browserOf, SESSION_IDLE_MS, SESSION_LIFE_MS } from './rules'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

let admin: Actor
beforeAll(async () => {
  admin = (await makeUser({ role: 'admin' })).actor
})
afterEach(() => setClock())

async function tryIn({ email, password }: Pick<MadeUser, 'email' | 'password'>) {
  return signIn({ email, password }, { sender: newId(), proofFor: () => undefined, agent: FIREFOX })
}
async function signedIn(user: MadeUser): Promise<string> {
  const outcome = await tryIn(user)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.secret
}
const whoIs = async (secret: string) => (await actorOfSession(secret))?.actor ?? null

describe('a session', () => {
  it('is identified by its secret, which is not stored', async () => {
    const user = await makeUser()
    const secret = await signedIn(user)
    expect(await whoIs(secret)).toEqual(user.actor)
    const rows = await db().session.findMany({ where: { userId: user.actor.id } })
    expect(rows.map(({ browser }) => browser)).toEqual(['Firefox, Linux'])
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  it('that is signed out ends for every copy of its cookie, and other sessions go on', async () => {
    const user = await makeUser()
    const [one, two] = [await signedIn(user), await signedIn(user)]
    await endSession(one)
    expect(await whoIs(one)).toBeNull()
    expect(await whoIs(two)).toEqual(user.actor)
    await endSession(one)
  })

  it('ends after thirty days, however often it is used', async () => {
    const user = await makeUser()
    const begun = Date.now()
    setClock(new Date(begun))
    const secret = await signedIn(user)
    for (let at = begun; at < begun + SESSION_LIFE_MS; at += 24 * 60 * 60_000) {
      setClock(new Date(at))
      expect(await whoIs(secret)).toEqual(user.actor)
    }
    setClock(new Date(begun + SESSION_LIFE_MS))
    expect(await whoIs(secret)).toBeNull()
  })

  it('ends after eight days without use', async () => {
    const user = await makeUser()
    const begun = Date.now()
    setClock(new Date(begun))
    const secret = await signedIn(user)
    setClock(new Date(begun + SESSION_IDLE_MS - 1000))
    expect(await whoIs(secret)).toEqual(user.actor)
    setClock(new Date(begun + 2 * SESSION_IDLE_MS - 2000))
    expect(await whoIs(secret)).toEqual(user.actor)
    setClock(new Date(begun + 3 * SESSION_IDLE_MS))
    expect(await whoIs(secret)).toBeNull()
  })

  it('ends with a new role, and the next session has that role', async () => {
    const user = await makeUser({ role: 'editor' })
    const secret = await signedIn(user)
    await changeUser(admin, { id: user.actor.id, role: 'viewer' })
    expect(await whoIs(secret)).toBeNull()
    expect(await whoIs(await signedIn(user))).toEqual({ ...user.actor, role: 'viewer' })
  })

  it('ends with the person’s access, and renewed access does not bring it back', async () => {
    const user = await makeUser()
    const secret = await signedIn(user)
    await changeUser(admin, { id: user.actor.id, active: false })
    expect(await whoIs(secret)).toBeNull()
    expect((await tryIn(user)).ok).toBe(false)
    await changeUser(admin, { id: user.actor.id, active: true })
    expect(await whoIs(secret)).toBeNull()
    expect((await tryIn(user)).ok).toBe(true)
  })

  it('ends with a new password, which requires the present one', async () => {
    const user = await makeUser()
    const [one, two] = [await signedIn(user), await signedIn(user)]
    const password = 'another long password'
    const wrong = await refusal(changePassword(user.actor, { current: 'no', password }))
    expect(wrong.issues).toEqual([{ path: 'current', key: 'passwordWrong' }])
    expect(await whoIs(one)).toEqual(user.actor)
    await changePassword(user.actor, { current: user.password, password })
    expect([await whoIs(one), await whoIs(two)]).toEqual([null, null])
    expect((await tryIn(user)).ok).toBe(false)
    expect((await tryIn({ ...user, password })).ok).toBe(true)
  })

  it('does not start with a password that is being replaced', async () => {
    const user = await makeUser()
    const change = changePassword(user.actor, { current: user.password, password: 'another long password' })
    const begun = await Promise.all(Array.from({ length: 4 }, () => tryIn(user)))
    await change
    for (const outcome of begun) if (outcome.ok) expect(await whoIs(outcome.secret)).toBeNull()
  })

  it.each(['', 'x', 'x'.repeat(100_000), '\0', newId()])(
    'belongs to nobody when the secret is invalid',
    async (secret) => {
      expect(await actorOfSession(secret)).toBeNull()
    },
  )

  it('can be ended from another browser only by its holder', async () => {
    const [user, other] = [await makeUser(), await makeUser()]
    const secrets = [await signedIn(user), await signedIn(user), await signedIn(user)]
    const lines = await listSessions(user.actor)
    expect(lines).toHaveLength(3)
    const kept = await actorOfSession(secrets[0] ?? '')
    const [ended] = lines.filter(({ id }) => id !== kept?.sessionId)
    expect((await refusal(endSessionOf(other.actor, { id: ended?.id ?? '' }))).code).toBe('not_found')
    await endSessionOf(user.actor, { id: ended?.id ?? '' })
    expect((await listSessions(user.actor)).map(({ id }) => id)).not.toContain(ended?.id)
    const stays = await signedIn(other)
    expect(await endOtherSessions(user.actor, { keep: kept?.sessionId ?? '' })).toBe(1)
    expect((await listSessions(user.actor)).map(({ id }) => id)).toEqual([kept?.sessionId])
    expect(await whoIs(stays)).toEqual(other.actor)
  })
})

describe('the name of a browser', () => {
  it.each([
    [FIREFOX, 'Firefox, Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge, Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15',
      'Safari, macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile Safari/604.1',
      'Chrome, iOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36',
      'Samsung Internet, Android',
    ],
    ['curl/8.5.0', ''],
    [`${'x'.repeat(600)} Firefox/1`, ''],
    [null, ''],
  ])('is recognised in %s', (agent, name) => {
    expect(browserOf(agent)).toBe(name)
    expect(browserOf(`${agent ?? ''}\n${unique()}`)).toBe(name)
  })
})
