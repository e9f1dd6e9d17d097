import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Comparison } from '@/components/revision/comparison'
import { AnchorTotals } from '@/components/revision/outcome-list'
import { PageHeader } from '@/components/shell/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { compareRevisions, getRevision, type RevisionPage as Revised } from '@/domain/revision/queries'
import { directionOf } from '@/text/direction'
import { readingOf } from '@/text/reading'
import { found } from '@/app/server/found'
import { requireActor } from '@/app/server/session'
import { recordParams } from '@/app/server/record-params'
import { Outcomes } from './outcomes'
import { SettlingList } from './settling-list'
import { articlePageTitle } from '@/app/server/page-title'

export const generateMetadata = articlePageTitle((t, number) => t('revision.title', { number }))

const NUMBER = /^[1-9][0-9]{0,6}$/

const sideOf = (revision: Revised['old']) => ({
  text: readingOf(revision),
  number: revision.number,
  cells: revision.cells,
})

type Props = { params: Promise<{ id: string; number: string }> }

/** A revision beside the one before it: what became of each claim, and which words differ. */
export default async function RevisionPage({ params }: Props) {
  const actor = await requireActor()
  const { id, number } = await recordParams(params)
  if (!NUMBER.test(number)) notFound()
  const page = await found(getRevision(actor, id, Number(number)))
  const { article, old, fresh, outcomes, totals, newest } = page
  const t = await getTranslations('revision')
  const format = await getFormatter()
  const dir = directionOf(article.language)
  const rows = await compareRevisions(old, fresh)
  return (
    <div className="grid gap-6">
      <PageHeader
        title={t('title', { number: fresh.number })}
        description={
          <>
            <span lang={article.language} dir={dir} className="at-page-edge block">
              {article.title}
            </span>
            <span>
              {t('by', { name: fresh.createdBy.name, at: format.dateTime(fresh.createdAt, 'short') })}
            </span>
          </>
        }
        actions={
          <Link className="link" href={`/articles/${id}`}>
            {t('back')}
          </Link>
        }
      />
      <SettlingList
        articleId={id}
        language={article.language}
        dir={dir}
        lines={outcomes}
        maySettle={newest && page.may.settle}
      />
      <section aria-labelledby="claims-heading" className="grid gap-3">
        <h2 id="claims-heading" className="text-lg font-semibold">
          {t('claims')}
        </h2>
        {outcomes.length === 0 ? (
          <EmptyState title={t('noClaims')} />
        ) : (
          <>
            <AnchorTotals totals={totals} />
            <Outcomes
              articleId={id}
              language={article.language}
              dir={dir}
              lines={outcomes}
              maySettle={newest && page.may.settle}
            />
          </>
        )}
      </section>
      <section aria-labelledby="text-heading" className="grid gap-3">
        <h2 id="text-heading" className="text-lg font-semibold">
          {t('text')}
        </h2>
        <Comparison
          old={sideOf(old)}
          fresh={sideOf(fresh)}
          rows={rows}
          language={article.language}
          dir={dir}
        />
      </section>
    </div>
  )
}
