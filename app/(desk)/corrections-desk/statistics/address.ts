import { usable, type Usable } from '@/app/address'
import { statisticsParamsSchema, type StatisticsParams } from '@/domain/statistics/params'

/** Reads the parameters that can be used. If one part of a custom period is wrong, the whole period is dropped. */
export const readStatisticsAddress = (written: Record<string, string>): Usable<StatisticsParams> =>
  usable(statisticsParamsSchema, written, ['period', 'from', 'to'])
