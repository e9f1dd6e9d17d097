import type { Actor } from '@/domain/user/policy'

/** What the handlers of protected addresses know of their request. */
export type ApiEnv = { Variables: { actor: Actor } }
