import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { pageTitle } from '@/app/server/page-title'
import { requireActor } from '@/app/server/session'
import { PageHeader } from '@/components/shell/page-header'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { zoneName } from '@/domain/calendar/zone-name'
import { may } from '@/domain/permissions'
import { getMyWork } from '@/domain/work/queries'
import { WORK_LISTS } from '@/domain/work/rules'
import { settings } from '@/services/settings'
import { formatTag } from '@/text/locale'
import { DeskLoad } from './desk-load'
import { WorkClaim, WorkCorrection } from './work-items'
import { ownCorrections, UNASSIGNED, wholeOf } from './work-links'
import { WorkSection } from './work-section'
import './work.css'

export const generateMetadata = pageTitle((t) => t('work.title'))

/** Where a person's day begins: what waits for them, and for people who assign work what waits for everybody. */
export default async function MyWorkPage() {
  const actor = await requireActor()
  const work = await getMyWork(actor)
  const t = await getTranslations('work')
  const tCommon = await getTranslations('common')
  const tag = formatTag(await getLocale())
  const counted = new Intl.NumberFormat(tag)
  const lists = WORK_LISTS.filter((list) => list !== 'signOff' || may(actor, 'signOffClaim'))
  const waiting = [...lists.map((list) => work[list]), work.corrections].some(({ total }) => total > 0)
  const zone = tCommon('due.inZone', { zone: zoneName(settings().newsroomTimeZone, tag) })
  return (
    <>
      <PageHeader title={t('title')} description={t('summary', { overdue: work.overdue, zone })} />
      <div className="work">
        {waiting ? (
          <>
            {lists.map((list) => {
              const href = wholeOf(list, actor.id)
              return (
                <WorkSection
                  key={list}
                  id={`work-${list}`}
                  title={t(`${list}.title`)}
                  count={counted.format(work[list].total)}
                  whole={href && list !== 'sentBack' ? { href, label: t(`${list}.whole`) } : null}
                  empty={t(`${list}.empty`)}
                  items={work[list].items.map((claim) => (
                    <WorkClaim key={claim.id} claim={claim} />
                  ))}
                />
              )
            })}
            <WorkSection
              id="work-corrections"
              title={t('corrections.title')}
              count={counted.format(work.corrections.total)}
              whole={{ href: ownCorrections(actor.id), label: t('corrections.whole') }}
              empty={t('corrections.empty')}
              items={work.corrections.items.map((correction) => (
                <WorkCorrection key={correction.id} correction={correction} />
              ))}
            />
          </>
        ) : (
          <EmptyState
            title={t('nothing.title')}
            description={t('nothing.hint')}
            action={
              may(actor, 'takeWork') ? (
                <Link prefetch={false} className={buttonClass({ variant: 'primary' })} href={UNASSIGNED}>
                  {t('nothing.take')}
                </Link>
              ) : (
                <Link prefetch={false} className={buttonClass({ variant: 'primary' })} href="/claims">
                  {t('nothing.read')}
                </Link>
              )
            }
          />
        )}
        {work.desk && <DeskLoad {...work.desk} />}
      </div>
    </>
  )
}
