'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Columns3, Table2 } from 'lucide-react'
import { asOption, FilterSelect, isFiltered, withoutFilters } from '@/components/table/filter-select'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/field'
import { VIEWS, type View } from '@/domain/correction/list'
import { CORRECTION_KINDS, CORRECTION_STATES, SEVERITIES } from '@/domain/correction/rules'
import type { Person } from '@/domain/shape'
import { useCorrectionsAddress } from './use-corrections-address'
import '../filters.css'

const FILTERS = ['state', 'kind', 'severity', 'owner', 'overdue', 'article'] as const
const ICONS = { board: Columns3, table: Table2 } as const

type Props = { view: View; owners: Person[]; article: string | null }

/** The address holds every filter, and whether the page shows a board or a table. */
export function ListFilters({ view, owners, article }: Props) {
  const t = useTranslations('correction')
  const { params, href, go } = useCorrectionsAddress()
  return (
    <div className="grid gap-3 pb-4">
      <nav aria-label={t('view.label')} className="flex gap-2">
        {VIEWS.map((one) => {
          const Icon = ICONS[one]
          return (
            <Link
              key={one}
              prefetch={false}
              className="facet"
              aria-current={one === view ? 'page' : undefined}
              href={href({ view: one === 'board' ? null : one, ...(one === 'board' && { state: null }) })}
            >
              <Icon aria-hidden className="size-4" />
              {t(`view.${one}`)}
            </Link>
          )
        })}
      </nav>
      <section aria-label={t('filters')} className="filter-grid">
        {view === 'table' && (
          <FilterSelect
            {...{ params, go }}
            name="state"
            label={t('column.state')}
            any={t('anyState')}
            options={CORRECTION_STATES.map((one) => ({ value: one, label: t(`state.${one}`) }))}
          />
        )}
        <FilterSelect
          {...{ params, go }}
          name="kind"
          label={t('column.kind')}
          any={t('anyKind')}
          options={CORRECTION_KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
        />
        <FilterSelect
          {...{ params, go }}
          name="severity"
          label={t('column.severity')}
          any={t('anySeverity')}
          options={SEVERITIES.map((one) => ({ value: one, label: t(`severity.${one}`) }))}
        />
        <FilterSelect
          {...{ params, go }}
          name="owner"
          label={t('column.owner')}
          any={t('anyOwner')}
          options={[{ value: 'none', label: t('noOwner') }, ...owners.map(asOption)]}
        />
        <Checkbox
          label={t('onlyOverdue')}
          checked={params.get('overdue') === 'true'}
          onChange={(event) => go({ overdue: event.target.checked ? 'true' : null })}
        />
      </section>
      {isFiltered(params, FILTERS) && (
        <p className="flex flex-wrap items-center gap-3 text-sm">
          {article && (
            <span>
              {t('ofArticle')} <bdi className="font-medium">{article}</bdi>
            </span>
          )}
          <Button size="sm" variant="ghost" onClick={() => go(withoutFilters(FILTERS))}>
            {t('clear')}
          </Button>
        </p>
      )}
    </div>
  )
}
