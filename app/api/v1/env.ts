import type { Actor } from '@/domain/user/policy'

/** The variables that handlers of protected addresses find in their request. */
export type ApiEnv = { Variables: { actor: Actor } }
