import { z } from 'zod'
import { ARTICLE_STATES } from '@/domain/article/schema'
import { SPEAKER_KINDS } from '@/domain/attribution/shape'
import { PRIORITIES } from '@/domain/claim/rules'
import { CLAIM_STATUSES, STANCES } from '@/domain/claim/statuses'
import { CORRECTION_KINDS, CORRECTION_STATES, FOUND_BY, SEVERITIES } from '@/domain/correction/rules'
import { DELIVERY_STATES, PROBLEMS } from '@/domain/delivery/rules'
import { MERGED_PARTS } from '@/domain/merging/rules'
import { ANSWER_VERDICTS, QUESTION_KINDS } from '@/domain/question/rules'
import { MAIL_CHOICES } from '@/domain/notice/rules'
import { REPORT_KINDS } from '@/domain/report/schema'
import { SOURCE_KINDS } from '@/domain/source/schema'
import { moment, orNull, pageShape, person, type Read } from '@/domain/shape'
import { ROLES } from '@/domain/user/policy'
import { EVENTS, fieldsOf, isTold, VERBS, type Field, type Named, type Verb } from './events'

export const VALUES: { [N in keyof Named]: readonly Named[N][] } = {
  'common.status': CLAIM_STATUSES,
  'common.priority': PRIORITIES,
  'common.stance': STANCES,
  'common.sourceKind': SOURCE_KINDS,
  'common.articleState': ARTICLE_STATES,
  'common.speakerKind': SPEAKER_KINDS,
  'common.role': ROLES,
  'question.kind': QUESTION_KINDS,
  'question.verdict': ANSWER_VERDICTS,
  'correction.kind': CORRECTION_KINDS,
  'correction.state': CORRECTION_STATES,
  'correction.severity': SEVERITIES,
  'correction.foundBy': FOUND_BY,
  'history.part': MERGED_PARTS,
  report: REPORT_KINDS,
  'notices.settings.choice': MAIL_CHOICES,
  'webhooks.state': DELIVERY_STATES,
  'webhooks.answer': [...PROBLEMS, 410],
  'webhooks.event': VERBS.filter(isTold),
}

function valueShape({ is, names = 'common.status' }: Field): z.ZodType {
  switch (is) {
    case 'count':
      return z.int()
    case 'flag':
      return z.boolean()
    case 'moment':
      return z.iso.datetime()
    case 'person':
      return z.uuid()
    case 'list':
      return z.array(z.enum(VALUES[names] as string[]))
    case 'named':
      return names === 'webhooks.answer' ? z.union([z.string(), z.int()]) : z.enum(VALUES[names] as string[])
    default:
      return z.string()
  }
}

const shapeOf = (field: Field) => (field.orNull ? valueShape(field).nullable() : valueShape(field))

/** The shape of one side of a verb's lines; undefined when that side is empty. */
export function sideShape(verb: Verb, side: 'before' | 'after'): z.ZodType | undefined {
  const { [side]: fields }: { before?: Record<string, Field>; after?: Record<string, Field> } = EVENTS[verb]
  if (!fields) return undefined
  return z.object(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        field.optional ? shapeOf(field).optional() : shapeOf(field),
      ]),
    ),
  )
}

/** Every field that a line of these verbs may hold, with the names of the people in it. */
export function fieldsShape(verbs: readonly Verb[]) {
  const shapes = new Map<string, Map<string, z.ZodType>>()
  const add = (name: string, shape: z.ZodType) => {
    const known = shapes.get(name) ?? new Map<string, z.ZodType>()
    shapes.set(name, known.set(JSON.stringify(z.toJSONSchema(shape)), shape))
  }
  for (const [name, field] of verbs.flatMap(fieldsOf)) {
    add(name, shapeOf(field))
    if (field.nameIn) add(field.nameIn, z.string().nullable())
  }
  return z
    .object(
      Object.fromEntries(
        [...shapes].map(([name, known]) => {
          const [only, ...more] = [...known.values()] as [z.ZodType, ...z.ZodType[]]
          return [name, more.length > 0 ? z.union([only, ...more]) : only]
        }),
      ),
    )
    .partial()
}

const fields = orNull(
  fieldsShape(VERBS).meta({
    id: 'EventFields',
    description: 'Only the fields that changed; which ones there may be depends on the verb.',
  }),
)

const historyLine = z.object({
  id: z.uuid(),
  verb: z.enum(VERBS),
  subjectId: z.uuid(),
  at: moment,
  actor: person,
  claim: z.object({ id: z.uuid(), number: z.int(), quote: z.string() }).nullable(),
  /** The source that the line concerns, by its present title; the line itself holds only changes. */
  source: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  before: fields,
  after: fields,
})
export type HistoryLine = Read<typeof historyLine>

/** A line without an article, with the present name of its subject. */
export type AdministrationLine = HistoryLine & { about: string | null }

export const historyPage = pageShape(historyLine).meta({ id: 'HistoryPage' })
export type HistoryPage = Read<typeof historyPage>
