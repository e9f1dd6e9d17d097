import type { ComponentProps } from 'react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { WORK_COUNTED, WORK_LISTS } from '@/domain/work/rules'
import type { MyWork } from '@/domain/work/shape'
import { formatTag } from '@/text/locale'
import { WorkClaim, WorkCorrection, WorkMention } from './work-items'
import { ownCorrections, UNASSIGNED, wholeOf } from './work-links'
import { WorkSection } from './work-section'

type Props = { actor: Actor; work: MyWork }
type Section = ComponentProps<typeof WorkSection>

/** Says that nothing waits, and where there is work. */
async function Nothing({ actor }: Pick<Props, 'actor'>) {
  const t = await getTranslations('work.nothing')
  const takes = may(actor, 'takeWork')
  return (
    <EmptyState
      title={t('title')}
      description={t('hint')}
      action={
        <Link
          prefetch={false}
          className={buttonClass({ variant: 'primary' })}
          href={takes ? UNASSIGNED : '/claims'}
        >
          {t(takes ? 'take' : 'read')}
        </Link>
      }
    />
  )
}

/** What waits for one person, list by list. */
export async function OwnWork({ actor, work }: Props) {
  const t = await getTranslations('work')
  const numbers = new Intl.NumberFormat(formatTag(await getLocale()))
  const counted = (total: number) => numbers.format(total) + (total >= WORK_COUNTED ? '+' : '')
  const lists = WORK_LISTS.filter((list) => list !== 'signOff' || may(actor, 'signOffClaim'))
  const { mentions, corrections } = work
  if ([...lists.map((list) => work[list]), mentions, corrections].every(({ total }) => total === 0))
    return <Nothing actor={actor} />
  const sections: Section[] = [
    ...lists.map((list) => {
      const href = wholeOf(list, actor.id)
      return {
        id: `work-${list}`,
        title: t(`${list}.title`),
        count: counted(work[list].total),
        whole: href && list !== 'sentBack' ? { href, label: t(`${list}.whole`) } : null,
        empty: t(`${list}.empty`),
        items: work[list].items.map((claim) => <WorkClaim key={claim.id} claim={claim} />),
      }
    }),
    {
      id: 'work-mentions',
      title: t('mentions.title'),
      count: counted(mentions.total),
      whole: null,
      empty: t('mentions.empty'),
      items: mentions.items.map((mention) => <WorkMention key={mention.id} mention={mention} />),
    },
    {
      id: 'work-corrections',
      title: t('corrections.title'),
      count: counted(corrections.total),
      whole: { href: ownCorrections(actor.id), label: t('corrections.whole') },
      empty: t('corrections.empty'),
      items: corrections.items.map((one) => <WorkCorrection key={one.id} correction={one} />),
    },
  ]
  // What waits comes before the lists where nothing does, so that the first of it stands high on a phone.
  const [waiting, empty] = [true, false].map((some) =>
    sections.filter(({ items }) => items.length > 0 === some),
  )
  return [...(waiting ?? []), ...(empty ?? [])].map((section) => (
    <WorkSection key={section.id} {...section} />
  ))
}
