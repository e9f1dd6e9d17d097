import { readAddress, type Search } from '@/app/address'
import { statisticsParamsSchema } from '@/domain/statistics/params'

/** Reads the parameters that can be used. If one part of a custom period is wrong, the whole period is dropped. */
export const readStatisticsAddress = (asked: Search | Request) =>
  readAddress(statisticsParamsSchema, asked, ['period', 'from', 'to'])
