import type { Report } from '@/domain/report/schema'
import type { Printed } from './printed'

/** The report as it is, for other programs; times as ISO 8601 in UTC. */
export const reportJson = (report: Report): Printed => ({
  body: `${JSON.stringify(report, null, 2)}\n`,
  contentType: 'application/json; charset=utf-8',
  fileName: `${report.article.title}.json`,
})
