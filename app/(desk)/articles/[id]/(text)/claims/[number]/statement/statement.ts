import { sameValue } from '@/components/form/editing'
import { NO_STATEMENT } from '@/domain/claim-review/rules'
import type { Statement } from '@/domain/claim-review/shape'
import type { Claim } from '@/domain/claim/shape'

/** The fields as the controls hold them: an empty string means no value. */
export type StatementFields = Omit<Statement, 'saidOn' | 'saidAt' | 'rating'> & {
  saidOn: string
  saidAt: string
  rating: string
}

export const toFields = (statement: Statement | null): StatementFields => {
  const { saidOn, saidAt, rating, ...rest } = statement ?? NO_STATEMENT
  return {
    ...rest,
    saidOn: saidOn ?? '',
    saidAt: saidAt ?? '',
    rating: rating === null ? '' : String(rating),
  }
}

export const toStatement = ({ saidOn, saidAt, rating, ...rest }: StatementFields): Statement => ({
  ...rest,
  saidOn: saidOn || null,
  saidAt: saidAt || null,
  rating: rating ? Number(rating) : null,
})

/** A claim's statement at one of its versions. */
export type Stated = Pick<Claim, 'statement' | 'version'>

/**
 * The version to send with a save. If another person changed the statement while the form was open, this is the old
 * version, so the save is a conflict. Other changes to the claim do not matter, so the save goes to the newest version.
 */
export const versionToSave = (opened: Stated, present: Stated): number =>
  sameValue(toFields(opened.statement), toFields(present.statement)) ? present.version : opened.version
