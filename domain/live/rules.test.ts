import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VERBS } from '@/domain/history/events'
import { may } from '@/domain/permissions'
import { ROLES } from '@/domain/user/policy'
import { heardBy, MOST_CLAIMS, MOST_PEOPLE, notificationOf, readTold } from './rules'
import { notification } from './shape'

const verb = fc.constantFrom(...VERBS)
const line = fc.record({ verb, subjectId: fc.uuid(), claimId: fc.option(fc.uuid(), { nil: undefined }) })
const articleId = fc.option(fc.uuid(), { nil: undefined })
/** PostgreSQL refuses longer ones, and with them the whole change. */
const PAYLOAD_MAX = 8_000

describe('a notification', () => {
  it('fits, whatever one write consists of, and reads back as it was', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 400 }), articleId, (lines, id) => {
        const told = notificationOf(lines.map((one) => ({ ...one, articleId: id })))
        const payload = JSON.stringify(told)
        expect(Buffer.byteLength(payload)).toBeLessThan(PAYLOAD_MAX)
        expect(readTold(notification, payload)).toEqual(told)
      }),
    )
  })

  it('fits as many people as it may name', () => {
    const noticed = Array.from({ length: MOST_PEOPLE }, () => '01a20000-0000-7000-8000-000000000001')
    expect(Buffer.byteLength(JSON.stringify({ noticed }))).toBeLessThan(PAYLOAD_MAX)
  })

  it('names every claim and every verb, or says that any claim may have changed', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 150 }), (lines) => {
        const { change } = notificationOf(lines)
        const claims = new Set(lines.flatMap(({ claimId }) => claimId ?? []))
        expect(new Set(change?.verbs)).toEqual(new Set(lines.map((one) => one.verb)))
        if (claims.size > MOST_CLAIMS) expect(change?.claimIds).toBeNull()
        else expect(new Set(change?.claimIds)).toEqual(claims)
      }),
    )
  })

  it.each([
    ['user.changed', 'one'],
    ['user.password_set', 'one'],
    ['token.revoked', 'all'],
    ['claim.reviewed', undefined],
    ['article.created', undefined],
    ['webhook.added', undefined],
  ] as const)('of %s has access checked: %s', (name, check) => {
    expect(notificationOf([{ verb: name, subjectId: 'one' }]).check).toBe(check)
  })

  it('that cannot be read is nothing', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (payload) => readTold(notification, payload) === null || payload.startsWith('{'),
      ),
    )
    expect(readTold(notification, '{"change":{"articleId":"x"}}')).toBeNull()
  })
})

describe('what somebody hears', () => {
  const actor = (role: (typeof ROLES)[number]) => ({ id: 'a', name: 'A', role })
  const change = fc.record({
    articleId: fc.option(fc.uuid()),
    claimIds: fc.option(fc.array(fc.uuid(), { maxLength: 3 })),
    verbs: fc.array(fc.oneof(verb, fc.constantFrom('__proto__.x', 'constructor', '', 'nobody.knows')), {
      maxLength: 5,
    }),
  })

  it('never holds a verb that it was not told, nor anything for nobody', () => {
    fc.assert(
      fc.property(change, fc.constantFrom(...ROLES), (told, role) => {
        const heard = heardBy(actor(role), told)
        expect(told.verbs).toEqual(expect.arrayContaining(heard?.verbs ?? []))
        expect(heard?.verbs ?? [1]).not.toEqual([])
        expect(heard?.verbs ?? []).not.toContain('nobody.knows')
      }),
    )
  })

  it('only grows from role to role', () => {
    fc.assert(
      fc.property(change, (told) => {
        const heard = ROLES.map((role) => heardBy(actor(role), told)?.verbs ?? [])
        for (const [index, verbs] of heard.entries())
          if (index > 0) expect(verbs).toEqual(expect.arrayContaining(heard[index - 1] ?? []))
      }),
    )
  })

  it.each([
    ['viewer', 'claim.reviewed', true],
    ['viewer', 'article.revised', true],
    ['viewer', 'correction.published', true],
    ['viewer', 'correction_request.answered', false],
    ['checker', 'reader_report.closed', false],
    ['editor', 'reader_report.closed', true],
    ['editor', 'user.changed', false],
    ['editor', 'webhook.added', false],
    ['admin', 'user.changed', true],
  ] as const)('a %s hears %s: %s', (role, name, hears) => {
    expect(heardBy(actor(role), { articleId: null, claimIds: [], verbs: [name] }) !== null).toBe(hears)
  })

  it('is everything for those who read the administration', () => {
    const admin = actor('admin')
    expect(may(admin, 'readAdministration')).toBe(true)
    expect(heardBy(admin, { articleId: null, claimIds: [], verbs: VERBS })?.verbs).toEqual(VERBS)
  })
})
