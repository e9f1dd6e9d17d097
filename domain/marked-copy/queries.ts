import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { readReportData } from '@/domain/report/open'
import { reportContent } from '@/domain/report/rules'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import type { Block } from '@/text/blocks'
import { localeOf, type Locale } from '@/text/locale'
import { markedCopy } from './rules'
import type { MarkedCopy } from './shape'

/**
 * The article as it goes back to its writer, in one snapshot.
 * @param asked the language of the desk's own words, and the one for articles in languages that the desk does not speak
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getMarkedCopy(
  actor: Actor,
  articleId: string,
  asked: { language?: Locale; otherwise: Locale },
): Promise<MarkedCopy> {
  if (!may(actor, 'exportArticle')) throw forbidden()
  const found = await db().$transaction(
    async (tx) => {
      const data = await readReportData(tx, articleId)
      if (!data) return null
      const { number } = data.revision
      const { blocks } = await tx.revision.findUniqueOrThrow({
        where: { articleId_number: { articleId, number } },
        select: { blocks: true },
      })
      return { data, blocks: blocks as unknown as Block[] }
    },
    { isolationLevel: 'RepeatableRead' },
  )
  if (!found) throw notFound()
  const { data, blocks } = found
  const { newsroomName, newsroomTimeZone, publicUrl, signOff } = settings()
  const content = reportContent(data, {
    kind: 'interim',
    language: asked.language ?? localeOf(data.article.language, asked.otherwise),
    internal: true,
    issuedAt: now().toISOString(),
    issuedBy: actor.name,
    newsroom: newsroomName,
    timeZone: newsroomTimeZone,
    verifyUrl: `${publicUrl}/verify`,
    signOff,
  })
  const { text, headline } = data.revision
  return markedCopy({ content, text, headline, blocks })
}
