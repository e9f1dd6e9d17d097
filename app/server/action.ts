import 'server-only'
import { refresh } from 'next/cache'
import type { z } from 'zod'
import {
  DomainError,
  forbidden,
  issuesOf,
  limited,
  unauthenticated,
  type ErrorCode,
  type Issue,
} from '@/domain/errors'
import { roleMay, type Permission } from '@/domain/permissions'
import { refusalOf } from '@/domain/refusal/queries'
import type { Actor } from '@/domain/user/policy'
import { understood } from '@/services/arrival'
import type { LimitName } from '@/services/limits/limits'
import { subjectOf, take } from '@/services/limits/take'
import { logFault, logRefusal } from '@/services/log'
import { senderOfRequest } from './request'
import { currentActor } from './session'

export type ActionFailure = {
  ok: false
  /** `fault` is an unexpected error of the desk: the reader sees `params.id`, and the log has the details under it. */
  code: ErrorCode | 'fault'
  /** A key under `errors` in the message files. */
  key: string
  params: Record<string, string | number>
  issues: Issue[]
  /** The current record, after a conflict. */
  current?: unknown
}
export type ActionResult<T> = { ok: true; value: T } | ActionFailure

const failure = (error: DomainError): ActionFailure => ({
  ok: false,
  code: error.code,
  key: error.key,
  params: error.params,
  issues: error.issues,
  // Dates and similar values reach the browser as the HTTP API would write them.
  current: error.current === undefined ? undefined : JSON.parse(JSON.stringify(error.current)),
})

async function answer<S extends z.ZodType, T>(
  schema: S,
  input: z.input<S>,
  write: (parsed: z.output<S>) => Promise<T>,
  { refreshes = true, person }: { refreshes?: boolean; person?: string } = {},
): Promise<ActionResult<T>> {
  try {
    const parsed = await schema.safeParseAsync(input)
    if (!parsed.success) throw new DomainError('invalid', 'invalid', { issues: issuesOf(parsed.error) })
    const value = await write(parsed.data)
    if (refreshes) refresh()
    return { ok: true, value }
  } catch (error) {
    return failed(error, person)
  }
}

function failed(error: unknown, person?: string): ActionFailure {
  const refusal = refusalOf(error)
  if (refusal) {
    logRefusal(refusal, { person })
    return failure(refusal)
  }
  return { ok: false, code: 'fault', key: 'fault', params: { id: logFault(error, 'action') }, issues: [] }
}

/** Runs `work` for the signed-in person. If the session cannot be read, the error comes back as a value too. */
async function answerTo<T>(
  permission: Permission | null,
  work: (actor: Actor) => Promise<ActionResult<T>>,
): Promise<ActionResult<T>> {
  understood()
  try {
    const actor = await currentActor()
    if (!actor) return failure(unauthenticated())
    if (permission && !roleMay(actor.role, permission)) return failed(forbidden(), actor.id)
    return await work(actor)
  } catch (error) {
    return failed(error)
  }
}

/**
 * The one way a page writes: it identifies the person, validates the input, runs the command and refreshes the pages.
 * Errors come back as values, so that a form keeps its typed text.
 * @param may a permission to check first, so that nobody else's long input is validated. The command checks permissions
 * itself
 */
export function formAction<S extends z.ZodType, T>(
  schema: S,
  command: (actor: Actor, input: z.output<S>) => Promise<T>,
  { may: permission = null }: { may?: Permission | null } = {},
): (input: z.input<S>) => Promise<ActionResult<T>> {
  return (input) =>
    answerTo(permission, (actor) =>
      answer(schema, input, (parsed) => command(actor, parsed), { person: actor.id }),
    )
}

/** The same for a query: it writes nothing and refreshes no page. */
export function readAction<S extends z.ZodType, T>(
  schema: S,
  query: (actor: Actor, input: z.output<S>) => Promise<T>,
  { may: permission = null }: { may?: Permission | null } = {},
): (input: z.input<S>) => Promise<ActionResult<T>> {
  return (input) =>
    answerTo(permission, (actor) =>
      answer(schema, input, (parsed) => query(actor, parsed), { refreshes: false, person: actor.id }),
    )
}

async function countSender(limit: LimitName): Promise<void> {
  const taken = await take(limit, subjectOf('sender', await senderOfRequest()))
  if (!taken.ok) throw limited(taken.retryAfterSeconds)
}

/**
 * The same for people who are not signed in: the command itself checks a secret, or accepts input from strangers.
 * @param limit how often each sender may try; `own` if the command counts by itself
 * @param options `refreshes` is false when the page shows nothing of what was written
 */
export function openAction<S extends z.ZodType, T>(
  schema: S,
  command: (input: z.output<S>) => Promise<T>,
  limit: LimitName | 'own',
  options: { refreshes?: boolean } = {},
): (input: z.input<S>) => Promise<ActionResult<T>> {
  return (input) => {
    understood()
    const write = async (parsed: z.output<S>) => {
      if (limit !== 'own') await countSender(limit)
      return command(parsed)
    }
    return answer(schema, input, write, options)
  }
}
