import type { Actor } from '@/domain/user/policy'

/** The variables that handlers of protected addresses find in their request. */
export type ApiEnv = {
  Variables: {
    actor: Actor
    /** Checks the same token or session again: who its holder is now, and null when it is over. */
    again: () => Promise<Actor | null>
  }
}
