export const ROLES = ['viewer', 'checker', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** The signed-in person on whose behalf something is read or written. */
export type Actor = { id: string; name: string; role: Role }

/** Roles build on each other: viewer, checker, editor, admin. */
export function atLeast(actor: Actor, role: Role): boolean {
  return ROLES.indexOf(actor.role) >= ROLES.indexOf(role)
}

export const mayManagePeople = (actor: Actor) => atLeast(actor, 'admin')
export const mayHoldTokens = (actor: Actor) => atLeast(actor, 'viewer')
/** One's own token, or as an admin anybody's. */
export const mayRevoke = (actor: Actor, token: { userId: string }) =>
  token.userId === actor.id || mayManagePeople(actor)
