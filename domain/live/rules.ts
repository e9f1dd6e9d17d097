import type { z } from 'zod'
import type { Verb } from '@/domain/history/events'
import type { Line } from '@/domain/history/listener'
import { may, type PlainPermission } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import type { LiveChange, Notification } from './shape'

type Noun = Verb extends infer V ? (V extends `${infer N}.${string}` ? N : never) : never

/** What somebody must be allowed to read in order to hear that it changed. */
const HEARD_BY: Record<Noun, PlainPermission> = {
  article: 'readArticles',
  sentence: 'readArticles',
  claim: 'readClaims',
  source: 'readClaims',
  comment: 'readClaims',
  question: 'readClaims',
  report: 'readReports',
  correction: 'readCorrections',
  reader_report: 'handleCorrections',
  correction_request: 'handleCorrections',
  wording: 'handleCorrections',
  key: 'readAdministration',
  user: 'readAdministration',
  view: 'readAdministration',
  token: 'readAdministration',
  calendar: 'readAdministration',
  webhook: 'readAdministration',
  delivery: 'readAdministration',
  mail: 'readAdministration',
}

const nounOf = (verb: string) => verb.split('.', 1)[0] ?? ''

/** The part of a change that this person may hear of; null for nothing. */
export function heardBy(actor: Actor, change: LiveChange): LiveChange | null {
  const verbs = change.verbs.filter((verb) => {
    const noun = nounOf(verb)
    return Object.hasOwn(HEARD_BY, noun) && may(actor, HEARD_BY[noun as Noun])
  })
  return verbs.length > 0 ? { ...change, verbs } : null
}

/** How many claims one notification names. PostgreSQL carries fewer than 8000 bytes. */
export const MOST_CLAIMS = 100

/** How many people one notification names. */
export const MOST_PEOPLE = 150

/** A change of somebody's access ends streams. A token's line does not name its holder. */
function toCheck(lines: readonly Pick<Line, 'verb' | 'subjectId'>[]): string | undefined {
  const access = lines.filter(({ verb }) => ['user', 'token'].includes(nounOf(verb)))
  const [first] = access
  if (!first) return undefined
  return access.length === 1 && nounOf(first.verb) === 'user' ? first.subjectId : 'all'
}

type Told = Pick<Line, 'verb' | 'subjectId' | 'articleId' | 'claimId'>

/** One notification for the lines of one write, which belong to one article or to none. */
export function notificationOf(lines: readonly Told[]): Notification {
  const claimIds = [...new Set(lines.flatMap(({ claimId }) => claimId ?? []))]
  const check = toCheck(lines)
  return {
    change: {
      articleId: lines[0]?.articleId ?? null,
      claimIds: claimIds.length > MOST_CLAIMS ? null : claimIds,
      verbs: [...new Set(lines.map(({ verb }) => verb))],
    },
    ...(check !== undefined && { check }),
  }
}

/** The value of a text between instances; null for one that an instance of another version sent. */
export function readTold<S extends z.ZodType>(schema: S, payload: string): z.output<S> | null {
  try {
    return schema.safeParse(JSON.parse(payload)).data ?? null
  } catch {
    return null
  }
}
