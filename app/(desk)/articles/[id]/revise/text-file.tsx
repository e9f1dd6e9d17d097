'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { BroughtSummary } from '@/components/import/brought-summary'
import { FileInput } from '@/components/import/file-input'
import { sendFile } from '@/components/import/send-file'
import { Banner } from '@/components/ui/banner'
import { Field } from '@/components/ui/field'
import type { Incoming } from '@/importing/incoming'
import { MAX_FILE_BYTES } from '@/text/bounds'

export type Brought = { name: string; incoming: Incoming }

type Props = {
  /** The file that the text comes from. */
  brought: Brought | null
  /** Whether somebody changed the text after reading the file. */
  edited: boolean
  onBring: (brought: Brought) => void
  /** What else there is to say of the file. */
  children: ReactNode
}

const readFile = (file: File) => sendFile(file, { max: MAX_FILE_BYTES })

/** Reads the edited text from a file, and lists what else the file contained. */
export function TextFile({ brought, edited, onBring, children }: Props) {
  const t = useTranslations('revision.new')
  const tImporting = useTranslations('importing')
  const reading = useAction(readFile, { apart: true })
  const issue = useIssue(reading.failure)
  const take = async (file: File) => {
    const answer = await reading.run(file)
    if (answer?.ok) onBring({ name: file.name, incoming: answer.value })
  }
  return (
    <>
      <Field label={t('file')} hint={t('fileHint')} error={issue('file')}>
        <FileInput disabled={reading.busy} onFiles={([file]) => file && void take(file)} />
      </Field>
      {reading.busy && <p role="status">{tImporting('reading', { name: '' })}</p>}
      <FailureBanner failure={reading.failure} fields={['file']} />
      {brought && (
        <>
          <Banner tone="success" title={t('read', { name: brought.name })} />
          <BroughtSummary
            blocks={brought.incoming.blocks}
            edited={edited}
            notices={brought.incoming.notices}
            notes={brought.incoming.notes}
          />
          {children}
        </>
      )}
    </>
  )
}
