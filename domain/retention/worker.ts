import 'server-only'
import { refusalOf } from '@/domain/refusal/queries'
import { now } from '@/services/clock'
import { log } from '@/services/log'
import { startRounds } from '@/services/rounds'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { CLEARED, clearedBefore, type Cleared, type Keeping } from './rules'
import { clearPiece } from './write'

/** The pause between two looks for what is old enough. */
const POLL_MS = 600_000
/** The most records that one transaction clears. */
export const PIECE = 1_000

/**
 * Clears what was kept for long enough, piece by piece, until nothing is left. Several instances may do so at once.
 * @returns how many of each were cleared
 */
export async function clearOld(
  keeping: Keeping,
  { until, piece = PIECE }: { until?: AbortSignal; piece?: number } = {},
): Promise<Record<Cleared, number>> {
  const cleared = { deliveries: 0, mails: 0, notices: 0, bulkChanges: 0, requestKeys: 0 }
  for (const what of CLEARED) {
    const before = clearedBefore(what, keeping, now())
    while (before && !until?.aborted) {
      const count = await inTransaction((tx) => clearPiece(tx, what, before, piece))
      if (count === 0) break
      cleared[what] += count
    }
  }
  return cleared
}

/** Does so now and every ten minutes, until it is told to stop. */
export function startRetention(): { stop: () => Promise<void> } {
  const { keptDays } = settings()
  return startRounds(
    async ({ until }) => {
      const cleared = await clearOld(keptDays, { until })
      if (Object.values(cleared).some((count) => count > 0)) log.info({ cleared }, 'Old records were cleared')
    },
    POLL_MS,
    (error) => {
      if (!refusalOf(error)) log.error({ err: error }, 'Old records are not cleared')
    },
  )
}
