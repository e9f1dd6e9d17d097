'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { ChoiceButtons } from '@/components/ui/choice-buttons'
import { Dialog } from '@/components/ui/dialog'
import type { Separator } from '@/domain/export/csv-form'
import { EXPORT_FORMATS, type ExportFormat } from '@/domain/export/schema'
import { CsvOptions } from './csv-options'
import { ExportProgress } from './export-progress'
import { useExport } from './use-export'

type Props = {
  /** How many claims match the filters. */
  total: number
  /** The filters and the order, as the list's address writes them. */
  query: string
  /** The same filters in words. */
  filters: { label: string; value: string }[]
}

/** The button that exports the list, and the dialog that describes the export and shows its progress. */
export function ExportDialog({ total, query, filters }: Props) {
  const t = useTranslations('exporting')
  const tCommon = useTranslations('common')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [format, setFormat] = useState<ExportFormat>('csv')
  const [bom, setBom] = useState(true)
  const [separator, setSeparator] = useState<Separator>('comma')
  const { state, start, cancel, reset } = useExport()
  const running = state.step === 'running'
  const toggle = (wanted: boolean) => {
    reset()
    setOpen(wanted)
    // The page and its count may be hours old.
    if (wanted) router.refresh()
  }
  const begin = () => {
    const asked = new URLSearchParams(query)
    if (format === 'csv' && !bom) asked.set('bom', '0')
    if (format === 'csv' && separator !== 'comma') asked.set('separator', separator)
    start(`/claims/export/${format}?${asked}`, format)
  }

  return (
    <>
      <Button onClick={() => toggle(true)}>
        <Download aria-hidden className="size-4" />
        {t('open')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={toggle}
        title={t('title')}
        description={t('count', { total })}
        closeLabel={tCommon('close')}
        footer={
          running ? (
            <Button onClick={cancel}>{t('cancel')}</Button>
          ) : (
            <>
              <Button variant="ghost" onClick={() => toggle(false)}>
                {tCommon('close')}
              </Button>
              <Button variant="primary" onClick={begin}>
                {state.step === 'failed' ? t('again') : t('start')}
              </Button>
            </>
          )
        }
      >
        <div className="grid gap-4">
          {filters.length === 0 ? (
            <p className="text-sm text-ink-muted">{t('noFilters')}</p>
          ) : (
            <dl aria-label={t('filters')} className="grid gap-1 text-sm">
              {filters.map(({ label, value }) => (
                <div key={label} className="flex flex-wrap gap-x-2">
                  <dt className="text-ink-muted">{label}</dt>
                  <dd dir="auto" className="min-w-0 break-words">
                    {value}
                  </dd>
                </div>
              ))}
            </dl>
          )}
          <fieldset disabled={running} className="grid gap-2">
            <legend className="field-label">{t('format')}</legend>
            <ChoiceButtons
              label={t('format')}
              value={format}
              onChoose={(value) => setFormat(value as ExportFormat)}
              options={EXPORT_FORMATS.map((one) => ({ value: one, label: t(`formats.${one}`) }))}
            />
            <p className="text-sm text-ink-muted">{t(`hints.${format}`)}</p>
            {format === 'csv' && (
              <CsvOptions bom={bom} onBom={setBom} separator={separator} onSeparator={setSeparator} />
            )}
          </fieldset>
          <ExportProgress state={state} />
        </div>
      </Dialog>
    </>
  )
}
