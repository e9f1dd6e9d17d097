import type { ReviewFields } from '@/domain/review/rules'

/** The most claims of one bulk change. */
export const BULK_MOST = 2_000
/** The most people that share claims. */
export const SHARERS_MOST = 50
/** Claims per transaction. Their articles stay locked until it ends. */
export const BULK_CHUNK = 200

/** What a bulk change of the claims page is about. */
export const BULK_KINDS = ['assign', 'priority', 'due', 'status'] as const
export type BulkKind = (typeof BULK_KINDS)[number]

export const BULK_OUTCOMES = ['changed', 'unchanged', 'refused', 'conflict'] as const
export type BulkOutcome = (typeof BULK_OUTCOMES)[number]

/**
 * The person who gets the claim at this position. Each gets one run of neighbours, so that a person's claims are of as
 * few articles as possible. No two people's numbers differ by more than one; the first people get the one more.
 * @param total the number of claims, more than `position`
 */
export function sharerAt<P>(people: readonly [P, ...P[]], position: number, total: number): P {
  const least = Math.floor(total / people.length)
  const more = total % people.length
  const longer = more * (least + 1)
  const at =
    position < longer ? Math.floor(position / (least + 1)) : more + Math.floor((position - longer) / least)
  return people[at] ?? people[0]
}

/** How many claims the first and the last of so many people get. */
export const shareSizes = (people: number, total: number) => ({
  most: Math.ceil(total / people),
  least: Math.floor(total / people),
})

type BulkFields = Omit<ReviewFields, 'finding'> & { assigneeIds?: readonly string[] }

/** The values that the claim at this position shall have. */
export function wantedAt(
  { assigneeIds, ...fields }: BulkFields,
  position: number,
  total: number,
): ReviewFields {
  const [first, ...others] = [...new Set(assigneeIds)]
  return first === undefined
    ? fields
    : { ...fields, assigneeId: sharerAt([first, ...others], position, total) }
}

export const countOutcomes = (outcomes: readonly (BulkOutcome | null)[]): Record<BulkOutcome, number> =>
  Object.fromEntries(
    BULK_OUTCOMES.map((outcome) => [outcome, outcomes.filter((one) => one === outcome).length]),
  ) as Record<BulkOutcome, number>
