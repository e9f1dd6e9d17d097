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
import type { ImportResult } from '@/domain/claim-import/shape'
import { importClaimsAction, previewClaimImportAction } from '../actions'
import type { ArticleShown } from '../article-shown'
import { nextState, toSend, START, NO_PICKS, type ImportEvent, type ImportState } from './import-state'
import { ImportInput } from './import-input'
import { Result } from './result'

const NOTHING = { text: '' }
/** A constant, since the list belongs to no record. */
const VERSION = 1

/** Takes a list, shows where each of its rows matches the text, and saves only after that. */
export function ImportForm({ article }: { article: ArticleShown }) {
  const look = useAction(previewClaimImportAction)
  const keep = useAction(importClaimsAction)
  const form = useEditing({ draft: `claim-import:${article.id}`, stored: NOTHING, version: VERSION })
  const [state, tell] = useReducer(nextState, START)
  const list = form.value.text
  const given = { articleId: article.id, list }

  const show = async () => {
    const answer = await look.run(given)
    if (!answer?.ok) return
    keep.clear()
    tell({ kind: 'shown', preview: answer.value, requestKey: crypto.randomUUID() })
  }
  const write = async (shown: Extract<ImportState, { step: 'shown' }>) => {
    const answer = await keep.run({ ...given, ...toSend(shown) })
    if (!answer?.ok) return
    form.end(VERSION, NOTHING)
    tell({ kind: 'imported', result: answer.value })
  }

  if (state.step === 'imported')
    return (
      <Imported
        key="imported"
        article={article}
        result={state.result}
        onAgain={() => tell({ kind: 'back' })}
      />
    )
  if (state.step === 'shown')
    return (
      <Shown
        key="shown"
        {...{ article, shown: state, busy: keep.busy, failure: keep.failure, tell }}
        onSave={() => void write(state)}
      />
    )
  return (
    <div className="grid gap-4">
      <OfferedDraft {...form.offer}>{(draft) => draft.text}</OfferedDraft>
      <ImportInput
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
  shown: Extract<ImportState, { step: 'shown' }>
  busy: boolean
  failure: Failure | null
  tell: (event: ImportEvent) => void
  onSave: () => void
}

function Shown({ article, shown: { preview, picks, ...shown }, busy, failure, tell, onSave }: ShownProps) {
  const t = useTranslations('claimImport')
  const { rows, counts, ignored } = preview
  const { length: count } = toSend({ preview, picks, ...shown }).chosen
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

function Imported({
  article,
  result,
  onAgain,
}: {
  article: ArticleShown
  result: ImportResult
  onAgain: () => void
}) {
  const t = useTranslations('claimImport')
  const leftOut = result.rows.filter((row) => row.outcome !== 'anchored')
  return (
    <Result
      title={t('done', { count: result.claims.length })}
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
