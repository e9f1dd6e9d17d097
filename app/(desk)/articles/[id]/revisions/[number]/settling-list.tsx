'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import type { OutcomeLine } from '@/components/revision/outcome-list'
import { Banner } from '@/components/ui/banner'
import { Field, Select } from '@/components/ui/field'
import { More } from '@/components/ui/more'
import { CHANGE_KINDS } from '@/text/revise/kind-of-change'
import { SettlingItem } from './settling-item'
import type { Filter } from './settling-state'
import { useSettling } from './use-settling'

type Props = {
  articleId: string
  language: string
  dir: 'ltr' | 'rtl'
  lines: OutcomeLine[]
  maySettle: boolean
}

const FILTERS: readonly Filter[] = ['all', ...CHANGE_KINDS]
const SHOWN = 50

/**
 * The claims whose sentences changed. A person decides for each what happens to its verdict. Nothing when none waits.
 */
export function SettlingList({ articleId, language, dir, lines, maySettle }: Props) {
  const t = useTranslations('revision.settle')
  const id = useId()
  const [shown, setShown] = useState(SHOWN)
  const settling = useSettling(articleId, lines, maySettle)
  const { waiting, listed, current, busy } = settling
  const began = lines.filter((line) => line.state === 'changed').length
  if (began === 0) return null
  const at = current ? listed.indexOf(current) : 0
  const visible = Math.max(shown, at + 1)
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} className="text-lg font-semibold">
        {t('heading', { count: waiting.length })}
      </h2>
      {waiting.length === 0 ? (
        <Banner tone="success" title={t('none')} />
      ) : (
        <>
          <p className="text-sm text-ink-muted">{t('hint')}</p>
          <Field label={t('filter')}>
            <Select
              value={settling.filter}
              onChange={(event) => settling.onFilter(event.target.value as Filter)}
            >
              {FILTERS.map((by) => (
                <option key={by} value={by}>
                  {t(`by.${by}`, { count: settling.countOf(by) })}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
      <FailureBanner failure={settling.failure} />
      <ol className="grid gap-3">
        {listed.slice(0, visible).map((line) => (
          <SettlingItem
            key={line.id}
            {...{ articleId, language, dir, line, busy, maySettle }}
            isCurrent={line === current}
            onSettle={(as) => settling.onSettle(line, as)}
            onChoose={() => settling.onChoose(line)}
            onFocus={() => settling.onMove(line)}
          />
        ))}
      </ol>
      {listed.length > visible && (
        <More
          label={t('more', { count: listed.length - visible })}
          onMore={() => setShown(visible + SHOWN)}
        />
      )}
    </section>
  )
}
