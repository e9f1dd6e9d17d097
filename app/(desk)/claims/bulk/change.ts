import { momentTyped } from '@/components/form/moment'
import type { Priority } from '@/domain/claim/rules'
import type { BulkKind } from '@/domain/bulk/rules'
import type { ClaimStatus } from '@/domain/claim/statuses'

/** What the form of a bulk change holds, for each kind. */
export type BulkForm = {
  people: readonly string[]
  /** The assignment is taken away. */
  nobody: boolean
  priority: Priority | ''
  status: ClaimStatus | ''
  /** A wall clock of the newsroom; empty for no due time. */
  due: string
}

export const EMPTY_FORM: BulkForm = { people: [], nobody: false, priority: '', status: '', due: '' }

/** Chooses a person or drops them. People and nobody exclude each other. */
export const withPerson = (form: BulkForm, id: string, on: boolean): BulkForm => ({
  ...form,
  nobody: false,
  people: on ? [...form.people.filter((one) => one !== id), id] : form.people.filter((one) => one !== id),
})

export const withNobody = (form: BulkForm, on: boolean): BulkForm => ({ ...form, nobody: on, people: [] })

type Change = {
  assigneeId?: string | null
  assigneeIds?: string[]
  priority?: Priority
  status?: ClaimStatus
  dueAt?: string | null
}

/** The change that the form asks for; null while something is still to be chosen. */
export function changeOf(kind: BulkKind, form: BulkForm, zone: string): Change | null {
  switch (kind) {
    case 'assign':
      if (form.nobody) return { assigneeId: null }
      return form.people.length === 0 ? null : { assigneeIds: [...form.people] }
    case 'priority':
      return form.priority === '' ? null : { priority: form.priority }
    case 'status':
      return form.status === '' ? null : { status: form.status }
    case 'due':
      return { dueAt: momentTyped(form.due, zone) }
  }
}

/** The claims of a bulk change: those picked on the page, or all that the filters select. */
export type BulkTarget =
  { claims: { id: string; version: number }[] } | { filter: Record<string, string>; count: number }

export const sizeOf = (target: BulkTarget) => ('claims' in target ? target.claims.length : target.count)
