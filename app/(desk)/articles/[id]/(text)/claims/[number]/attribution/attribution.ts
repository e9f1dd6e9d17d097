import { sameValue } from '@/components/form/editing'
import { NO_ATTRIBUTION } from '@/domain/attribution/rules'
import type { Attribution } from '@/domain/attribution/shape'
import type { Claim } from '@/domain/claim/shape'

/** The fields as the controls hold them: an empty string means no value. */
export type AttributionFields = Omit<Attribution, 'saidOn' | 'saidAt' | 'rating'> & {
  saidOn: string
  saidAt: string
  rating: string
}

export const toFields = (attribution: Attribution | null): AttributionFields => {
  const { saidOn, saidAt, rating, ...rest } = attribution ?? NO_ATTRIBUTION
  return {
    ...rest,
    saidOn: saidOn ?? '',
    saidAt: saidAt ?? '',
    rating: rating === null ? '' : String(rating),
  }
}

export const toAttribution = ({ saidOn, saidAt, rating, ...rest }: AttributionFields): Attribution => ({
  ...rest,
  saidOn: saidOn || null,
  saidAt: saidAt || null,
  rating: rating ? Number(rating) : null,
})

/** A claim's attribution at one of its versions. */
export type Attributed = Pick<Claim, 'attribution' | 'version'>

/**
 * The version to send with a save. If another person changed the attribution while the form was open, this is the old
 * version, so the save is a conflict. Other changes to the claim do not matter, so the save goes to the newest version.
 */
export const versionToSave = (opened: Attributed, present: Attributed): number =>
  sameValue(toFields(opened.attribution), toFields(present.attribution)) ? present.version : opened.version
