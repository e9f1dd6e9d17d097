'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'next-intl'
import { ToSettle } from '@/components/claim/to-settle'
import { FailureBanner } from '@/components/form/failure'
import { tellTooEarly, useShortcuts } from '@/components/keys/use-shortcuts'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useArticlePlace } from '../article-place'
import type { ArticleShown } from '../article-shown'
import type { Open } from './decided'
import { OpenSentence, PassedSentences, type Waiting } from './open-sentence'
import { useDeciding } from './use-deciding'

/** `next` starts with the sentences that most need a check; `rest` holds as many as one request may decide. */
type Props = Open<Waiting> & {
  article: ArticleShown
  total: number
  passed: { count: number; first: { position: number; text: string }[] }
  blocked: { unreviewed: number; orphaned: number; changed: number }
  mayDecide: boolean
}

const SHOWN = 12

/**
 * The sentence to decide next: the one that the reader pointed at, or else the first. The text marks it, and once a
 * sentence is decided the text shows the next.
 */
function useCurrent(
  upcoming: readonly Waiting[],
  isDecided: (position: number) => boolean,
): Waiting | undefined {
  const { pointed, sentence, point } = useArticlePlace()
  const known = pointed === null ? undefined : upcoming.find(({ position }) => position === pointed)
  const told = pointed === null || known || isDecided(pointed) ? null : sentence(pointed)
  const current = known ?? (told ? { ...told, suggested: true } : upcoming[0])
  const position = current?.position
  const shown = useRef(position)
  useEffect(() => {
    if (position === undefined) return undefined
    if (shown.current !== position && pointed !== position) point(position)
    shown.current = position
    const words = document.querySelectorAll(`.article-text [data-open="${position}"]`)
    for (const run of words) run.setAttribute('data-current', '')
    return () => {
      for (const run of words) run.removeAttribute('data-current')
    }
  }, [position, pointed, point])
  return current
}

/** The undecided sentences. One key makes a claim, another says that there is nothing to check. */
export function OpenSentences({ article, total, passed, blocked, mayDecide, ...shown }: Props) {
  const t = useTranslations('article.coverage')
  const revision = { articleId: article.id, revision: article.revision }
  const deciding = useDeciding(revision, shown)
  const { next: upcoming, rest, waiting, claim, decide, busy, failure } = deciding
  const { point } = useArticlePlace()
  const next = useCurrent(upcoming, deciding.isDecided)
  const cards = upcoming.slice(0, SHOWN)
  if (next && !cards.includes(next)) cards.unshift(next)
  /** While the page does not show the next sentence yet, a key says that it did nothing. */
  const key = (name: string, does: (sentence: Waiting) => void) =>
    mayDecide && waiting > 0 ? () => (next ? does(next) : tellTooEarly(name)) : undefined
  useShortcuts({
    a: key('a', (sentence) => void claim(sentence)),
    p: key('p', ({ position }) => void decide([position], true)),
  })
  const blocks = (['unreviewed', 'orphaned'] as const).filter((kind) => blocked[kind] > 0)
  return (
    <section className="grid gap-3 pt-3" aria-label={t('heading')}>
      <div className="grid gap-1">
        <progress aria-labelledby="open-progress" value={total - waiting} max={Math.max(total, 1)} />
        <div className="flex flex-wrap gap-x-3">
          <p id="open-progress" className="text-sm text-ink-muted">
            {t('progress', { done: total - waiting, total })}
          </p>
          {(blocks.length > 0 || blocked.changed > 0) && (
            <ul className="flex flex-wrap gap-x-3 text-sm text-ink-muted">
              {blocks.map((kind) => (
                <li key={kind}>{t(`blocked.${kind}`, { count: blocked[kind] })}</li>
              ))}
              {blocked.changed > 0 && (
                <li>
                  <ToSettle {...revision} count={blocked.changed} />
                </li>
              )}
            </ul>
          )}
        </div>
      </div>
      <FailureBanner failure={failure} />
      {waiting === 0 ? (
        <Banner tone="success" title={t('done')}>
          <p className="text-sm">{t('doneHint')}</p>
        </Banner>
      ) : (
        mayDecide && <p className="text-sm text-ink-muted">{t('hint')}</p>
      )}
      <ol className="grid gap-2">
        {cards.map((sentence) => (
          <OpenSentence
            key={sentence.position}
            {...{ sentence, article, busy }}
            isNext={sentence === next}
            onShow={() => point(sentence.position)}
            onDecide={
              mayDecide
                ? { claim: () => void claim(sentence), pass: () => void decide([sentence.position], true) }
                : null
            }
          />
        ))}
      </ol>
      {waiting > SHOWN && <p className="text-sm text-ink-muted">{t('more', { count: waiting - SHOWN })}</p>}
      {mayDecide && rest.length > 1 && (
        <div>
          <Button size="sm" variant="ghost" busy={busy} onClick={() => void decide(rest, true)}>
            {t('passRest', { count: rest.length })}
          </Button>
        </div>
      )}
      <PassedSentences
        {...{ passed, article, busy }}
        onOpen={mayDecide ? (position) => void decide([position], false) : null}
      />
    </section>
  )
}
