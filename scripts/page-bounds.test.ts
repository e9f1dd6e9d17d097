import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '@/domain/user/policy'
import { BODIES, type BodyBounds } from '@/services/bodies/bounds'
import { boundsFor } from './page-bounds'

const nameOf = (bounds: BodyBounds) =>
  Object.entries(BODIES).find(([, known]) => known === bounds)?.[0] ?? 'none'
const as = (path: string, role: Role | null) => nameOf(boundsFor(path, role && { id: 'x', name: 'x', role }))

describe('a page accepts', () => {
  it.each([
    ['/api/auth/callback/credentials', 'signIn', 'signIn signIn signIn signIn'],
    ['/corrections/request', 'short', 'record record record record'],
    ['/', 'short', 'record record record record'],
    ['/verify', 'short', 'record record record record'],
    ['/settings/webhooks', 'short', 'record record record record'],
    ['/claim-review', 'short', 'markup markup markup markup'],
    ['/articles', 'short', 'record text text text'],
    ['/articles/new', 'short', 'record text text text'],
    ['/articles/x/revise', 'short', 'record text text text'],
    ['/articles/new/read', 'short', 'record text file file'],
    ['/articlesque', 'short', 'record record record record'],
    ['/corrections/articles', 'short', 'record record record record'],
  ])('at %s: %s of a stranger, of each role %s', (path, stranger, roles) => {
    expect(as(path, null)).toBe(stranger)
    expect(ROLES.map((role) => as(path, role)).join(' ')).toBe(roles)
  })
})
