'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction, type Action } from '@/components/form/use-action'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useToast } from '@/components/ui/toast'
import type { Withdraw } from '@/components/claim/close-orphan'
import type { CueKind } from '@/domain/text/cues/cue'
import type { MakeClaim } from '../article-desk'

type Waiting = {
  position: number
  start: number
  end: number
  text: string
  cues: CueKind[]
  suggested: boolean
}

export type PassSentences = Action<
  { articleId: string; revision: number; positions: number[]; passed: boolean },
  number
>

type Props = {
  article: { id: string; language: string; dir: 'ltr' | 'rtl'; revision: number }
  total: number
  /** The first of those still to decide: what asks most to be checked. */
  next: Waiting[]
  /** How many are still to decide. */
  waiting: number
  /** Positions of those that are not suggested, as many as one request may decide on. */
  rest: number[]
  passed: { count: number; first: { position: number; text: string }[] }
  blocked: { unreviewed: number; orphaned: number; changed: number }
  mayDecide: boolean
  actions: { make: MakeClaim; pass: PassSentences; withdraw: Withdraw }
}

const SHOWN = 12

/** Points at a sentence in the text beside, for as long as it is the next to decide. */
function usePointer(start: number | undefined) {
  useEffect(() => {
    if (start === undefined) return undefined
    const words = document.querySelector<HTMLElement>(`.article-text [data-start="${start}"]`)
    words?.setAttribute('data-current', '')
    return () => words?.removeAttribute('data-current')
  }, [start])
}

/**
 * Takes a sentence off the list with the answer of its decision, before the page is read again: the next key means the
 * next sentence.
 */
function useDecided({ next, rest, waiting }: Pick<Props, 'next' | 'rest' | 'waiting'>) {
  const [decided, setDecided] = useState<readonly number[]>([])
  const open = useMemo(() => new Set([...next.map(({ position }) => position), ...rest]), [next, rest])
  useEffect(() => setDecided((before) => before.filter((position) => open.has(position))), [open])
  const gone = new Set(decided.filter((position) => open.has(position)))
  return {
    next: next.filter(({ position }) => !gone.has(position)),
    rest: rest.filter((position) => !gone.has(position)),
    waiting: waiting - gone.size,
    settle: (positions: readonly number[], done: boolean) =>
      setDecided((before) => [
        ...before.filter((one) => !positions.includes(one)),
        ...(done ? positions : []),
      ]),
  }
}

/** Sentences nobody decided on yet, one key each: a claim, or nothing to check. */
export function OpenSentences({ article, total, passed, blocked, mayDecide, actions, ...open }: Props) {
  const t = useTranslations('article.coverage')
  const tMake = useTranslations('article.make')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const make = useAction(actions.make)
  const pass = useAction(actions.pass)
  const withdraw = useAction(actions.withdraw)
  const requestKey = useRef({ start: -1, key: '' })
  const { next: upcoming, rest, waiting, settle } = useDecided(open)
  const [next] = upcoming
  usePointer(next?.start)
  const busy = make.busy || pass.busy

  const claim = async (sentence: Waiting) => {
    if (requestKey.current.start !== sentence.start)
      requestKey.current = { start: sentence.start, key: crypto.randomUUID() }
    const result = await make.run({
      articleId: article.id,
      revision: article.revision,
      quote: sentence.text,
      start: sentence.start,
      requestKey: requestKey.current.key,
    })
    if (!result?.ok) return
    settle([sentence.position], true)
    const { id, number } = result.value
    toast({
      title: tMake('made', { number }),
      action: {
        label: tCommon('undo'),
        onAction: () =>
          void withdraw
            .run({ id, version: 1 })
            .then((undone) => undone?.ok && settle([sentence.position], false)),
      },
    })
  }
  const decide = async (positions: number[], done: boolean) => {
    const place = { articleId: article.id, revision: article.revision, positions }
    const result = await pass.run({ ...place, passed: done })
    if (!result?.ok) return
    settle(positions, done)
    toast({
      title: done ? t('passed', { count: positions.length }) : t('opened'),
      action: {
        label: tCommon('undo'),
        onAction: () =>
          void pass.run({ ...place, passed: !done }).then((undone) => undone?.ok && settle(positions, !done)),
      },
    })
  }
  useShortcuts({
    a: mayDecide && next ? () => void claim(next) : undefined,
    p: mayDecide && next ? () => void decide([next.position], true) : undefined,
  })

  const blocks = (['unreviewed', 'orphaned', 'changed'] as const).filter((kind) => blocked[kind] > 0)
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
      {blocks.length > 0 && (
        <ul className="text-sm text-ink-muted">
          {blocks.map((kind) => (
            <li key={kind}>{t(`blocked.${kind}`, { count: blocked[kind] })}</li>
          ))}
        </ul>
      )}
      <FailureBanner failure={make.failure ?? pass.failure ?? withdraw.failure} />
      {waiting === 0 ? (
        <Banner tone="success" title={t('done')}>
          <p className="text-sm">{t('doneHint')}</p>
        </Banner>
      ) : (
        mayDecide && <p className="text-sm text-ink-muted">{t('hint')}</p>
      )}
      <ol className="grid gap-2">
        {upcoming.slice(0, SHOWN).map((sentence) => (
          <li key={sentence.position} className="open-sentence" data-next={sentence === next || undefined}>
            <p
              id={`open-${sentence.position}`}
              lang={article.language}
              dir={article.dir}
              className="outcome-quote"
            >
              {sentence.text}
            </p>
            <p className="text-sm text-ink-muted">
              {sentence.cues.length > 0 ? (
                <>
                  {t('why')} {sentence.cues.map((cue) => t(`cue.${cue}`)).join(' · ')}
                </>
              ) : (
                t('noCue')
              )}
            </p>
            {mayDecide && (
              <div className="flex flex-wrap gap-2">
                <Button
                  size="sm"
                  aria-describedby={`open-${sentence.position}`}
                  busy={busy}
                  onClick={() => void claim(sentence)}
                >
                  {t('make')} {sentence === next && <Kbd>a</Kbd>}
                </Button>
                <Button
                  size="sm"
                  variant="ghost"
                  aria-describedby={`open-${sentence.position}`}
                  busy={busy}
                  onClick={() => void decide([sentence.position], true)}
                >
                  {t('pass')} {sentence === next && <Kbd>p</Kbd>}
                </Button>
              </div>
            )}
          </li>
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
      {passed.count > 0 && (
        <details>
          <summary className="link cursor-pointer">{t('passedList', { count: passed.count })}</summary>
          <ul className="grid gap-2 pt-2">
            {passed.first.map((sentence) => (
              <li key={sentence.position} className="open-sentence">
                <p lang={article.language} dir={article.dir} className="outcome-quote">
                  {sentence.text}
                </p>
                {mayDecide && (
                  <div>
                    <Button
                      size="sm"
                      variant="ghost"
                      busy={busy}
                      onClick={() => void decide([sentence.position], false)}
                    >
                      {t('openAgain')}
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
