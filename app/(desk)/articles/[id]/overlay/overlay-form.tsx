'use client'

import Link from 'next/link'
import { useReducer } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner, type Failure } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import { useAction } from '@/components/form/use-action'
import { useEditing } from '@/components/form/use-editing'
import { OutcomeCountList } from './outcome-counts'
import { OutcomeTables } from './outcome-table'
import { Banner } from '@/components/ui/banner'
import { Button, buttonClass } from '@/components/ui/button'
import type { Laid } from '@/domain/overlay/commands'
import { layListAction, previewOverlayAction } from '../actions'
import type { ArticleShown } from '../article-shown'
import { lay, layable, LIST, NO_PICKS, type Lay, type Laying } from './laying'
import { ListInput } from './list-input'
import { Result } from './result'

const NOTHING = { text: '' }
/** A constant, since the list belongs to no record. */
const VERSION = 1

/** Takes a list, shows where each of its rows matches the text, and saves only after that. */
export function OverlayForm({ article }: { article: ArticleShown }) {
  const look = useAction(previewOverlayAction)
  const keep = useAction(layListAction)
  const form = useEditing({ draft: `overlay:${article.id}`, stored: NOTHING, version: VERSION })
  const [laying, tell] = useReducer(lay, LIST)
  const list = form.value.text
  const given = { articleId: article.id, list }

  const show = async () => {
    const answer = await look.run(given)
    if (!answer?.ok) return
    keep.clear()
    tell({ kind: 'shown', overlay: answer.value, requestKey: crypto.randomUUID() })
  }
  const write = async (shown: Extract<Laying, { step: 'shown' }>) => {
    const answer = await keep.run({ ...given, ...layable(shown) })
    if (!answer?.ok) return
    form.end(VERSION, NOTHING)
    tell({ kind: 'laid', laid: answer.value })
  }

  if (laying.step === 'laid')
    return <LaidList key="laid" article={article} laid={laying.laid} onAgain={() => tell({ kind: 'back' })} />
  if (laying.step === 'shown')
    return (
      <ShownList
        key="shown"
        {...{ article, shown: laying, busy: keep.busy, failure: keep.failure, tell }}
        onSave={() => void write(laying)}
      />
    )
  return (
    <div className="grid gap-4">
      <OfferedDraft {...form.offer}>{(draft) => draft.text}</OfferedDraft>
      <ListInput
        text={list}
        restored={form.restoredAt !== null}
        onText={(text) => (text === '' ? form.end(VERSION, NOTHING) : form.enter({ text }))}
        failure={look.failure}
        busy={look.busy}
        onShow={() => void show()}
      />
    </div>
  )
}

type ShownProps = {
  article: ArticleShown
  shown: Extract<Laying, { step: 'shown' }>
  busy: boolean
  failure: Failure | null
  tell: (event: Lay) => void
  onSave: () => void
}

function ShownList({
  article,
  shown: { overlay, picks, ...shown },
  busy,
  failure,
  tell,
  onSave,
}: ShownProps) {
  const t = useTranslations('overlay')
  const { rows, counts, ignored } = overlay
  const { length: count } = layable({ overlay, picks, ...shown }).chosen
  return (
    <Result
      title={t('result', { count: rows.length })}
      facts={
        <>
          <OutcomeCountList counts={counts} />
          {ignored.length > 0 && (
            <p className="text-sm break-words text-ink-muted">
              {t('ignored', { count: ignored.length, names: ignored.slice(0, 20).join(', ') })}
            </p>
          )}
          {count === 0 && <Banner tone="info" title={t('none')} />}
          <FailureBanner failure={failure} />
        </>
      }
      buttons={
        <>
          {count > 0 && (
            <Button variant="primary" busy={busy} onClick={onSave}>
              {t('save', { count })}
            </Button>
          )}
          <Button variant="ghost" onClick={() => tell({ kind: 'back' })}>
            {t('back')}
          </Button>
        </>
      }
    >
      <OutcomeTables
        {...{ rows, article, picks }}
        onPick={(row, choice) => tell({ kind: 'picked', row, choice, requestKey: crypto.randomUUID() })}
      />
    </Result>
  )
}

function LaidList({ article, laid, onAgain }: { article: ArticleShown; laid: Laid; onAgain: () => void }) {
  const t = useTranslations('overlay')
  const leftOut = laid.rows.filter((row) => row.outcome !== 'anchored')
  return (
    <Result
      title={t('done', { count: laid.claims.length })}
      facts={leftOut.length > 0 && <Banner tone="warn" title={t('leftOut', { count: leftOut.length })} />}
      buttons={
        <>
          <Link
            prefetch={false}
            className={buttonClass({ variant: 'primary' })}
            href={`/articles/${article.id}`}
          >
            {t('toArticle')}
          </Link>
          <Button variant="ghost" onClick={onAgain}>
            {t('again')}
          </Button>
        </>
      }
    >
      <OutcomeTables rows={leftOut} article={article} picks={NO_PICKS} />
    </Result>
  )
}
