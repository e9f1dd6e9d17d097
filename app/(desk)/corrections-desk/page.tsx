import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { PageHeader } from '@/components/shell/page-header'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button'
import { articleNames } from '@/domain/article/queries'
import { correctionListParamsSchema, type CorrectionListParams } from '@/domain/correction/list'
import { listCorrections } from '@/domain/correction/queries'
import { listInbox } from '@/domain/correction-request/queries'
import { CORRECTION_STATES, OPEN_STATES } from '@/domain/correction/rules'
import { may } from '@/domain/permissions'
import { said } from '@/domain/shape'
import type { Actor } from '@/domain/user/policy'
import { listCheckers } from '@/domain/user/queries'
import { requireActor } from '@/app/server/session'
import { Board } from './board'
import { CorrectionsTable } from './corrections-table'
import { Inbox } from './inbox'
import { ListFilters } from './list-filters'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('correction.title'))

const CARDS = { open: 20, closed: 6 } as const

function readBoard(actor: Actor, params: CorrectionListParams) {
  return Promise.all(
    CORRECTION_STATES.map(async (state) => {
      const open = (OPEN_STATES as readonly string[]).includes(state)
      const { items, total } = await listCorrections(actor, {
        ...params,
        state: [state],
        by: [
          {
            sort: state === 'published' ? 'published' : open ? 'due' : 'reported',
            order: open ? 'asc' : 'desc',
          },
        ],
        limit: open ? CARDS.open : CARDS.closed,
        after: undefined,
        before: undefined,
      })
      return { state, items, total }
    }),
  )
}

export default async function CorrectionsDeskPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor()
  const { params, used, issues } = await readAddress(correctionListParamsSchema, searchParams)
  const view = params.view ?? 'board'
  const few = { ...params, state: [...OPEN_STATES], limit: 1, after: undefined, before: undefined }
  const [open, late, inbox, owners, named, board, page] = await Promise.all([
    listCorrections(actor, few),
    listCorrections(actor, { ...few, overdue: true }),
    listInbox(actor),
    listCheckers(),
    articleNames(actor, params.article ?? []),
    view === 'board' ? readBoard(actor, params) : null,
    view === 'table' ? listCorrections(actor, params) : null,
  ])
  const t = await getTranslations('correction')
  const mayStart = may(actor, 'startCorrection')
  const [only] = params.article?.length === 1 ? params.article : []
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description', { open: open.total, overdue: late.total })}
        actions={
          <div className="flex flex-wrap gap-2">
            <Link prefetch={false} className={buttonClass({ variant: 'ghost' })} href="/corrections">
              {t('publicPage')}
            </Link>
            <Link
              prefetch={false}
              className={buttonClass({ variant: 'secondary' })}
              href="/corrections-desk/statistics"
            >
              {t('statistics')}
            </Link>
            {mayStart && (
              <Link
                prefetch={false}
                className={buttonClass({ variant: 'primary' })}
                href={`/corrections-desk/new${only ? `?article=${only}` : ''}`}
              >
                {t('new')}
              </Link>
            )}
          </div>
        }
      />
      {issues.length > 0 && <Banner tone="warn" title={t('badAddress')} />}
      <Inbox {...said(inbox)} may={{ start: mayStart, close: may(actor, 'handleCorrections') }} />
      <ListFilters view={view} owners={owners} article={named[0]?.title ?? null} />
      {board && <Board columns={board} query={used} />}
      {page && (
        <CorrectionsTable
          page={page}
          by={params.by}
          filtered={Object.keys(used).some((name) => name !== 'view')}
        />
      )}
    </>
  )
}
