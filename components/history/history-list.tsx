'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { doerOutside } from '@/domain/history/events'
import type { AdministrationLine, HistoryLine } from '@/domain/history/shape'
import { changesOf, type FieldChange } from './fields'
import { HistoryText } from './history-text'
import { HistoryValue } from './history-value'

function Change({ change }: { change: FieldChange }) {
  const t = useTranslations('history')
  const { name, field, before, after, had, has } = change
  const written = field.is === 'written'
  const [old, fresh] = [before, after].map((value) => (typeof value === 'string' ? value : ''))
  return (
    <div className={written ? 'grid gap-0.5' : 'flex flex-wrap items-baseline gap-x-2'}>
      <dt className="field-label">{t(`field.${name}`)}</dt>
      {written ? (
        <dd className="grid gap-1">
          {had && old && <HistoryText as="del" text={old} />}
          {has && fresh && <HistoryText as={had ? 'ins' : 'span'} text={fresh} />}
          {has && !fresh && !old && <HistoryValue field={field} value={null} />}
        </dd>
      ) : (
        <dd className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          {had && <HistoryValue field={field} value={before} />}
          {had && has && (
            <span>
              <span aria-hidden className="inline-block rtl:-scale-x-100">
                →
              </span>
              <span className="sr-only">{t('to')}</span>
            </span>
          )}
          {has && <HistoryValue field={field} value={after} />}
        </dd>
      )}
    </div>
  )
}

type LineProps = {
  line: HistoryLine | AdministrationLine
  /** The article to whose claims the lines link, in lists of several claims. */
  articleId?: string
}

function Line({ line, articleId }: LineProps) {
  const t = useTranslations('history')
  const tCommon = useTranslations('common')
  const format = useFormatter()
  const changes = changesOf(line)
  const about = line.source?.title ?? ('about' in line ? line.about : null)
  const isNamed = changes.some(({ name }) => ['title', 'name', 'url'].includes(name))
  const reopened = line.verb === 'claim.reviewed' && line.after?.status === 'unreviewed'
  return (
    <li className="grid gap-1.5 border-b border-line py-3 last:border-b-0">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="font-semibold">{reopened ? t('reopened') : t(`verb.${line.verb}`)}</span>
        {about && !isNamed && <bdi className="break-all">{about}</bdi>}
        {articleId && line.claim && (
          <Link className="link" href={`/articles/${articleId}/claims/${line.claim.number}`} prefetch={false}>
            {tCommon('claimNumber', { number: line.claim.number })}
          </Link>
        )}
        <span className="text-ink-muted">
          <bdi>{doerOutside(line) ?? line.actor.name}</bdi>
          <span aria-hidden> · </span>
          <time dateTime={line.at.toISOString()} title={format.dateTime(line.at, 'exact')}>
            <bdi>{format.dateTime(line.at, 'short')}</bdi>
          </time>
        </span>
      </p>
      {changes.length > 0 && (
        <dl className="grid gap-1 text-sm">
          {changes.map((change) => (
            <Change key={change.name} change={change} />
          ))}
        </dl>
      )}
    </li>
  )
}

type Props = { lines: LineProps['line'][]; articleId?: string }

/** Lines of history: what was done, by whom and when, newest first, in the order of the query. */
export function HistoryList({ lines, articleId }: Props) {
  const t = useTranslations('history')
  return (
    <ol aria-label={t('list')} className="grid">
      {lines.map((line) => (
        <Line key={line.id} line={line} articleId={articleId} />
      ))}
    </ol>
  )
}
