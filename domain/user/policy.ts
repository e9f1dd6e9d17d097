/** Each role has the permissions of the roles before it. */
export const LADDER = ['viewer', 'checker', 'editor', 'admin'] as const
/** All roles. A role outside the ladder has only the permissions that `domain/permissions.ts` grants it by name. */
export const ROLES = [...LADDER] as const
export type Role = (typeof ROLES)[number]

/** The signed-in person for whom something is read or written. */
export type Actor = { id: string; name: string; role: Role }
