'use client'

import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FieldConflict } from '@/components/form/field-conflict'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import { RestoredDraft } from '@/components/form/restored-draft'
import { Button } from '@/components/ui/button'
import { Field, Textarea } from '@/components/ui/field'
import type { ArticleShown } from '../article-shown'
import { RevisionPreview } from './revision-preview'
import { TextFile } from './text-file'
import { TrackedNotice } from './tracked-notice'
import { useRevising } from './use-revising'
import { WriterNotes } from './writer-notes'

type Props = {
  article: ArticleShown
  text: string
  /** The questions with which remarks to the writer end, in each language. */
  questions: readonly string[]
}

/** Takes the edited text, shows what happens to each claim, and saves only after that. */
export function ReviseForm({ article, text: newest, questions }: Props) {
  const t = useTranslations('revision.new')
  const revising = useRevising(article, newest, questions)
  const { form, look, keep, shown, lost } = revising
  const issue = useIssue(look.failure ?? keep.failure)

  if (shown && !lost)
    return (
      <RevisionPreview
        {...{ article, shown, busy: keep.busy, failure: keep.failure }}
        tracked={revising.tracked}
        noted={revising.noted}
        unanswered={revising.unanswered}
        onSave={() => void revising.save()}
        onBack={revising.goOn}
      />
    )
  return (
    <EarlyForm
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void revising.show()
      }}
    >
      <FailureBanner failure={lost ? null : look.failure} fields={['text']} />
      {form.restoredAt && (
        <RestoredDraft title={t('restored')} discard={t('discard')} onDiscard={revising.discard} />
      )}
      <OfferedDraft {...form.offer}>{(value) => value.text}</OfferedDraft>
      <TextFile brought={revising.brought} edited={!revising.asRead} onBring={revising.bring}>
        <TrackedNotice tracked={revising.tracked} revision={article.revision} />
        <WriterNotes
          article={article}
          notes={revising.notes}
          unanswered={revising.unanswered}
          text={form.value.text}
        />
      </TextFile>
      <Field label={t('text')} hint={t('textHint')} error={issue('text')}>
        <Textarea
          lang={article.language}
          dir={article.dir}
          rows={18}
          value={form.value.text}
          onChange={(event) => form.enter({ text: event.target.value })}
        />
      </Field>
      <div>
        <Button type="submit" variant="primary" busy={look.busy}>
          {t('preview')}
        </Button>
      </div>
      {lost && (
        <FieldConflict
          fields={[
            {
              ...{ name: 'text', label: t('text'), kind: 'text' },
              ...{ from: form.from.text, mine: form.value.text, theirs: lost.theirs.text },
            },
          ]}
          language={article.language}
          onClose={revising.goOn}
          onTheirs={lost.take}
          onMine={() => lost.goOn(form.value.text)}
          onTogether={({ text = '' }) => lost.goOn(text)}
        />
      )}
    </EarlyForm>
  )
}
