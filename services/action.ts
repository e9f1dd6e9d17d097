import 'server-only'
import { refresh } from 'next/cache'
import type { z } from 'zod'
import {
  DomainError,
  forbidden,
  issuesOf,
  unauthenticated,
  type ErrorCode,
  type Issue,
} from '@/domain/errors'
import type { Actor } from '@/domain/user/policy'
import { logFault } from './log'
import { currentActor } from './session'

export type ActionFailure = {
  ok: false
  /** `fault` is ours: the reader is shown `params.id`, under which the log tells more. */
  code: ErrorCode | 'fault'
  /** A key under `errors` in the message files. */
  key: string
  params: Record<string, string | number>
  issues: Issue[]
  /** The record as it is now, after a lost race. */
  current?: unknown
}
export type ActionResult<T> = { ok: true; value: T } | ActionFailure

const failure = (error: DomainError): ActionFailure => ({
  ok: false,
  code: error.code,
  key: error.key,
  params: error.params,
  issues: error.issues,
  // Dates and the like cross to the browser as the HTTP API would write them.
  current: error.current === undefined ? undefined : JSON.parse(JSON.stringify(error.current)),
})

async function answer<S extends z.ZodType, T>(
  schema: S,
  input: z.input<S>,
  write: (parsed: z.output<S>) => Promise<T>,
  { refreshes = true } = {},
): Promise<ActionResult<T>> {
  try {
    const parsed = await schema.safeParseAsync(input)
    if (!parsed.success) throw new DomainError('invalid', 'invalid', { issues: issuesOf(parsed.error) })
    const value = await write(parsed.data)
    if (refreshes) refresh()
    return { ok: true, value }
  } catch (error) {
    if (error instanceof DomainError) return failure(error)
    return { ok: false, code: 'fault', key: 'fault', params: { id: logFault(error, 'action') }, issues: [] }
  }
}

const anybody = () => true

/**
 * The one way a page writes: who is it, is the input right, the command, then the pages are read again. Errors come
 * back as values, so that a form keeps what was typed.
 * @param may for long input: whose it is to send, so that nobody else's is looked at. The command decides by itself
 */
export function formAction<S extends z.ZodType, T>(
  schema: S,
  command: (actor: Actor, input: z.output<S>) => Promise<T>,
  { may = anybody }: { may?: (actor: Actor) => boolean } = {},
): (input: z.input<S>) => Promise<ActionResult<T>> {
  return async (input) => {
    const actor = await currentActor()
    if (!actor) return failure(unauthenticated())
    if (!may(actor)) return failure(forbidden())
    return answer(schema, input, (parsed) => command(actor, parsed))
  }
}

/** The same for what only asks: nothing is written, and no page is read again. */
export function readAction<S extends z.ZodType, T>(
  schema: S,
  query: (actor: Actor, input: z.output<S>) => Promise<T>,
  { may = anybody }: { may?: (actor: Actor) => boolean } = {},
): (input: z.input<S>) => Promise<ActionResult<T>> {
  return async (input) => {
    const actor = await currentActor()
    if (!actor) return failure(unauthenticated())
    if (!may(actor)) return failure(forbidden())
    return answer(schema, input, (parsed) => query(actor, parsed), { refreshes: false })
  }
}

/** The same for what nobody is signed in for yet: the command itself asks for a secret. */
export function openAction<S extends z.ZodType, T>(
  schema: S,
  command: (input: z.output<S>) => Promise<T>,
): (input: z.input<S>) => Promise<ActionResult<T>> {
  return (input) => answer(schema, input, command)
}
