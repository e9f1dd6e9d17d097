import type { Actor } from '@/domain/user/policy'
import type { Person } from '../people'
import type { When } from '../when'

/** Gives one command of the product for its actor. `moment` resolves times that the command writes. */
export type Run = (actor: Actor, moment: (when: When) => Date) => Promise<unknown>

/** A command of the story, when it is given and by whom. */
export type Step = { at: When; by: Person; does: string; run: Run }
