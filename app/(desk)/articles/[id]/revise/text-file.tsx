'use client'

import { useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { BroughtSummary } from '@/components/import/brought-summary'
import { EncodingChoice } from '@/components/import/encoding-choice'
import { FileInput } from '@/components/import/file-input'
import { sendFile } from '@/components/import/send-file'
import { Banner } from '@/components/ui/banner'
import { Field } from '@/components/ui/field'
import type { Incoming, Note } from '@/importing/incoming'
import type { Encoding } from '@/text/encodings'
import { MAX_FILE_BYTES } from '@/text/bounds'

export type Brought = {
  name: string
  incoming: Incoming
  /** The desk's own remarks that came back without an answer; they are not among the notes. */
  unanswered?: Note[]
}

type Props = {
  /** The file that the text comes from. */
  brought: Brought | null
  /** Whether somebody changed the text after reading the file. */
  edited: boolean
  onBring: (brought: Brought) => void
  /** What else there is to say of the file. */
  children: ReactNode
}

type Given = { file: File; as?: Encoding }

const readFile = ({ file, as }: Given) => sendFile(file, { max: MAX_FILE_BYTES, encoding: as })

/** Reads the edited text from a file, and lists what else the file contained. */
export function TextFile({ brought, edited, onBring, children }: Props) {
  const t = useTranslations('revision.new')
  const tImporting = useTranslations('importing')
  const reading = useAction(readFile, { apart: true })
  const issue = useIssue(reading.failure)
  const [last, setLast] = useState<Given | null>(null)
  const take = async (file: File, as?: Encoding) => {
    setLast({ file, as })
    const answer = await reading.run({ file, as })
    if (answer?.ok) onBring({ name: file.name, incoming: answer.value })
  }
  const encoding = brought?.incoming.encoding ?? null
  const isUnknown = reading.failure?.issues.some((one) => one.key === 'importEncoding')
  return (
    <>
      <Field label={t('file')} hint={t('fileHint')} error={issue('file')}>
        <FileInput disabled={reading.busy} onFiles={([file]) => file && void take(file)} />
      </Field>
      {reading.busy && <p role="status">{tImporting('reading', { name: '' })}</p>}
      <FailureBanner failure={reading.failure} fields={['file']} />
      {last && (encoding?.guessed || last.as || isUnknown) && (
        <EncodingChoice
          encoding={encoding}
          chosen={last.as ?? null}
          busy={reading.busy}
          onChoose={(as) => void take(last.file, as)}
        />
      )}
      {brought && (
        <>
          <Banner tone="success" title={t('read', { name: brought.name })} />
          <BroughtSummary
            blocks={brought.incoming.blocks}
            edited={edited}
            notices={brought.incoming.notices}
            notes={brought.incoming.notes}
            allKept={brought.incoming.allKept}
          />
          {children}
        </>
      )}
    </>
  )
}
