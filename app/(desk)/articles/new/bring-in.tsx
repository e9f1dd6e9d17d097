'use client'

import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { EncodingChoice } from '@/components/import/encoding-choice'
import { FileInput } from '@/components/import/file-input'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import type { Incoming } from '@/importing/incoming'
import type { useReading } from './use-reading'
import '../bring-in.css'

type Props = {
  reading: ReturnType<typeof useReading>
  encoding: Incoming['encoding']
  /** Shown instead of the reading's own error. */
  fileError?: string
}

/** The alternatives to pasting: a file, or the page at an address. */
export function BringIn({ reading, encoding, fileError }: Props) {
  const t = useTranslations('importing')
  const issue = useIssue(reading.failure)
  const [url, setUrl] = useState('')
  const unknownEncoding = reading.failure?.issues.some((one) => one.key === 'importEncoding')
  const asksEncoding =
    reading.again && (encoding?.guessed || reading.encoding !== null || Boolean(unknownEncoding))
  return (
    <section className="bring-in" aria-label={t('bring')}>
      <FailureBanner failure={reading.failure} fields={['file', 'url']} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('file')} hint={t('fileHint')} error={fileError ?? issue('file')}>
          <FileInput disabled={reading.busy} onFiles={([file]) => file && void reading.file(file)} />
        </Field>
        <EarlyForm
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void reading.address(url)
          }}
        >
          <Field label={t('address')} hint={t('addressHint')} error={issue('url')}>
            <AddressInput value={url} onChange={setUrl} label={t('read')} busy={reading.busy} />
          </Field>
        </EarlyForm>
      </div>
      {reading.busy && <Progress reading={reading} />}
      {asksEncoding && (
        <EncodingChoice
          encoding={encoding}
          chosen={reading.encoding}
          busy={reading.busy}
          onChoose={(as) => void reading.again?.(as)}
        />
      )}
      <Link prefetch={false} className="link justify-self-start" href="/articles/import">
        {t('many')}
      </Link>
    </section>
  )
}

type AddressProps = { value: string; onChange: (value: string) => void; label: string; busy: boolean }

function AddressInput({ value, onChange, label, busy }: AddressProps) {
  return (
    <span className="flex gap-2">
      <Input
        dir="ltr"
        inputMode="url"
        autoComplete="off"
        placeholder="https://"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Button type="submit" busy={busy}>
        {label}
      </Button>
    </span>
  )
}

function Progress({ reading }: Pick<Props, 'reading'>) {
  const t = useTranslations('importing')
  const { share } = reading
  const name = reading.name ?? ''
  const sending = share !== null && share < 1
  const said = sending ? t('uploading', { name, share }) : t('reading', { name })
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <div className="grid min-w-0 flex-1 gap-1">
        <p role="status" className="text-sm break-words">
          {said}
        </p>
        <progress aria-label={t('reading', { name })} max={1} value={sending ? share : undefined} />
      </div>
      {share !== null && (
        <Button size="sm" onClick={reading.stop}>
          {t('stop')}
        </Button>
      )}
    </div>
  )
}
