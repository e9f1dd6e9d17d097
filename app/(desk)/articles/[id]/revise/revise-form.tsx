'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import { useAction, type Action } from '@/components/form/use-action'
import { useDraft } from '@/components/form/use-draft'
import { useGo } from '@/components/form/use-go'
import { BroughtSummary } from '@/components/import/brought-summary'
import { FileInput } from '@/components/import/file-input'
import { sendFile } from '@/components/import/send-file'
import { Comparison } from '@/components/revision/comparison'
import { AnchorTotals, OutcomeList } from '@/components/revision/outcome-list'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, Textarea } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import type { RevisionPreview } from '@/domain/revision/queries'
import type { Block } from '@/domain/text/blocks'
import { MAX_FILE_BYTES, type Incoming } from '@/services/importing/incoming'

type Input = { articleId: string; revision: number; text: string; blocks?: Block[]; requestKey?: string }

type Props = {
  article: { id: string; language: string; dir: 'ltr' | 'rtl'; revision: number }
  text: string
  preview: Action<Input, RevisionPreview>
  save: Action<Input, { revision: number }>
}

const readFile = (file: File) => sendFile(file, { max: MAX_FILE_BYTES })

/** The edited text goes in, what becomes of each claim is shown, and only then is anything saved. */
export function ReviseForm({ article, text: newest, preview, save }: Props) {
  const t = useTranslations('revision.new')
  const tRevision = useTranslations('revision')
  const tImporting = useTranslations('importing')
  const go = useGo()
  const toast = useToast()
  const look = useAction(preview)
  const keepIt = useAction(save)
  const reading = useAction(readFile, { apart: true })
  const issue = useIssue(look.failure ?? keepIt.failure)
  const fileIssue = useIssue(reading.failure)
  const draft = useDraft<{ text: string }>(`revise:${article.id}`, article.revision)
  const { restored: found, keep, drop } = draft
  const [text, setText] = useState(newest)
  /** The file that the text was read from, until a word of it is changed. */
  const [brought, setBrought] = useState<{ name: string; incoming: Incoming } | null>(null)
  const [restored, setRestored] = useState(false)
  const [shown, setShown] = useState<RevisionPreview | null>(null)
  const requestKey = useRef('')
  const result = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    if (!found) return
    setText(found.value.text)
    setRestored(true)
  }, [found])
  useEffect(() => {
    if (shown) result.current?.focus()
  }, [shown])

  const enter = (next: string) => {
    setText(next)
    keep({ text: next }, article.revision)
  }
  const take = async (file: File) => {
    const answer = await reading.run(file)
    if (!answer?.ok) return
    enter(answer.value.text)
    setBrought({ name: file.name, incoming: answer.value })
  }
  const blocks = brought?.incoming.text === text ? brought.incoming.blocks : undefined
  const input = { articleId: article.id, revision: article.revision, text, blocks }
  const show = async () => {
    const answer = await look.run(input)
    if (answer?.ok) setShown(answer.value)
  }
  const write = async () => {
    requestKey.current ||= crypto.randomUUID()
    const answer = await keepIt.run({ ...input, requestKey: requestKey.current })
    if (!answer?.ok) return
    drop()
    toast({ title: t('saved', { number: answer.value.revision }) })
    go(`/articles/${article.id}/revisions/${answer.value.revision}`)
  }

  if (shown)
    return (
      <div className="grid gap-5">
        <h2 ref={result} tabIndex={-1} className="text-lg font-semibold">
          {tRevision('claims')}
        </h2>
        <AnchorTotals totals={shown.totals} />
        <Banner tone={shown.setBack > 0 ? 'warn' : 'info'} title={t('setBack', { count: shown.setBack })} />
        <FailureBanner failure={keepIt.failure} />
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" busy={keepIt.busy} onClick={() => void write()}>
            {t('save', { number: shown.number })}
          </Button>
          <Button variant="ghost" onClick={() => setShown(null)}>
            {t('back')}
          </Button>
        </div>
        <OutcomeList
          articleId={article.id}
          language={article.language}
          dir={article.dir}
          lines={shown.lines}
        />
        <h2 className="text-lg font-semibold">{tRevision('text')}</h2>
        <Comparison
          old={shown.old}
          fresh={shown.fresh}
          rows={shown.rows}
          language={article.language}
          dir={article.dir}
        />
      </div>
    )

  return (
    <EarlyForm
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void show()
      }}
    >
      <FailureBanner failure={look.failure} fields={['text']} />
      {restored && (
        <Banner tone="info" title={t('restored')}>
          <Button
            size="sm"
            variant="ghost"
            onClick={() => {
              drop()
              setRestored(false)
              setText(newest)
            }}
          >
            {t('discard')}
          </Button>
        </Banner>
      )}
      <OfferedDraft
        offered={draft.offered}
        onDrop={draft.decide}
        onTake={(value) => {
          draft.decide()
          enter(value.text)
        }}
      >
        {(value) => value.text}
      </OfferedDraft>
      <Field label={t('file')} hint={t('fileHint')} error={fileIssue('file')}>
        <FileInput disabled={reading.busy} onFiles={([file]) => file && void take(file)} />
      </Field>
      {reading.busy && <p role="status">{tImporting('reading', { name: '' })}</p>}
      <FailureBanner failure={reading.failure} fields={['file']} />
      {brought && (
        <>
          <Banner tone="success" title={t('read', { name: brought.name })} />
          <BroughtSummary
            blocks={brought.incoming.blocks}
            edited={blocks === undefined}
            notices={brought.incoming.notices}
            notes={[]}
          />
        </>
      )}
      <Field label={t('text')} hint={t('textHint')} error={issue('text')}>
        <Textarea
          lang={article.language}
          dir={article.dir}
          rows={18}
          value={text}
          onChange={(event) => enter(event.target.value)}
        />
      </Field>
      <div>
        <Button type="submit" variant="primary" busy={look.busy}>
          {t('preview')}
        </Button>
      </div>
    </EarlyForm>
  )
}
