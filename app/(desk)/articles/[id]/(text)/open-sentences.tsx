'use client'

import { useEffect } from 'react'
import { useTranslations } from 'next-intl'
import { ToSettle } from '@/components/claim/to-settle'
import { FailureBanner } from '@/components/form/failure'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
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

/** Points at a sentence in the text while it is the next one to decide. */
function usePointer(start: number | undefined) {
  useEffect(() => {
    if (start === undefined) return undefined
    const words = document.querySelectorAll(`.article-text [data-open="${start}"]`)
    for (const run of words) run.setAttribute('data-current', '')
    return () => {
      for (const run of words) run.removeAttribute('data-current')
    }
  }, [start])
}

/** The undecided sentences. One key makes a claim, another says that there is nothing to check. */
export function OpenSentences({ article, total, passed, blocked, mayDecide, ...shown }: Props) {
  const t = useTranslations('article.coverage')
  const revision = { articleId: article.id, revision: article.revision }
  const { next: upcoming, rest, waiting, claim, decide, busy, failure } = useDeciding(revision, shown)
  const [next] = upcoming
  usePointer(next?.start)
  useShortcuts({
    a: mayDecide && next ? () => void claim(next) : undefined,
    p: mayDecide && next ? () => void decide([next.position], true) : undefined,
  })
  const blocks = (['unreviewed', 'orphaned'] as const).filter((kind) => blocked[kind] > 0)
  return (
    <section className="grid gap-3" aria-labelledby="open-heading">
      <h2 id="open-heading" className="text-lg font-semibold">
        {t('heading')}
      </h2>
      <div className="grid gap-1">
        <progress aria-labelledby="open-progress" value={total - waiting} max={Math.max(total, 1)} />
        <p id="open-progress" className="text-sm text-ink-muted">
          {t('progress', { done: total - waiting, total })}
        </p>
      </div>
      {(blocks.length > 0 || blocked.changed > 0) && (
        <ul className="text-sm text-ink-muted">
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
      <FailureBanner failure={failure} />
      {waiting === 0 ? (
        <Banner tone="success" title={t('done')}>
          <p className="text-sm">{t('doneHint')}</p>
        </Banner>
      ) : (
        mayDecide && <p className="text-sm text-ink-muted">{t('hint')}</p>
      )}
      <ol className="grid gap-2">
        {upcoming.slice(0, SHOWN).map((sentence) => (
          <OpenSentence
            key={sentence.position}
            {...{ sentence, article, busy }}
            isNext={sentence === next}
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
