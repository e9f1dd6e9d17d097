import { NO_ATTRIBUTION } from '@/domain/attribution/rules'
import type { Attribution } from '@/domain/attribution/shape'

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
