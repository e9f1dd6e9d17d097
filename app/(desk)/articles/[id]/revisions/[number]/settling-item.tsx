import Link from 'next/link'
import { useEffect, useId, useRef } from 'react'
import { useTranslations } from 'next-intl'
import { ClaimStatusBadge } from '@/components/claim/status'
import type { OutcomeLine } from '@/components/revision/outcome-list'
import { Sides } from '@/components/revision/sides'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import type { Settling } from '@/domain/anchor/schema'
import './settling.css'

type Props = {
  articleId: string
  language: string
  dir: 'ltr' | 'rtl'
  line: OutcomeLine
  isCurrent: boolean
  busy: boolean
  maySettle: boolean
  onSettle: (as: Settling) => void
  onChoose: () => void
  onFocus: () => void
}

const BUTTONS = [
  { as: 'stands', key: 's' },
  { as: 'again', key: 'c' },
  { as: 'gone', key: 'x' },
] as const

/** A claim that waits to be settled. The page scrolls to the current one, and the keys act on it. */
export function SettlingItem(props: Props) {
  const { articleId, language, dir, line, isCurrent, busy, maySettle, onSettle, onChoose, onFocus } = props
  const t = useTranslations('revision')
  const tCommon = useTranslations('common')
  const id = useId()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const { sentences, earlier, remarks, number, part } = line
  return (
    <li ref={item} className="settling-item" aria-current={isCurrent || undefined} onFocus={onFocus}>
      <div id={id} className="flex flex-wrap items-center gap-2">
        <Link prefetch={false} className="link" href={`/articles/${articleId}/claims/${number}`}>
          {tCommon('claimNumber', { number })}
        </Link>
        {part === 'headline' && <span className="text-sm">{t('inHeadline')}</span>}
        {earlier && (
          <>
            <span className="text-sm text-ink-muted">{t('settle.was')}</span>
            <ClaimStatusBadge status={earlier.status} label={tCommon(`status.${earlier.status}`)} />
          </>
        )}
        <span className="text-sm text-ink-muted">
          {remarks.map((remark) => t(`remark.${remark}`)).join(' ')}
        </span>
      </div>
      {sentences && (
        <Sides
          old={{ name: t('settle.before'), text: sentences.before, language, dir }}
          fresh={{ name: t('settle.after'), text: sentences.after, language, dir }}
        />
      )}
      <p lang={language} dir={dir} className="settling-quote">
        {line.after.quote}
      </p>
      {maySettle && (
        <div className="flex flex-wrap gap-2">
          {BUTTONS.map(({ as, key }) => (
            <Button
              key={as}
              size="sm"
              variant={as !== 'stands' ? 'ghost' : isCurrent ? 'primary' : 'secondary'}
              aria-describedby={id}
              busy={busy}
              onClick={() => onSettle(as)}
            >
              {t(`settle.${as === 'stands' && !earlier ? 'same' : as}`)} {isCurrent && <Kbd>{key}</Kbd>}
            </Button>
          ))}
          <Button size="sm" variant="ghost" aria-describedby={id} onClick={onChoose}>
            {t('settle.elsewhere')} {isCurrent && <Kbd>e</Kbd>}
          </Button>
        </div>
      )}
    </li>
  )
}
