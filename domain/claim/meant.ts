import { conflict } from '@/domain/errors'
import type { Actor } from '@/domain/user/policy'

/**
 * Lets a command run only for the claim that was meant: the one on the screen when the key went down or the button was
 * pressed. A page that is changing to another claim may name one and show the other; then nothing is written.
 */
export function forMeant<I extends { id: string }, T>(command: (actor: Actor, input: I) => Promise<T>) {
  return async (actor: Actor, { meant, ...input }: I & { meant: string }): Promise<T> => {
    if (meant !== input.id) throw conflict(undefined, 'otherClaim')
    return command(actor, input as unknown as I)
  }
}
