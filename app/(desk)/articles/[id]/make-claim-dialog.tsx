'use client'

import { useRef } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner, nearestFor, useIssue } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import { useAction } from '@/components/form/use-action'
import { useEditing } from '@/components/form/use-editing'
import { isTaken, NearestWords } from '@/components/text/nearest-words'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, Input, Textarea } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import { makeClaimAction } from './actions'
import type { ArticleShown } from './article-shown'

type Props = {
  article: ArticleShown
  onClose: () => void
  onMade: (number: number) => void
}

const NO_WORDS = { quote: '', prefix: '', suffix: '' }

/** Makes a claim from typed or pasted words, without a selection in the text. */
export function MakeClaimDialog({ article, onClose, onMade }: Props) {
  const t = useTranslations('article.make')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const { run, busy, failure } = useAction(makeClaimAction)
  const issue = useIssue(failure)
  const requestKey = useRef('')
  const form = useEditing({ draft: `quote:${article.id}`, stored: NO_WORDS, version: article.revision })
  const fields = form.value
  const near = nearestFor(failure, 'quote')

  const save = async () => {
    requestKey.current ||= crypto.randomUUID()
    const result = await run({
      articleId: article.id,
      revision: article.revision,
      quote: fields.quote,
      ...(fields.prefix && { prefix: fields.prefix }),
      ...(fields.suffix && { suffix: fields.suffix }),
      requestKey: requestKey.current,
    })
    if (!result?.ok) return
    form.end(article.revision)
    toast({ title: t('made', { number: result.value.number }) })
    onMade(result.value.number)
  }
  const text = (field: keyof typeof fields) => ({
    lang: article.language,
    dir: 'auto' as const,
    value: fields[field],
    onChange: (event: { target: { value: string } }) => form.set({ [field]: event.target.value }),
  })

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('dialogTitle')}
      description={t('dialogHint')}
      closeLabel={tCommon('close')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {tCommon('cancel')}
          </Button>
          <Button variant="primary" busy={busy} onClick={() => void save()}>
            {t('button')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <FailureBanner failure={failure} fields={['quote']} />
        <OfferedDraft {...form.offer}>{({ quote }) => quote}</OfferedDraft>
        <Field label={t('quote')} error={isTaken(near, fields.quote) ? undefined : issue('quote')}>
          <Textarea rows={3} {...text('quote')} />
        </Field>
        <NearestWords
          near={near}
          typed={fields.quote}
          language={article.language}
          onTake={({ quote, prefix, suffix }) => form.set({ quote, prefix, suffix })}
        />
        <Field label={t('prefix')}>
          <Input {...text('prefix')} />
        </Field>
        <Field label={t('suffix')}>
          <Input {...text('suffix')} />
        </Field>
      </div>
    </Dialog>
  )
}
