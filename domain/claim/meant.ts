import { conflict } from '@/domain/errors'
import type { Actor } from '@/domain/user/policy'

/**
 * Runs a command only for the claim that was on the screen at the moment of the key press or click. While a page
 * changes to another claim, it may name one claim and show the other; then nothing is written.
 * @param read reads the named claim, which the refusal contains
 */
export function forMeant<I extends { id: string }, T>(
  command: (actor: Actor, input: I) => Promise<T>,
  read: (actor: Actor, id: string) => Promise<object>,
) {
  return async (actor: Actor, { meant, ...input }: I & { meant: string }): Promise<T> => {
    if (meant !== input.id) throw conflict(await read(actor, input.id), 'otherClaim')
    return command(actor, input as unknown as I)
  }
}
