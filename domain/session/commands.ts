import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { notFound } from '@/domain/errors'
import { tellAccessEnded } from '@/domain/live/write'
import type { Actor } from '@/domain/user/policy'
import { normalEmail, normalPassword } from '@/domain/user/schema'
import { db, sqlPool } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { browserOfProof } from '@/services/known-browser'
import { PRESSED_FROM, type LimitName } from '@/services/limits/limits'
import { forget, giveBack, subjectOf, take, usedOf } from '@/services/limits/take'
import { logAccess } from '@/services/log'
import { browserOf, SESSION_IDLE_MS, SESSION_LIFE_MS } from './rules'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

let decoy: Promise<string> | undefined
/** Verified for addresses without an account, so that both answers take the same time. */
const decoyHash = () => (decoy ??= hash('no account has this password'))

export type Typed = { email: string; password: string }
export type From = {
  /** The network address, from `senderOf`. */
  sender: string
  /** The proof that the browser stored at an earlier sign-in to this account. */
  proofFor: (email: string) => string | undefined
  /** The User-Agent header. */
  agent: string | null | undefined
}
export type SignIn =
  | { ok: true; user: { id: string; name: string; email: string }; secret: string }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'limited'; retryAfterSeconds: number }

type Use = { limit: LimitName; subject: string }
type Counted = { ok: true; uses: Use[] } | { ok: false; retryAfterSeconds: number }

async function countKnown(account: string, browser: string): Promise<Counted> {
  const use = { limit: 'signInBrowser', subject: subjectOf('browser', account, browser) } as const
  const taken = await take(use.limit, use.subject)
  return taken.ok ? { ok: true, uses: [use] } : taken
}

/** A refused try gives back everything it counted, so that repeated tries do not make others wait. */
async function countStranger(account: string, sender: string): Promise<Counted> {
  const pressed = (await usedOf('signInPressure', account)) >= PRESSED_FROM
  const uses: Use[] = [
    { limit: pressed ? 'signInPressed' : 'signInAccount', subject: subjectOf('pair', account, sender) },
    { limit: 'signInSender', subject: subjectOf('sender', sender) },
    { limit: 'signInPressure', subject: account },
  ]
  const taken: Use[] = []
  for (const use of uses) {
    const told = await take(use.limit, use.subject, { waits: use.limit === 'signInPressed' })
    if (told.ok) taken.push(use)
    else if (use.limit !== 'signInPressure') {
      for (const earlier of taken) await giveBack(earlier.limit, earlier.subject)
      return told
    }
  }
  return { ok: true, uses: taken }
}

/** After a correct password, the shared limits get this one try back; the failures of others still count. */
async function settle(uses: Use[]) {
  for (const { limit, subject } of uses)
    if (limit === 'signInSender' || limit === 'signInPressure') await giveBack(limit, subject)
    else await forget(limit, subject)
}

/** Waits for a concurrent change of the person's access, and makes no session if that change ended the access. */
const INSERT_SESSION = `
  insert into session (id, user_id, hash, browser, created_at, last_seen_at, ends_at)
  select $1, id, $2, $3, $4, $4, $5 from "user"
  where id = $6 and session_version = $7 and deactivated_at is null for share`

async function startSession(
  user: { id: string; sessionVersion: number },
  agent: From['agent'],
): Promise<string | null> {
  const at = now()
  const secret = randomBytes(32).toString('base64url')
  await sqlPool().query('delete from session where ends_at <= $1 or (user_id = $2 and last_seen_at <= $3)', [
    at,
    user.id,
    new Date(at.getTime() - SESSION_IDLE_MS),
  ])
  const { rowCount } = await sqlPool().query(INSERT_SESSION, [
    newId(),
    sha256(secret),
    browserOf(agent),
    at,
    new Date(at.getTime() + SESSION_LIFE_MS),
    user.id,
    user.sessionVersion,
  ])
  return rowCount === 1 ? secret : null
}

/**
 * Checks an address and a password and starts a session. The try is counted before it is checked, so that many
 * simultaneous tries cannot exceed the limits. Unknown accounts, deactivated accounts and wrong passwords get the same
 * answer in the same time, and count the same.
 */
export async function signIn(typed: Typed, from: From): Promise<SignIn> {
  const email = normalEmail(typed.email)
  const password = normalPassword(typed.password)
  const account = subjectOf('account', email ?? typed.email.slice(0, 320))
  const sender = subjectOf('sender', from.sender)
  const browser = email ? browserOfProof(email, from.proofFor(email)) : null
  const counted = browser ? await countKnown(account, browser) : await countStranger(account, from.sender)
  if (!counted.ok) {
    logAccess('sign_in_limited', { account, sender, retryAfterSeconds: counted.retryAfterSeconds })
    return { ok: false, reason: 'limited', retryAfterSeconds: counted.retryAfterSeconds }
  }
  const user = email ? await db().user.findUnique({ where: { email } }) : null
  const none = await decoyHash()
  const matches = await verify(user?.passwordHash ?? none, password ?? '')
  const right = user !== null && password !== null && matches && !user.deactivatedAt
  const secret = right ? await startSession(user, from.agent) : null
  if (!right || !secret) {
    logAccess('sign_in_wrong', { account, sender, person: user?.id })
    return { ok: false, reason: 'wrong' }
  }
  await settle(counted.uses)
  logAccess('signed_in', { account, sender, person: user.id, knownBrowser: browser !== null })
  return { ok: true, user: { id: user.id, name: user.name, email: user.email }, secret }
}

/** Signs out: the session ends for everyone who holds its cookie. */
export async function endSession(secret: string): Promise<void> {
  const { rows } = await sqlPool().query<{ user_id: string }>(
    'delete from session where hash = $1 returning user_id',
    [sha256(secret)],
  )
  if (!rows[0]) return
  logAccess('signed_out', { person: rows[0].user_id })
  await tellAccessEnded(rows[0].user_id)
}

/** Ends one of one's own sessions, in any browser. */
export async function endSessionOf(actor: Actor, input: { id: string }): Promise<void> {
  const ended = await db().session.deleteMany({ where: { id: input.id, userId: actor.id } })
  if (ended.count === 0) throw notFound()
  logAccess('session_ended', { person: actor.id, sessions: 1 })
  await tellAccessEnded(actor.id)
}

/** Ends one's own sessions in all other browsers. @returns how many there were */
export async function endOtherSessions(actor: Actor, { keep }: { keep: string }): Promise<number> {
  const { count } = await db().session.deleteMany({ where: { userId: actor.id, id: { not: keep } } })
  logAccess('session_ended', { person: actor.id, sessions: count })
  await tellAccessEnded(actor.id)
  return count
}
