import type { Role } from '@/domain/user/policy'

/** Everybody at the demo's desk. The first four are the accounts that the start prints, one for each role. */
export const PEOPLE = {
  viewer: { role: 'viewer', name: 'Vera Lind', email: 'viewer@demo.factdesk.example' },
  checker: { role: 'checker', name: 'Omar Haddad', email: 'checker@demo.factdesk.example' },
  editor: { role: 'editor', name: 'ليلى منصور', email: 'editor@demo.factdesk.example' },
  admin: { role: 'admin', name: 'Nadia Petrova', email: 'admin@demo.factdesk.example' },
  otherChecker: { role: 'checker', name: 'سامر نجار', email: 'samer@demo.factdesk.example' },
  otherEditor: { role: 'editor', name: 'Ruth Calder', email: 'ruth@demo.factdesk.example' },
} as const satisfies Record<string, { role: Role; name: string; email: string }>

export type Person = keyof typeof PEOPLE
