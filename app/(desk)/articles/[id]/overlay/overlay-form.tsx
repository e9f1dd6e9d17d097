'use client'

import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import { useAction, type Action } from '@/components/form/use-action'
import { useDraft } from '@/components/form/use-draft'
import { OutcomeCountList } from '@/components/overlay/outcome-counts'
import { OutcomeTables } from '@/components/overlay/outcome-table'
import { chosenOf, type Picks } from '@/components/overlay/picks'
import type { ArticleOf } from '@/components/overlay/row-detail'
import { Banner } from '@/components/ui/banner'
import { Button, buttonClass } from '@/components/ui/button'
import type { Laid } from '@/domain/overlay/commands'
import type { Overlay } from '@/domain/overlay/queries'
import type { ChosenRow } from '@/domain/overlay/schema'
import { ListInput, type ReadFile } from './list-input'

type Given = { articleId: string; list: string }

type Props = {
  article: ArticleOf
  preview: Action<Given, Overlay>
  save: Action<Given & { revision: number; chosen: ChosenRow[]; requestKey: string }, Laid>
  readFile: ReadFile
}

const NO_PICKS: Picks = new Map()

/** A list goes in, where each of its rows stands is shown, and only then is anything saved. */
export function OverlayForm({ article, preview, save, readFile }: Props) {
  const t = useTranslations('overlay')
  const look = useAction(preview)
  const keepIt = useAction(save)
  const {
    restored: found,
    offered,
    keep,
    drop,
    decide,
  } = useDraft<{ text: string }>(`overlay:${article.id}`, 1)
  const [text, setText] = useState('')
  const [restored, setRestored] = useState(false)
  const [shown, setShown] = useState<Overlay | null>(null)
  const [laid, setLaid] = useState<Laid | null>(null)
  const [picks, setPicks] = useState<Picks>(NO_PICKS)
  const requestKey = useRef('')
  const result = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    if (!found) return
    setText(found.value.text)
    setRestored(true)
  }, [found])
  useEffect(() => {
    if (shown || laid) result.current?.focus()
  }, [shown, laid])

  const change = (changed: string) => {
    setText(changed)
    setRestored(false)
    if (changed === '') drop()
    else keep({ text: changed }, 1)
  }
  const show = async () => {
    const answer = await look.run({ articleId: article.id, list: text })
    if (!answer?.ok) return
    requestKey.current = crypto.randomUUID()
    keepIt.clear()
    setPicks(NO_PICKS)
    setShown(answer.value)
  }
  const pick = (row: number, choice: { on: boolean; start?: number }) => {
    requestKey.current = crypto.randomUUID()
    setPicks((before) => new Map(before).set(row, choice))
  }
  const chosen = shown ? chosenOf(shown.rows, picks) : []
  const write = async () => {
    if (!shown) return
    const answer = await keepIt.run({
      articleId: article.id,
      list: text,
      revision: shown.revision,
      chosen,
      requestKey: requestKey.current,
    })
    if (!answer?.ok) return
    drop()
    setLaid(answer.value)
  }
  const again = () => {
    setText('')
    setRestored(false)
    setShown(null)
    setLaid(null)
  }

  if (laid) {
    const leftOut = laid.rows.filter((row) => row.outcome !== 'anchored')
    return (
      <div className="grid gap-5">
        <h2 ref={result} tabIndex={-1} className="text-lg font-semibold">
          {t('done', { count: laid.claims.length })}
        </h2>
        {leftOut.length > 0 && <Banner tone="warn" title={t('leftOut', { count: leftOut.length })} />}
        <div className="flex flex-wrap gap-2">
          <Link
            prefetch={false}
            className={buttonClass({ variant: 'primary' })}
            href={`/articles/${article.id}`}
          >
            {t('toArticle')}
          </Link>
          <Button variant="ghost" onClick={again}>
            {t('again')}
          </Button>
        </div>
        <OutcomeTables rows={leftOut} article={article} picks={NO_PICKS} />
      </div>
    )
  }

  if (shown)
    return (
      <div className="grid gap-5">
        <h2 ref={result} tabIndex={-1} className="text-lg font-semibold">
          {t('result', { count: shown.rows.length })}
        </h2>
        <OutcomeCountList counts={shown.counts} />
        {shown.ignored.length > 0 && (
          <p className="text-sm break-words text-ink-muted">
            {t('ignored', { count: shown.ignored.length, names: shown.ignored.slice(0, 20).join(', ') })}
          </p>
        )}
        {chosen.length === 0 && <Banner tone="info" title={t('none')} />}
        <FailureBanner failure={keepIt.failure} />
        <div className="flex flex-wrap gap-2">
          {chosen.length > 0 && (
            <Button variant="primary" busy={keepIt.busy} onClick={() => void write()}>
              {t('save', { count: chosen.length })}
            </Button>
          )}
          <Button variant="ghost" onClick={() => setShown(null)}>
            {t('back')}
          </Button>
        </div>
        <OutcomeTables rows={shown.rows} article={article} picks={picks} onPick={pick} />
      </div>
    )

  return (
    <div className="grid gap-4">
      <OfferedDraft
        offered={offered}
        onTake={(draft) => {
          decide()
          change(draft.text)
        }}
        onDrop={decide}
      >
        {(draft) => draft.text}
      </OfferedDraft>
      <ListInput
        text={text}
        restored={restored}
        onText={change}
        readFile={readFile}
        failure={look.failure}
        busy={look.busy}
        onShow={() => void show()}
      />
    </div>
  )
}
