import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { hash } from '@node-rs/argon2'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setPassword } from '@/domain/password/commands'
import { signIn } from '@/domain/session/commands'
import { db } from '@/prisma/client'
import { startDatabaseServer } from '@/services/database-server'
import { newId } from '@/services/ids'
import { migrate } from '@/services/migrate'
import { makeUser, unique } from '@/tests/factories'
import { refusal } from '@/tests/refusal'

const PASSWORD = 'harbour violin eleven moss'

type Ended = { code: number; out: string; err: string }

/** Runs the command as npm does. */
function admin(given: string[], env: Record<string, string> = {}): Promise<Ended> {
  const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: { admin: string } }
  const [, ...args] = scripts.admin.split(' ')
  return new Promise((resolve) => {
    const options = { env: { ...process.env, PUBLIC_URL: 'https://desk.example.org', ...env } }
    execFile(process.execPath, [...args, ...given], options, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    )
  })
}

const tokenIn = ({ out }: Ended) =>
  /^https:\/\/desk\.example\.org\/new-password\?token=([\w-]{43})$/m.exec(out)?.[1] ?? ''

const lines = ({ err }: Ended) => err.trim().split('\n').filter(Boolean)

describe('npm run admin -- reset', () => {
  it('prints an address at which the last admin sets a password once', async () => {
    const { actor, email } = await makeUser({ role: 'admin' })
    const ended = await admin(['reset', ` ${email.toUpperCase()} `])
    expect([ended.code, ended.err]).toEqual([0, ''])
    expect(ended.out).toContain(actor.name)
    const token = tokenIn(ended)
    await setPassword({ token, password: PASSWORD })
    expect((await refusal(setPassword({ token, password: PASSWORD }))).key).toBe('passwordLinkOver')
    const from = { sender: newId(), proofFor: () => undefined, agent: null }
    expect((await signIn({ email, password: PASSWORD }, from)).ok).toBe(true)
    const [line] = await db().event.findMany({
      where: { subjectId: actor.id, verb: 'user.password_link_made' },
    })
    expect(line?.actorId).toBe(actor.id)
  })

  it('refuses an unknown address and a person without access', async () => {
    const { actor, email } = await makeUser({ role: 'admin' })
    await db().user.update({ where: { id: actor.id }, data: { deactivatedAt: new Date() } })
    for (const address of [email, `nobody-${unique()}@test.factdesk.example`]) {
      const ended = await admin(['reset', address])
      expect([ended.code, ended.out]).toEqual([1, ''])
      expect(lines(ended)).toEqual([`Nobody with access to this desk has the address ${address}.`])
    }
  })

  it.each([
    [],
    ['reset'],
    ['reset', 'mona@desk.test', 'omar@desk.test'],
    ['resett', 'a@b.test'],
    ['reset', 'mona'],
  ])('explains its usage in one sentence: %j %j %j', async (...given) => {
    const ended = await admin(given.filter((one) => typeof one === 'string'))
    expect([ended.code, ended.out]).toEqual([2, ''])
    expect(lines(ended)).toHaveLength(1)
    expect(ended.err).toContain('npm run admin -- reset')
  })
})

describe('with the embedded database', () => {
  let dataDir: string
  const email = 'last@test.factdesk.example'

  beforeAll(async () => {
    dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-admin-'))
    fs.chmodSync(dataDir, 0o711)
    const server = await startDatabaseServer(dataDir, 'factdesk', { forgetful: true })
    await migrate(server.url)
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    await client.query(
      `insert into "user" (id, email, name, role, password_hash) values ($1, $2, 'Last', 'admin', $3)`,
      [newId(), email, await hash(PASSWORD)],
    )
    await client.end()
    await server.stop()
  })
  afterAll(() => fs.rmSync(dataDir, { recursive: true, force: true }))

  const running = () => fs.existsSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'))
  const reset = (env: Record<string, string> = {}) =>
    admin(['reset', email], { DATABASE_URL: '', DATA_DIR: dataDir, ...env })

  it('starts a stopped server and stops it again', async () => {
    const ended = await reset()
    expect([ended.code, ended.err]).toEqual([0, ''])
    expect(tokenIn(ended)).not.toBe('')
    expect(running()).toBe(false)
    expect(fs.existsSync(path.join(dataDir, 'running'))).toBe(false)
  })

  it('uses a running server and leaves it running', async () => {
    const server = await startDatabaseServer(dataDir, 'factdesk', { forgetful: true })
    try {
      expect(tokenIn(await reset())).not.toBe('')
      expect(running()).toBe(true)
    } finally {
      await server.stop()
    }
  })

  it('creates nothing where there is no desk', async () => {
    const nowhere = path.join(dataDir, 'nowhere')
    const ended = await reset({ DATA_DIR: nowhere })
    expect([ended.code, lines(ended).length]).toEqual([1, 1])
    expect(fs.existsSync(nowhere)).toBe(false)
  })
})
