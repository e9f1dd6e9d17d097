import { useLocale, useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { formatTag, type Locale } from '@/text/locale'
import type { Progress } from './download'
import type { ExportState } from './use-export'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** Formats a size, with one decimal from megabytes up. */
function sizeIn(locale: string, bytes: number): string {
  const step = bytes < 1_000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))
  return new Intl.NumberFormat(formatTag(locale as Locale), {
    style: 'unit',
    unit: UNITS[step],
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(bytes / 1_000 ** step)
}

/** A screen reader hears only every quarter, while the visible numbers keep changing. */
function Running({ progress }: { progress: Progress | null }) {
  const t = useTranslations('exporting')
  const locale = useLocale()
  const format = (value: number) => new Intl.NumberFormat(formatTag(locale)).format(value)
  const sentence = (rows: number, total: number) => t('progress', { rows: format(rows), total })
  const rows = progress?.rows ?? null
  const total = progress?.total ?? 0
  const quarter = rows === null || total === 0 ? 0 : Math.floor((rows / total) * 4)
  const share = rows === null || total === 0 ? undefined : rows / total
  return (
    <div className="grid gap-2">
      <progress aria-label={t('title')} value={share} />
      <p className="flex flex-wrap gap-x-4 text-sm tabular-nums" aria-hidden>
        {!progress && t('starting')}
        {progress && rows !== null && <span>{sentence(rows, total)}</span>}
        {progress && <span>{t('received', { size: sizeIn(locale, progress.bytes) })}</span>}
      </p>
      <p role="status" className="sr-only">
        {quarter === 0 ? t('starting') : sentence(Math.floor((quarter * total) / 4), total)}
      </p>
    </div>
  )
}

/** Shows an export's progress, or how it ended. */
export function ExportProgress({ state }: { state: ExportState }) {
  const t = useTranslations('exporting')
  if (state.step === 'running') return <Running progress={state.progress} />
  if (state.step === 'cancelled') return <Banner tone="info" title={t('cancelled')} />
  if (state.step === 'done') return <Banner tone="success" title={t('done', { total: state.total })} />
  if (state.step !== 'failed') return null
  const { key, detail } = state.failure
  return (
    <Banner tone="error" title={t('failed')}>
      <p className="whitespace-pre-line">{detail || t(`failures.${key}`)}</p>
    </Banner>
  )
}
