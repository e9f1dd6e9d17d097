import { readAddress, type Search } from '@/app/address'
import { readDay, type Reader } from '@/domain/calendar/written-day'
import { lastOfEach } from '@/domain/list/address'
import { statisticsParamsSchema } from '@/domain/statistics/params'

/** The parameters that a form without scripts sends as people write days. */
const DAYS = ['from', 'to']

/** The same parameters with every day that was understood as YYYY-MM-DD; the others stay as they are. */
export function withReadDays(written: Record<string, string>, reader: Reader): Record<string, string> {
  const entries = Object.entries(written).map(([name, value]): [string, string] => {
    const read = DAYS.includes(name) ? readDay(value, reader) : null
    return [name, read?.ok ? read.day : value]
  })
  return Object.fromEntries(entries)
}

/**
 * Reads the parameters that can be used. If one part of a custom period is wrong, the whole period is dropped.
 * @param reader decides how days are read that somebody typed
 */
export async function readStatisticsAddress(asked: Search | Request, reader?: Reader) {
  if (!reader) return readAddress(statisticsParamsSchema, asked, ['period', ...DAYS])
  const given = asked instanceof Request ? new URL(asked.url).searchParams : Object.entries(await asked)
  const written = withReadDays(lastOfEach(given), reader)
  return readAddress(statisticsParamsSchema, Promise.resolve(written), ['period', ...DAYS])
}
