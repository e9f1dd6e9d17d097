'use client'

import Link from 'next/link'
import { useId } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyInput } from '@/components/early/parts'
import { NearestWords } from '@/components/text/nearest-words'
import { Button } from '@/components/ui/button'
import type { RowResult } from '@/domain/claim-import/shape'
import type { AnchorText } from '@/text/anchor'
import type { ArticleShown } from '../article-shown'
import type { ChosenPlace } from './picks'

/** If more than this many UTF-16 units follow a quote, the excerpt ends in an ellipsis. */
const GOES_ON = 24

function InPlace({ place }: { place: AnchorText }) {
  const before = place.start > place.prefix.length ? `…${place.prefix.replace(/^\S*\s/, '')}` : place.prefix
  const after = place.suffix.length > GOES_ON ? `${place.suffix.replace(/\s\S*$/, '')}…` : place.suffix
  return (
    <>
      <span className="text-ink-muted">{before}</span>
      <mark className="bg-transparent font-semibold text-ink underline decoration-accent decoration-2 underline-offset-4">
        {place.quote}
      </mark>
      <span className="text-ink-muted">{after}</span>
    </>
  )
}

function Issues({ row }: { row: RowResult }) {
  const t = useTranslations('claimImport')
  const tErrors = useTranslations('errors')
  if (row.issues.length === 0) return null
  const offered = row.outcome !== 'wrong'
  return (
    <div className="text-sm">
      <ul className="grid gap-0.5">
        {row.issues.map((issue) => (
          <li key={issue.path + issue.key} className={offered ? '' : 'text-danger'}>
            {row.outcome === 'wrong' && issue.path && (
              <>
                <bdi className="font-semibold">{issue.path}</bdi>
                {': '}
              </>
            )}
            {tErrors(issue.key as Parameters<typeof tErrors>[0], issue.params as never)}
          </li>
        ))}
      </ul>
      {offered && <p className="text-ink-muted">{t('asUnreviewed')}</p>}
    </div>
  )
}

type CopiesProps = {
  row: RowResult
  article: ArticleShown
  /** The place that the reader chose for the row. */
  chosen: ChosenPlace | undefined
  onChoose: (place: ChosenPlace | undefined) => void
}

function Copies({ row, article, chosen, onChoose }: CopiesProps) {
  const t = useTranslations('claimImport')
  const name = useId()
  return (
    <fieldset className="grid gap-1">
      <legend className="text-sm text-ink-muted">
        {t('whichCopy', { count: row.candidates.length, row: row.row })}
      </legend>
      {row.candidates.map((copy) => (
        <label key={copy.start} className="flex min-h-8 items-start gap-2 py-1">
          <EarlyInput
            type="radio"
            name={name}
            className="mt-1 size-4 shrink-0 accent-accent pointer-coarse:size-6"
            checked={chosen?.start === copy.start}
            onChange={() => onChoose({ start: copy.start })}
          />
          <span lang={article.language} dir={article.dir} className="min-w-0 flex-1 break-words">
            <InPlace place={copy} />
          </span>
        </label>
      ))}
      <label className="flex min-h-8 items-start gap-2 py-1">
        <EarlyInput
          type="radio"
          name={name}
          className="mt-1 size-4 shrink-0 accent-accent pointer-coarse:size-6"
          checked={chosen?.start === undefined}
          onChange={() => onChoose(undefined)}
        />
        {t('noCopy')}
      </label>
    </fieldset>
  )
}

/**
 * The words of a row that are not in the text, with the nearest words to take; or the words that the reader took, with
 * a button to drop them.
 */
function Nearest({ row, article, chosen, onChoose }: CopiesProps) {
  const t = useTranslations('claimImport')
  const taken = row.near.find(({ start, quote }) => start === chosen?.start && quote === chosen.quote)
  return (
    <>
      <p lang={article.language} dir={article.dir} className="break-words">
        {taken ? <InPlace place={taken} /> : row.quote}
      </p>
      {taken ? (
        <div>
          <Button size="sm" onClick={() => onChoose(undefined)}>
            {t('letGo')}
          </Button>
        </div>
      ) : (
        <NearestWords
          near={row.near}
          typed={row.quote}
          language={article.language}
          onTake={({ start, quote }) => onChoose({ start, quote })}
        />
      )}
    </>
  )
}

/** The words of a row, where they occur in the text, and any remarks about them. */
export function RowDetail({ row, article, chosen, onChoose }: CopiesProps) {
  const t = useTranslations('claimImport')
  const tCommon = useTranslations('common')
  return (
    <div className="grid gap-1.5">
      {row.outcome === 'ambiguous' ? (
        <Copies {...{ row, article, chosen, onChoose }} />
      ) : row.near.length > 0 ? (
        <Nearest {...{ row, article, chosen, onChoose }} />
      ) : (
        <p lang={article.language} dir={article.dir} className="break-words">
          {row.place ? <InPlace place={row.place} /> : row.quote || <span aria-hidden>—</span>}
        </p>
      )}
      <Issues row={row} />
      {row.claim !== null && (
        <p className="text-sm">
          <Link prefetch={false} className="link" href={`/articles/${article.id}/claims/${row.claim}`}>
            {tCommon('claimNumber', { number: row.claim })}
          </Link>
        </p>
      )}
      {row.sameAs !== null && <p className="text-sm text-ink-muted">{t('sameAs', { row: row.sameAs })}</p>}
      {row.finding !== '' && (
        <p dir="auto" className="line-clamp-2 text-sm break-words text-ink-muted">
          {row.finding}
        </p>
      )}
      {row.sources > 0 && <p className="text-sm text-ink-muted">{t('sources', { count: row.sources })}</p>}
    </div>
  )
}
