'use client'

import { useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import { RestoredDraft } from '@/components/form/restored-draft'
import { useAction, type Action } from '@/components/form/use-action'
import { useEditing } from '@/components/form/use-editing'
import { useGo } from '@/components/form/use-go'
import { Button } from '@/components/ui/button'
import { Field, Textarea } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import type { RevisionPreview as Preview } from '@/domain/revision/queries'
import type { Block } from '@/text/blocks'
import { RevisionPreview } from './revision-preview'
import { TextFile, type Brought } from './text-file'

type Input = { articleId: string; revision: number; text: string; blocks?: Block[]; requestKey?: string }

type Props = {
  article: { id: string; language: string; dir: 'ltr' | 'rtl'; revision: number }
  text: string
  preview: Action<Input, Preview>
  save: Action<Input, { revision: number }>
}

/** The edited text goes in, what becomes of each claim is shown, and only then is anything saved. */
export function ReviseForm({ article, text: newest, preview, save }: Props) {
  const t = useTranslations('revision.new')
  const go = useGo()
  const toast = useToast()
  const look = useAction(preview)
  const keep = useAction(save)
  const issue = useIssue(look.failure ?? keep.failure)
  const stored = { text: newest }
  const form = useEditing({ draft: `revise:${article.id}`, stored, version: article.revision })
  const { text } = form.value
  const [brought, setBrought] = useState<Brought | null>(null)
  const [shown, setShown] = useState<Preview | null>(null)
  const requestKey = useRef('')

  const blocks = brought?.incoming.text === text ? brought.incoming.blocks : undefined
  const input = { articleId: article.id, revision: article.revision, text, blocks }
  const show = async () => {
    const answer = await look.run(input)
    if (answer?.ok) setShown(answer.value)
  }
  const write = async () => {
    requestKey.current ||= crypto.randomUUID()
    const answer = await keep.run({ ...input, requestKey: requestKey.current })
    if (!answer?.ok) return
    const { revision } = answer.value
    form.save({ text }, revision)
    toast({ title: t('saved', { number: revision }) })
    go(`/articles/${article.id}/revisions/${revision}`)
  }

  if (shown)
    return (
      <RevisionPreview
        {...{ article, shown, busy: keep.busy, failure: keep.failure }}
        onSave={() => void write()}
        onBack={() => setShown(null)}
      />
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
      {form.restoredAt && (
        <RestoredDraft
          title={t('restored')}
          discard={t('discard')}
          onDiscard={() => form.end(article.revision, stored)}
        />
      )}
      <OfferedDraft {...form.offer}>{(value) => value.text}</OfferedDraft>
      <TextFile
        brought={brought}
        edited={blocks === undefined}
        onBring={(read) => {
          form.enter({ text: read.incoming.text })
          setBrought(read)
        }}
      />
      <Field label={t('text')} hint={t('textHint')} error={issue('text')}>
        <Textarea
          lang={article.language}
          dir={article.dir}
          rows={18}
          value={text}
          onChange={(event) => form.enter({ text: event.target.value })}
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
