import type { AnswerVerdict } from '@/domain/question/rules'
import type { SaidPart } from '@/domain/question/asked/shape'

export type AnswerValues = Record<string, string>

export type AnswerFormState = {
  /** `read` shows what would be sent, before it is sent. */
  step: 'write' | 'read'
  /** The typed values, by field. */
  values: AnswerValues
  /** The errors by field, as sentences in the reader's language. */
  problems: Record<string, string>
  /** The error of the form as a whole. */
  failure: string | null
  /** When this text was answered in another window, as a sentence. */
  already: string | null
}

export const NOTHING_TYPED: AnswerFormState = {
  step: 'write',
  values: {},
  problems: {},
  failure: null,
  already: null,
}

export const PART_FIELDS = ['verdict', 'text', 'proposed', 'sourceTitle', 'url'] as const
export type PartField = (typeof PART_FIELDS)[number]

/** The name of a field of one part; an issue of that part has the same path. */
export const fieldName = (part: number, field: PartField | 'claimId') => `items.${part}.${field}`

/** The typed text of a form, without what React adds. */
export function typedIn(form: FormData): AnswerValues {
  const fields = [...form].filter((one): one is [string, string] => typeof one[1] === 'string')
  return Object.fromEntries(fields.filter(([name]) => !name.startsWith('$')))
}

/** What the fields of a part say; empty ones say nothing. */
export function partOf(values: AnswerValues, part: number) {
  const typed = (field: PartField | 'claimId') => (values[fieldName(part, field)] ?? '').trim()
  return {
    claimId: typed('claimId') || null,
    verdict: (typed('verdict') || null) as AnswerVerdict | null,
    ...{ text: typed('text'), proposed: typed('proposed'), sourceTitle: typed('sourceTitle') },
    url: typed('url') || null,
  }
}

/** The parts of an answer, in the order of the form. */
export function partsIn(values: AnswerValues): ReturnType<typeof partOf>[] {
  const parts = []
  for (let part = 0; fieldName(part, 'claimId') in values; part++) parts.push(partOf(values, part))
  return parts
}

/** Whether anything was typed about a part. */
export const isTyped = (said: Omit<SaidPart, 'claimId' | 'quote'>): boolean =>
  PART_FIELDS.some((field) => Boolean(said[field]))
