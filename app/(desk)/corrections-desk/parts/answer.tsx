'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { useIssue } from '@/components/form/failure'
import { FormDialog } from '@/components/form/form-dialog'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { Field, Textarea } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import type { CorrectionRequest } from '@/domain/correction-request/shape'
import type { Said } from '@/domain/shape'
import { answerCorrectionRequestAction } from '../actions'

/** Writes an answer to the sender of a request. What is typed stays when the dialog is closed. */
export function AnswerButton({ request }: { request: Said<CorrectionRequest> }) {
  const t = useTranslations('correction.request')
  const toast = useToast()
  const { run, busy, failure, clear } = useAction(answerCorrectionRequestAction)
  const issue = useIssue(failure)
  const [open, setOpen] = useState(false)
  const [answer, setAnswer] = useState(() => ({ text: '', requestKey: crypto.randomUUID() }))
  const submit = async () => {
    const result = await run({ id: request.id, ...answer })
    if (!result?.ok) return
    setAnswer({ text: '', requestKey: crypto.randomUUID() })
    setOpen(false)
    toast({ title: t('answerStands') })
  }
  const close = () => {
    clear()
    setOpen(false)
  }
  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
        {t('answer')}
      </Button>
      <FormDialog
        open={open}
        title={t('answerTitle')}
        hint={t(request.sender?.email ? 'answerHintMail' : 'answerHint')}
        action={t('answerSend')}
        busy={busy}
        failure={failure}
        fields={['text']}
        onSubmit={() => void submit()}
        onClose={close}
      >
        <Field label={t('answerText')} error={issue('text')}>
          <Textarea
            dir="auto"
            lang={request.language}
            required
            rows={6}
            value={answer.text}
            onChange={(event) => setAnswer({ text: event.target.value, requestKey: crypto.randomUUID() })}
          />
        </Field>
      </FormDialog>
    </>
  )
}
