import Link from 'next/link'
import { useEffect, useId, useRef } from 'react'
import { useTranslations } from 'next-intl'
import { ClaimStatusBadge } from '@/components/claim/status'
import type { OutcomeLine } from '@/components/revision/outcome-list'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import type { Settling } from '@/domain/anchor/schema'
import { piecesOf } from '@/text/revise/compare'
import { wordChanges } from '@/text/revise/word-changes'
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

const whole = (text: string) => ({ start: 0, end: text.length })

/** A sentence before and after, each with the words that the other lacks marked. */
function Sides({
  before,
  after,
  language,
  dir,
}: { before: string; after: string } & Pick<Props, 'language' | 'dir'>) {
  const t = useTranslations('revision.settle')
  const runs = wordChanges({ text: before, span: whole(before) }, { text: after, span: whole(after) })
  const sides = [
    { name: 'before' as const, Mark: 'del' as const, pieces: piecesOf(before, whole(before), runs, 'old') },
    { name: 'after' as const, Mark: 'ins' as const, pieces: piecesOf(after, whole(after), runs, 'fresh') },
  ]
  return (
    <dl className="settling-sides">
      {sides.map(({ name, Mark, pieces }) => (
        <div key={name}>
          <dt className="text-sm text-ink-muted">{t(name)}</dt>
          <dd lang={language} dir={dir}>
            {pieces.map(({ text, changed }, index) =>
              changed ? <Mark key={index}>{text}</Mark> : <span key={index}>{text}</span>,
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const BUTTONS = [
  { as: 'stands', key: 's' },
  { as: 'again', key: 'c' },
  { as: 'gone', key: 'x' },
] as const

/** A claim that waits to be settled. The current one is in sight, and the keys act on it. */
export function SettlingItem(props: Props) {
  const { articleId, language, dir, line, isCurrent, busy, maySettle, onSettle, onChoose, onFocus } = props
  const t = useTranslations('revision')
  const tCommon = useTranslations('common')
  const id = useId()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const { sentences, earlier, remarks, number } = line
  return (
    <li ref={item} className="settling-item" aria-current={isCurrent || undefined} onFocus={onFocus}>
      <div id={id} className="flex flex-wrap items-center gap-2">
        <Link prefetch={false} className="link" href={`/articles/${articleId}/claims/${number}`}>
          {tCommon('claimNumber', { number })}
        </Link>
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
      {sentences && <Sides {...sentences} {...{ language, dir }} />}
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
