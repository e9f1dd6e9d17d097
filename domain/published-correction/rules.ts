import { dayIn } from '@/domain/calendar/clock'
import type { CorrectionKind } from '@/domain/correction/rules'

/** What a correction tells readers. */
export type Told = { kind: CorrectionKind; wrong: string; right: string; note: string; explanation: string }
export const TOLD = ['kind', 'wrong', 'right', 'note', 'explanation'] as const satisfies (keyof Told)[]

/** Groups rows, without reordering them, by month of the newsroom's calendar; `month` is YYYY-MM. */
export function byMonth<Row extends { publishedAt: Date }>(
  rows: readonly Row[],
  zone: string,
): { month: string; rows: Row[] }[] {
  const months: { month: string; rows: Row[] }[] = []
  for (const row of rows) {
    const month = dayIn(row.publishedAt, zone).slice(0, 7)
    const last = months.at(-1)
    if (last?.month === month) last.rows.push(row)
    else months.push({ month, rows: [row] })
  }
  return months
}

export type Amended = { at: Date; reason: string; substantive: boolean; before: Told }
export type Change = { at: Date; reason: string; substantive: boolean; was: Partial<Told> }

/**
 * What each amendment changed, the newest first. Each lists only the earlier words that differ.
 * @param amendments in the order they were made
 */
export function changesOf(present: Told, amendments: readonly Amended[]): Change[] {
  return amendments
    .map(({ at, reason, substantive, before }, index): Change => {
      const after = amendments[index + 1]?.before ?? present
      const changed = TOLD.filter((field) => before[field] !== after[field])
      return {
        at,
        reason,
        substantive,
        was: Object.fromEntries(changed.map((field) => [field, before[field]])),
      }
    })
    .reverse()
}

type Timed = { publishedAt: Date; updatedAt: Date }

/** Whether readers were notified of a change after publication. */
export const isUpdated = ({ publishedAt, updatedAt }: Timed) => updatedAt.getTime() > publishedAt.getTime()

const NUMBER = /^[1-9]\d{0,8}$/

/** The number in a correction's permanent address; null when it is invalid. */
export const readNumber = (given: string): number | null => (NUMBER.test(given) ? Number(given) : null)
