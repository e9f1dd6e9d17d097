import { describe, expect, it } from 'vitest'
import { may, PERMISSIONS, roleMay, rolesThatMay, type Permission } from './permissions'
import { ROLES, type Actor, type Role } from './user/policy'

const NOBODY_KNOWN = 'guest' as Role
const as = (role: Role, id = 'me'): Actor => ({ id, name: role, role })

/** The permissions that each step of the ladder adds to those below. */
const ADDS: Record<Role, Permission[]> = {
  viewer: [
    'readArticles',
    'exportArticle',
    'readClaims',
    'readCorrections',
    'keepViews',
    'changeView',
    'readReports',
    'readStatistics',
    'holdTokens',
    'revokeToken',
    'keepCalendar',
    'readNotices',
  ],
  checker: [
    'makeClaim',
    'reviewClaim',
    'withdrawClaim',
    'editSources',
    'passSentences',
    'planClaim',
    'comment',
    'askOutside',
    'revokeQuestion',
    'takeWork',
    'startCorrection',
    'changeCorrection',
  ],
  editor: [
    'createArticle',
    'changeArticle',
    'reviseArticle',
    'assignWork',
    'signOffClaim',
    'handleCorrections',
    'secondCorrection',
    'shareView',
    'issueReport',
    'readCheckerFigures',
  ],
  admin: ['managePeople', 'rotateKey', 'readAdministration', 'manageWebhooks', 'manageMail'],
}

describe('a role', () => {
  it('has the permissions of its step and of those below, and no others', () => {
    expect(Object.values(ADDS).flat().sort()).toEqual(Object.keys(PERMISSIONS).sort())
    for (const [step, added] of Object.entries(ADDS))
      for (const permission of added)
        expect([permission, ...rolesThatMay(permission)]).toEqual([
          permission,
          ...ROLES.slice(ROLES.indexOf(step as Role)),
        ])
  })

  it('unknown to the desk has no permissions', () => {
    for (const permission of Object.keys(PERMISSIONS) as Permission[])
      expect([permission, roleMay(NOBODY_KNOWN, permission)]).toEqual([permission, false])
  })
})

describe('the record decides', () => {
  it.each([
    ['checker', 'reported', true],
    ['checker', 'acknowledged', false],
    ['editor', 'acknowledged', true],
    ['viewer', 'reported', false],
  ] as const)('whether a %s may change a correction that is %s: %s', (role, state, allowed) => {
    expect(may(as(role), 'changeCorrection', { state })).toBe(allowed)
  })

  it.each([
    ['editor', { approvedById: 'other', writerIds: [] }, true],
    ['editor', { approvedById: 'me', writerIds: [] }, false],
    ['editor', { approvedById: null, writerIds: ['me'] }, false],
    ['checker', { approvedById: 'other', writerIds: [] }, false],
  ] as const)('whether a %s may second %j: %s', (role, correction, allowed) => {
    expect(may(as(role), 'secondCorrection', correction)).toBe(allowed)
  })

  it.each([
    ['checker', 'me', true],
    ['checker', 'other', false],
    ['editor', 'other', true],
    ['viewer', 'me', false],
  ] as const)('whether a %s may take back a question of %s: %s', (role, askedById, allowed) => {
    expect(may(as(role), 'revokeQuestion', { askedById })).toBe(allowed)
  })

  it.each([
    ['viewer', 'me', true],
    ['editor', 'other', false],
    ['admin', 'other', true],
  ] as const)('whether a %s may revoke a token of %s: %s', (role, userId, allowed) => {
    expect(may(as(role), 'revokeToken', { userId })).toBe(allowed)
  })
})
