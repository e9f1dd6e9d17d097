import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, db } from '@/prisma/client'
import { newId } from '@/services/ids'
import { changePassword } from '@/domain/password/commands'
import { migrate } from '@/services/migrate'
import { firstAdminAddress } from '@/services/setup'
import { makeUser, unique } from '@/tests/factories'
import { databaseOf, onServer } from '@/tests/global-setup'
import { race, refusal } from '@/tests/refusal'
import { addUser, changeUser, makeFirstAdmin, makeToken, revokeToken } from './commands'
import type { Actor } from './policy'
import { actorOfToken, listAllTokens } from './queries'

let admin: Actor
beforeAll(async () => {
  admin = (await makeUser({ role: 'admin' })).actor
})

describe('a token', () => {
  it('acts for its holder, with their present role, until it is revoked', async () => {
    const { actor } = await makeUser({ role: 'editor' })
    const { id, token } = await makeToken(actor, { name: 'script' })
    expect(await actorOfToken(token)).toEqual(actor)
    const kept = await db().apiToken.findUniqueOrThrow({ where: { id } })
    expect(JSON.stringify(kept)).not.toContain(token)
    await changeUser(admin, { id: actor.id, role: 'viewer' })
    expect((await actorOfToken(token))?.role).toBe('viewer')
    const { actor: other } = await makeUser({ role: 'editor' })
    expect((await refusal(revokeToken(other, { id }))).code).toBe('not_found')
    await revokeToken(actor, { id })
    expect(await actorOfToken(token)).toBeNull()
    expect((await refusal(revokeToken(actor, { id }))).code).toBe('not_found')
  })

  it('of a person who left is refused', async () => {
    const { actor, token } = await makeUser()
    expect(await actorOfToken(token)).toEqual(actor)
    await changeUser(admin, { id: actor.id, active: false })
    expect(await actorOfToken(token)).toBeNull()
    expect(await actorOfToken('fd_none')).toBeNull()
    await changeUser(admin, { id: actor.id, active: true })
    expect(await actorOfToken(token), 'renewed access does not bring it back').toBeNull()
  })

  it('is listed and revoked by admins, who never see the token itself', async () => {
    const { actor, token } = await makeUser({ role: 'editor' })
    expect((await refusal(listAllTokens(actor))).code).toBe('forbidden')
    const seen = (await listAllTokens(admin)).find((one) => one.user.id === actor.id)
    expect(seen).toMatchObject({ name: 'test', user: { name: actor.name }, lastUsedAt: null })
    expect(JSON.stringify(seen)).not.toMatch(/fd_|hash/)
    await revokeToken(admin, { id: seen?.id ?? '' })
    expect(await actorOfToken(token)).toBeNull()
    const [line] = await db().event.findMany({ where: { subjectId: seen?.id, verb: 'token.revoked' } })
    expect(line?.actorId).toBe(admin.id)
  })
})

describe('people', () => {
  it('are added and changed only by admins', async () => {
    const { actor: editor } = await makeUser({ role: 'editor' })
    const person = { email: `${unique()}@test.factdesk.example`, name: 'New', role: 'admin' as const }
    const added = addUser(editor, { ...person, password: 'a long password' })
    expect((await refusal(added)).code).toBe('forbidden')
    expect((await refusal(changeUser(editor, { id: editor.id, role: 'admin' }))).code).toBe('forbidden')
    expect((await refusal(changeUser(admin, { id: newId(), role: 'admin' }))).code).toBe('not_found')
  })

  it('have unique email addresses, also when two are added at once', async () => {
    const person = { email: `${unique()}@test.factdesk.example`, name: 'New', role: 'viewer' as const }
    const add = () => addUser(admin, { ...person, password: 'a long password' })
    const { done, refused } = await race([add(), add(), add()])
    expect(done).toHaveLength(1)
    const taken = [{ path: 'email', key: 'emailTaken' }]
    expect(refused.map((error) => error.issues)).toEqual([taken, taken])
  })

  it('are changed with one line of history, which contains no password', async () => {
    const { actor, password } = await makeUser({ role: 'checker' })
    await changeUser(admin, { id: actor.id, role: 'editor' })
    await changeUser(admin, { id: actor.id, role: 'editor' })
    await changePassword(actor, { current: password, password: 'another long password' })
    const lines = await db().event.findMany({ where: { subjectId: actor.id }, orderBy: { at: 'asc' } })
    expect(lines.map((line) => line.verb)).toEqual(['user.changed', 'user.password_changed'])
    expect(JSON.stringify(lines)).not.toContain('password"')
  })
})

describe('an empty desk', () => {
  const name = `factdesk_empty_${unique()}`
  const server = process.env.TEST_DATABASE_URL ?? ''
  const shared = process.env.DATABASE_URL

  beforeAll(async () => {
    await onServer(server, `create database ${name}`)
    await migrate(databaseOf(server, name))
    await closeDatabase()
    process.env.DATABASE_URL = databaseOf(server, name)
  })
  afterAll(async () => {
    await closeDatabase()
    process.env.DATABASE_URL = shared
    await onServer(server, `drop database if exists ${name} with (force)`)
  })

  const person = (token: string) => ({
    token,
    email: `${unique()}@test.factdesk.example`,
    name: 'First',
    password: 'a long password',
  })
  const tokenOf = (address: string | null) => new URL(address ?? '').searchParams.get('token') ?? ''

  it('gets one admin, once, with the newest set-up address, and that admin cannot leave', async () => {
    const old = tokenOf(await firstAdminAddress('http://desk.test'))
    const address = await firstAdminAddress('http://desk.test')
    expect(address).toMatch(/^http:\/\/desk\.test\/setup\?token=[\w-]{32}$/)
    const token = tokenOf(address)
    expect((await refusal(makeFirstAdmin(person('guess')))).key).toBe('setupOver')
    expect((await refusal(makeFirstAdmin(person(old)))).key).toBe('setupOver')

    const { done, refused } = await race(Array.from({ length: 4 }, () => makeFirstAdmin(person(token))))
    expect([done.length, refused.map((error) => error.key)]).toEqual([1, Array(3).fill('setupOver')])
    expect(await db().user.findMany({ select: { id: true, role: true } })).toEqual([
      { id: done[0], role: 'admin' },
    ])
    expect((await refusal(makeFirstAdmin(person(token)))).key).toBe('setupOver')
    expect(await firstAdminAddress('http://desk.test')).toBeNull()

    const only: Actor = { id: done[0] ?? '', name: 'First', role: 'admin' }
    for (const change of [{ role: 'viewer' as const }, { active: false }])
      expect(await refusal(changeUser(only, { id: only.id, ...change }))).toMatchObject({
        code: 'rule',
        key: 'lastAdmin',
      })
    const { token: _, ...other } = person('')
    const second = await addUser(only, { ...other, role: 'admin' })
    const { done: left, refused: kept } = await race(
      [only.id, second].map((id) => changeUser(only, { id, active: false })),
    )
    expect([left.length, kept.map((error) => error.key)]).toEqual([1, ['lastAdmin']])
  })

  it('accepts no set-up token once somebody has an account', async () => {
    const token = unique()
    await db().setupToken.create({ data: { hash: createHash('sha256').update(token).digest('hex') } })
    expect((await refusal(makeFirstAdmin(person(token)))).key).toBe('setupOver')
    const kept = await db().setupToken.findMany({ where: { usedAt: null } })
    expect(kept, 'a refused set-up leaves the token as it was').toHaveLength(1)
  })
})
