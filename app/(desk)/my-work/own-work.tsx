import type { ReactNode } from 'react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listMentionable } from '@/domain/comment/queries'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { changedSinceRead } from '@/domain/reading/queries'
import { WORK_COUNTED, WORK_LISTS, type WorkList } from '@/domain/work/rules'
import type { MyWork } from '@/domain/work/shape'
import { formatTag } from '@/text/locale'
import { OwnLists } from './own-lists'
import { WorkClaim, WorkCorrection, WorkMention } from './work-items'
import { ownCorrections, UNASSIGNED, wholeOf } from './work-links'

type Props = { actor: Actor; work: MyWork }

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

const inList = (list: string, id: string, row: ReactNode) => ({ id: `${list}:${id}`, list, row })

/** What waits for one person, list by list. */
export async function OwnWork({ actor, work }: Props) {
  const t = await getTranslations('work')
  const numbers = new Intl.NumberFormat(formatTag(await getLocale()))
  const counted = (total: number) => numbers.format(total) + (total >= WORK_COUNTED ? '+' : '')
  const lists = WORK_LISTS.filter((list) => list !== 'signOff' || may(actor, 'signOffClaim'))
  const { mentions, corrections } = work
  const claims = lists.flatMap((list) => work[list].items.map(({ id }) => id))
  const changed = new Set(await changedSinceRead(actor, claims))
  const people = mentions.items.length > 0 ? await listMentionable() : []
  const part = (name: WorkList | 'mentions' | 'corrections', href: string | null) => ({
    ...{ id: `work-${name}`, title: t(`${name}.title`), empty: t(`${name}.empty`) },
    count: counted(work[name].total),
    whole: href && name !== 'sentBack' && name !== 'mentions' ? { href, label: t(`${name}.whole`) } : null,
  })
  return (
    <OwnLists
      lists={[
        ...lists.map((list) => part(list, wholeOf(list, actor.id))),
        part('mentions', null),
        part('corrections', ownCorrections(actor.id)),
      ]}
      items={[
        ...lists.flatMap((list) =>
          work[list].items.map((claim) =>
            inList(`work-${list}`, claim.id, <WorkClaim claim={claim} isChanged={changed.has(claim.id)} />),
          ),
        ),
        ...mentions.items.map((one) =>
          inList('work-mentions', one.id, <WorkMention mention={one} people={people} />),
        ),
        ...corrections.items.map((one) =>
          inList('work-corrections', one.id, <WorkCorrection correction={one} />),
        ),
      ]}
      nothing={<Nothing actor={actor} />}
    />
  )
}
