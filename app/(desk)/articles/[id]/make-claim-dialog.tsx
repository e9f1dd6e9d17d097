'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import { useAction } from '@/components/form/use-action'
import { useDraft } from '@/components/form/use-draft'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, Input, Textarea } from '@/components/ui/field'
import type { MakeClaim } from './article-desk'

type Props = {
  article: { id: string; language: string; revision: number }
  makeClaim: MakeClaim
  onClose: () => void
  onMade: (number: number) => void
}

/** The way to make a claim without selecting anything: type or paste its words. */
export function MakeClaimDialog({ article, makeClaim, onClose, onMade }: Props) {
  const t = useTranslations('article.make')
  const tCommon = useTranslations('common')
  const { run, busy, failure } = useAction(makeClaim)
  const issue = useIssue(failure)
  const [fields, setFields] = useState({ quote: '', prefix: '', suffix: '' })
  const requestKey = useRef('')
  const draft = useDraft<typeof fields>(`quote:${article.id}`, article.revision)
  const { restored: found, keep, drop } = draft
  useEffect(() => {
    if (found) setFields(found.value)
  }, [found])

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
    drop()
    onMade(result.value.number)
  }
  const text = (field: keyof typeof fields) => ({
    lang: article.language,
    dir: 'auto' as const,
    value: fields[field],
    onChange: (event: { target: { value: string } }) => {
      const next = { ...fields, [field]: event.target.value }
      setFields(next)
      keep(next, article.revision)
    },
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
        <OfferedDraft
          offered={draft.offered}
          onDrop={draft.decide}
          onTake={(value) => {
            draft.decide()
            setFields(value)
            keep(value, article.revision)
          }}
        >
          {({ quote }) => quote}
        </OfferedDraft>
        <Field label={t('quote')} error={issue('quote')}>
          <Textarea rows={3} {...text('quote')} />
        </Field>
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
