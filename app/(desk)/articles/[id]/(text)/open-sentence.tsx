'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyButton } from '@/components/early/parts'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import type { CoveredSentence } from '@/domain/sentence/shape'
import type { ArticleShown } from '../article-shown'
import './open-sentence.css'

export type Waiting = Omit<CoveredSentence, 'state' | 'claims' | 'score'> & { suggested: boolean }

type Props = {
  sentence: Waiting
  article: ArticleShown
  /** Whether the shortcut keys act on this sentence. */
  isNext: boolean
  busy: boolean
  /** Shows the sentence in the text. */
  onShow: () => void
  /** Null for a reader who may not decide. */
  onDecide: { claim: () => void; pass: () => void } | null
}

/** An undecided sentence, why it may need a check, and the two possible decisions. */
export function OpenSentence({ sentence, article, isNext, busy, onShow, onDecide }: Props) {
  const t = useTranslations('article.coverage')
  const tArticle = useTranslations('article')
  const id = `open-${sentence.position}`
  const card = useRef<HTMLLIElement>(null)
  const wasNext = useRef(isNext)
  useEffect(() => {
    if (isNext && !wasNext.current) card.current?.scrollIntoView({ block: 'nearest' })
    wasNext.current = isNext
  }, [isNext])
  return (
    <li ref={card} className="open-sentence" data-next={isNext || undefined}>
      <p id={id} lang={article.language} dir={article.dir} className="outcome-quote">
        <EarlyButton className="open-sentence-words" title={t('show')} onClick={onShow}>
          {sentence.text}
        </EarlyButton>
      </p>
      <div className="open-sentence-foot">
        <p className="text-sm text-ink-muted">
          {sentence.part === 'headline' && (
            <>
              {tArticle('sections.headline')}
              <span aria-hidden> · </span>
            </>
          )}
          {sentence.cues.length > 0 ? (
            <>
              {t('why')} {sentence.cues.map((cue) => t(`cue.${cue}`)).join(' · ')}
            </>
          ) : (
            t('noCue')
          )}
        </p>
        {onDecide && (
          <div className="flex flex-wrap gap-1">
            <Button size="sm" aria-describedby={id} busy={busy} onClick={onDecide.claim}>
              {t('make')} {isNext && <Kbd>a</Kbd>}
            </Button>
            <Button size="sm" variant="ghost" aria-describedby={id} busy={busy} onClick={onDecide.pass}>
              {t('pass')} {isNext && <Kbd>p</Kbd>}
            </Button>
          </div>
        )}
      </div>
    </li>
  )
}

type PassedProps = {
  passed: { count: number; first: { position: number; text: string }[] }
  article: ArticleShown
  busy: boolean
  /** Null for a reader who may not decide. */
  onOpen: ((position: number) => void) | null
}

/** Folds away the sentences that have nothing to check. Each can be reopened. */
export function PassedSentences({ passed, article, busy, onOpen }: PassedProps) {
  const t = useTranslations('article.coverage')
  if (passed.count === 0) return null
  return (
    <details>
      <summary className="link cursor-pointer">{t('passedList', { count: passed.count })}</summary>
      <ul className="grid gap-2 pt-2">
        {passed.first.map(({ position, text }) => (
          <li key={position} className="open-sentence">
            <p lang={article.language} dir={article.dir} className="outcome-quote">
              {text}
            </p>
            {onOpen && (
              <div>
                <Button size="sm" variant="ghost" busy={busy} onClick={() => onOpen(position)}>
                  {t('openAgain')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
