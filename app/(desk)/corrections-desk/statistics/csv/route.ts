import { readAddress } from '@/app/address'
import { deskRoute } from '@/app/server/desk-route'
import { checkerFiguresFor, getStatistics } from '@/domain/statistics/queries'
import { statisticsFileSchema } from '@/domain/statistics/params'
import { contentDisposition } from '@/text/file-name'
import { statisticsCsv } from '@/printing/statistics-csv'

/** The figures of the page at the same address, as CSV. Both ignore the same unusable parameters. */
export const GET = deskRoute(
  async ({ actor, request }) => {
    const { params } = await readAddress(statisticsFileSchema, request, ['period', 'from', 'to'])
    const { separator, ...asked } = params
    const [statistics, checkers] = await Promise.all([
      getStatistics(actor, asked),
      checkerFiguresFor(actor, asked),
    ])
    const { body, contentType, fileName } = statisticsCsv(statistics, checkers, { separator })
    return new Response(body, {
      headers: {
        'content-type': contentType,
        'content-disposition': contentDisposition(fileName, 'attachment'),
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  },
  ({ code }) => new Response(null, { status: code === 'unauthenticated' ? 401 : 403 }),
)
