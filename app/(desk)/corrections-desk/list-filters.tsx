'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Columns3, Table2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Checkbox, Field, Select } from '@/components/ui/field'
import { VIEWS, type View } from '@/domain/correction/params'
import { CORRECTION_KINDS, CORRECTION_STATES, SEVERITIES } from '@/domain/correction/rules'
import { useListAddress } from './use-list-address'

const FILTERS = ['state', 'kind', 'severity', 'owner', 'overdue', 'article'] as const
const ICONS = { board: Columns3, table: Table2 } as const

type Props = { view: View; owners: { id: string; name: string }[]; article: string | null }

/** Each filter is a part of the address, as is whether it is a board or a table. */
export function ListFilters({ view, owners, article }: Props) {
  const t = useTranslations('correction')
  const { params, href, go } = useListAddress()
  const pick = (name: string) => ({
    value: params.get(name) ?? '',
    onChange: (event: { target: { value: string } }) => go({ [name]: event.target.value || null }),
  })
  return (
    <div className="grid gap-3 pb-4">
      <nav aria-label={t('view.label')} className="correction-views flex gap-2">
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
          <Field label={t('column.state')}>
            <Select {...pick('state')}>
              <option value="">{t('anyState')}</option>
              {CORRECTION_STATES.map((one) => (
                <option key={one} value={one}>
                  {t(`state.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={t('column.kind')}>
          <Select {...pick('kind')}>
            <option value="">{t('anyKind')}</option>
            {CORRECTION_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`kind.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('column.severity')}>
          <Select {...pick('severity')}>
            <option value="">{t('anySeverity')}</option>
            {SEVERITIES.map((one) => (
              <option key={one} value={one}>
                {t(`severity.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('column.owner')}>
          <Select {...pick('owner')}>
            <option value="">{t('anyOwner')}</option>
            <option value="none">{t('noOwner')}</option>
            {owners.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
        <Checkbox
          label={t('onlyOverdue')}
          checked={params.get('overdue') === 'true'}
          onChange={(event) => go({ overdue: event.target.checked ? 'true' : null })}
        />
      </section>
      {FILTERS.some((name) => params.get(name)) && (
        <p className="flex flex-wrap items-center gap-3 text-sm">
          {article && (
            <span>
              {t('ofArticle')} <bdi className="font-medium">{article}</bdi>
            </span>
          )}
          <Button
            size="sm"
            variant="ghost"
            onClick={() => go(Object.fromEntries(FILTERS.map((name) => [name, null])))}
          >
            {t('clear')}
          </Button>
        </p>
      )}
    </div>
  )
}
