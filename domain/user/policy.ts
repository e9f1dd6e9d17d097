/** Each of these may do what those before it may. */
export const LADDER = ['viewer', 'checker', 'editor', 'admin'] as const
/** All roles: a role beside the ladder may what `domain/permissions.ts` grants to it by name. */
export const ROLES = [...LADDER] as const
export type Role = (typeof ROLES)[number]

/** The signed-in person on whose behalf something is read or written. */
export type Actor = { id: string; name: string; role: Role }
