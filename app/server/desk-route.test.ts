import { beforeEach, expect, it, vi } from 'vitest'
import { DomainError, forbidden, limited, notFound } from '@/domain/errors'
import { ROLES, type Actor } from '@/domain/user/policy'
import { AwayError } from '@/prisma/availability'
import { newId } from '@/services/ids'
import { logRefusal } from '@/services/log'
import { subjectOf } from '@/services/limits/take'
import { deskRoute } from './desk-route'

const reader = vi.hoisted(() => ({ actor: null as Actor | null }))
vi.mock('@/app/server/session', () => ({ currentActor: () => Promise.resolve(reader.actor) }))
vi.mock('@/services/log', { spy: true })

const ADDRESS = 'http://desk.test/reports/1/csv'
const context = { params: Promise.resolve({ format: 'csv' }) }

/** The answer of an address whose work throws this error. */
const asked = (error: Error) =>
  deskRoute<{ format: string }>(
    () => Promise.reject(error),
    ({ code }, { params }) => new Response(`${code} ${params.format}`, { status: 418 }),
  )(new Request(ADDRESS, { headers: { 'x-factdesk-sender': '203.0.113.9' } }), context)

beforeEach(() => {
  reader.actor = { id: newId(), name: 'Somebody', role: ROLES[0] }
  vi.mocked(logRefusal).mockClear()
})

it.each([forbidden(), limited(5), notFound()])(
  'a refusal is answered in the address’s own manner: %s',
  async (error) => {
    const answer = await asked(error)
    expect([answer.status, await answer.text()]).toEqual([418, `${error.code} csv`])
  },
)

it('a refusal is logged with the person and the request, but without the sender’s address', async () => {
  await asked(forbidden('otherOrigin'))
  expect(vi.mocked(logRefusal).mock.calls).toEqual([
    [
      expect.objectContaining({ code: 'forbidden', key: 'otherOrigin' }),
      {
        person: reader.actor?.id,
        sender: subjectOf('sender', '203.0.113.9'),
        method: 'GET',
        path: '/reports/1/csv',
      },
    ],
  ])
})

it('a stranger learns only that they have to sign in', async () => {
  reader.actor = null
  const work = vi.fn()
  const route = deskRoute(work, ({ code }) => new Response(code))
  const answer = await route(new Request(ADDRESS), { params: Promise.resolve({}) })
  expect(await answer.text()).toBe('unauthenticated')
  expect(work).not.toHaveBeenCalled()
})

it.each([
  ['a fault', new TypeError('x')],
  ['a database that is away', new AwayError('57P03')],
  ['the same as a refusal', new DomainError('unavailable', 'unavailable')],
])('%s is left to the server in front', async (_what, error) => {
  await expect(asked(error)).rejects.toBe(error)
  expect(logRefusal).not.toHaveBeenCalled()
})
