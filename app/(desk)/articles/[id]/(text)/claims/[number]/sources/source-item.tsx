'use client'

import { useTranslations } from 'next-intl'
import { CircleSlash, CircleCheck, Info, Pencil, Trash2 } from 'lucide-react'
import { FOCUS_NAME } from '@/components/form/use-focus-return'
import { Button } from '@/components/ui/button'
import { FactsLine } from '@/components/ui/facts-line'
import type { Source } from '@/domain/source/shape'
import './source-item.css'

const SIGNS = { supports: CircleCheck, refutes: CircleSlash, context: Info } as const

type Props = { source: Source; mayEdit: boolean; onEdit: () => void; onRemove: () => void }

/** One source for reading: its description, its stance and the quoted words. */
export function SourceItem({ source, mayEdit, onEdit, onRemove }: Props) {
  const t = useTranslations('article.source')
  const tCommon = useTranslations('common')
  const Sign = SIGNS[source.stance]
  const facts = [
    source.publisher,
    source.locator,
    source.published && t('publishedOn', { day: source.published }),
    source.accessed && t('accessedOn', { day: source.accessed }),
    source.primary && t('primaryShort'),
    source.kind !== 'link' && tCommon(`sourceKind.${source.kind}`),
  ].filter(Boolean)
  return (
    <article className="source-item" data-stance={source.stance}>
      <div className="flex items-start gap-2">
        <span className="status-badge" data-stance={source.stance}>
          <Sign aria-hidden className="size-4" />
          {tCommon(`stance.${source.stance}`)}
        </span>
        <p className="min-w-0 flex-1 font-medium break-words">
          {source.url ? (
            <a className="link" href={source.url} target="_blank" rel="noopener noreferrer nofollow">
              <bdi>{source.title}</bdi>
              <span className="sr-only"> ({tCommon('newTab')})</span>
            </a>
          ) : (
            <bdi>{source.title}</bdi>
          )}
        </p>
        {mayEdit && (
          <span className="-my-1 flex">
            <Button
              size="sm"
              variant="ghost"
              aria-label={t('editNamed', { title: source.title })}
              {...{ [FOCUS_NAME]: `source:${source.id}` }}
              onClick={onEdit}
            >
              <Pencil aria-hidden className="size-4" />
            </Button>
            <Button
              size="sm"
              variant="ghost"
              aria-label={t('removeNamed', { title: source.title })}
              onClick={onRemove}
            >
              <Trash2 aria-hidden className="size-4" />
            </Button>
          </span>
        )}
      </div>
      {source.excerpt && (
        <blockquote
          dir="auto"
          className="border-s-2 border-line ps-2 text-sm whitespace-pre-wrap break-words"
        >
          {source.excerpt}
        </blockquote>
      )}
      {facts.length > 0 && <FactsLine facts={facts} />}
    </article>
  )
}
