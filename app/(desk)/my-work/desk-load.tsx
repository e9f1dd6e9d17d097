import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { TitleCell } from '@/components/table/cells'
import { DueTime } from '@/components/claim/due-time'
import type { DeskWork } from '@/domain/work/shape'
import { now } from '@/services/clock'
import { formatTag } from '@/text/locale'
import { LoadTable } from './load-table'
import { loadHref, type Load } from './work-links'
import './work.css'

type Figures = Record<Load, number>

/** The workload of everybody and of all articles, for the people who assign work. */
export async function DeskLoad({ people, articles }: DeskWork) {
  const t = await getTranslations('work')
  const tCommon = await getTranslations('common')
  const counted = new Intl.NumberFormat(formatTag(await getLocale()))
  const at = now().getTime()
  const names = { open: t('load.open'), overdue: tCommon('due.overdue'), today: t('load.today') }
  const figures = (of: Parameters<typeof loadHref>[0], { open, overdue, today }: Figures) => {
    const figure = (load: Load, value: number) => ({
      value: counted.format(value),
      href: value > 0 ? loadHref(of, load) : null,
    })
    return { open: figure('open', open), overdue: figure('overdue', overdue), today: figure('today', today) }
  }
  return (
    <>
      <section className="work-section" aria-labelledby="work-people">
        <div className="work-head">
          <h2 id="work-people" className="text-lg font-semibold">
            {t('people.title')}
          </h2>
          <span className="work-count">{counted.format(people.total)}</span>
        </div>
        <LoadTable
          caption={t('people.title')}
          of={t('people.of')}
          names={names}
          rows={people.items.map(({ person, ...load }) => ({
            id: person?.id ?? 'nobody',
            name: <bdi>{person?.name ?? tCommon('unassigned')}</bdi>,
            figures: figures({ assignee: person?.id ?? null }, load),
          }))}
        />
      </section>
      <section className="work-section" aria-labelledby="work-articles">
        <div className="work-head">
          <h2 id="work-articles" className="text-lg font-semibold">
            {t('articles.title')}
          </h2>
          <span className="work-count">{counted.format(articles.total)}</span>
          <Link prefetch={false} className="link" href="/articles">
            {t('articles.whole')}
          </Link>
        </div>
        <LoadTable
          caption={t('articles.title')}
          of={t('articles.of')}
          names={names}
          rows={articles.items.map(({ article, deadline, ...load }) => ({
            id: article.id,
            name: (
              <div className="grid gap-0.5">
                <Link prefetch={false} className="link" href={`/articles/${article.id}`}>
                  <TitleCell {...article} />
                </Link>
                {deadline && (
                  <span className="text-sm">
                    <DueTime at={deadline} overdue={deadline.getTime() < at} />
                  </span>
                )}
              </div>
            ),
            figures: figures({ article: article.id }, load),
          }))}
        />
      </section>
    </>
  )
}
