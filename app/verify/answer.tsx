'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import '../proof.css'

type Found = {
  result: 'issued' | 'superseded' | 'altered' | 'unknown'
  report: {
    number: string
    digest: string
    kind: 'final' | 'interim'
    issuedAt: string
    issuedBy: string | null
    newsroom: string
    title: string
    supersededBy: string | null
  } | null
}

const TONES = { issued: 'success', superseded: 'warn', altered: 'error', unknown: 'info' } as const

type Props = { verification: Found; timeZone: string; byNumber?: boolean }

/** The result for a file or a number, and the report it belongs to. */
export function Answer({ verification: { result, report }, timeZone, byNumber = false }: Props) {
  const t = useTranslations('reports.verify')
  const tKind = useTranslations('reports.row.kind')
  const format = useFormatter()
  const hint =
    result === 'superseded'
      ? t('hint.superseded', { number: report?.supersededBy ?? '' })
      : t(result === 'unknown' && byNumber ? 'hint.unknownNumber' : `hint.${result}`)
  const at =
    report && format.dateTime(new Date(report.issuedAt), { dateStyle: 'long', timeStyle: 'short', timeZone })
  const facts = report && [
    [t('facts.number'), report.number],
    [t('facts.title'), report.title],
    [t('facts.kind'), tKind(report.kind)],
    [t('facts.issued'), `${at} (${timeZone})`],
    [t('facts.by'), report.issuedBy],
    [t('facts.newsroom'), report.newsroom],
    [t('facts.digest'), report.digest],
  ]
  return (
    <section className="grid gap-3" aria-live="polite" data-result={result}>
      <Banner tone={TONES[result]} title={t(`result.${result}`)}>
        {hint}
      </Banner>
      {facts && (
        <>
          {result === 'altered' && <p className="text-ink-muted">{t('original')}</p>}
          <dl className="proof">
            {facts
              .filter(([, value]) => value)
              .map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    <bdi>{value}</bdi>
                  </dd>
                </div>
              ))}
          </dl>
        </>
      )}
    </section>
  )
}
