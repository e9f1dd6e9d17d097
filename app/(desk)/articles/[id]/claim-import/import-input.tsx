'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue, type Failure } from '@/components/form/failure'
import { RestoredDraft } from '@/components/form/restored-draft'
import { useAction } from '@/components/form/use-action'
import { FileInput } from '@/components/import/file-input'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, Textarea } from '@/components/ui/field'
import { IMPORT_BYTES_MAX } from '@/domain/claim-import/schema'
import { readClaimImportFileAction } from '../actions'
import { acceptOf, CLAIM_IMPORT_FORMATS } from '@/importing/formats'

type Read = { name: string; guessed: string | null }

type Props = {
  text: string
  /** Whether the text comes from an earlier visit. */
  restored: boolean
  onText: (text: string) => void
  failure: Failure | null
  busy: boolean
  onShow: () => void
}

const TOO_LARGE: Failure = {
  ok: false,
  code: 'invalid',
  key: 'invalid',
  params: {},
  issues: [{ path: 'bytes', key: 'listTooLarge' }],
}

/** The field for a pasted or uploaded list. */
export function ImportInput({ text, restored, onText, failure, busy, onShow }: Props) {
  const t = useTranslations('claimImport')
  const reading = useAction(readClaimImportFileAction)
  const [tooLarge, setTooLarge] = useState<Failure | null>(null)
  const [read, setRead] = useState<Read | null>(null)
  const issue = useIssue(failure)
  const fileIssue = useIssue(tooLarge ?? reading.failure)

  const upload = async (file: File | undefined) => {
    if (!file) return
    setRead(null)
    reading.clear()
    setTooLarge(file.size > IMPORT_BYTES_MAX ? TOO_LARGE : null)
    if (file.size > IMPORT_BYTES_MAX) return
    const answer = await reading.run({ bytes: new Uint8Array(await file.arrayBuffer()) })
    if (!answer?.ok) return
    onText(answer.value.text)
    setRead({ name: file.name, guessed: answer.value.guessed })
  }

  return (
    <EarlyForm
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        onShow()
      }}
    >
      <FailureBanner failure={failure} fields={['list']} />
      <FailureBanner failure={reading.failure} fields={['bytes']} />
      {restored && (
        <RestoredDraft title={t('restored')} discard={t('discard')} onDiscard={() => onText('')} />
      )}
      <Field label={t('list')} hint={t('listHint')} error={issue('list')}>
        <Textarea
          dir="auto"
          rows={10}
          spellCheck={false}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      </Field>
      <Field label={t('file')} hint={t('fileHint')} error={fileIssue('bytes')}>
        <FileInput
          accept={acceptOf(CLAIM_IMPORT_FORMATS)}
          disabled={reading.busy}
          onFiles={([file]) => void upload(file)}
        />
      </Field>
      {reading.busy && <p role="status">{t('reading')}</p>}
      {read && (
        <Banner
          tone={read.guessed ? 'warn' : 'info'}
          title={
            read.guessed
              ? t('guessed', { name: read.name, encoding: read.guessed })
              : t('read', { name: read.name })
          }
        />
      )}
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {t('show')}
        </Button>
      </div>
    </EarlyForm>
  )
}
