import { usable, type Usable } from '@/app/address'
import { statisticsParamsSchema, type StatisticsParams } from '@/domain/statistics/params'

/** What of an address can be used; a period of one's own is of no use by half. */
export const readNumbersAddress = (written: Record<string, string>): Usable<StatisticsParams> =>
  usable(statisticsParamsSchema, written, ['period', 'from', 'to'])
