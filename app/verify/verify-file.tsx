'use client'

import { useRef, useState, type ComponentProps } from 'react'
import { useTranslations } from 'next-intl'
import { FileCheck2 } from 'lucide-react'
import { FileInput } from '@/components/import/file-input'
import { useFileDrop } from '@/components/import/use-file-drop'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { waitOf } from '@/domain/errors'
import { MAX_FILE_BYTES } from '@/text/bounds'
import { Answer } from './answer'

type Verification = ComponentProps<typeof Answer>['verification']
type State =
  | { step: 'waiting' }
  | { step: 'checking'; name: string }
  | { step: 'failed'; name: string; key: 'tooLarge' | 'failed'; file?: File }
  | { step: 'putOff'; name: string; key: 'limited' | 'busy'; seconds: number; file: File }
  | { step: 'answered'; name: string; verification: Verification }

/** Asks the desk about a file. If the desk did not look at it, the file stays chosen. */
async function ask(file: File): Promise<State> {
  const body = new FormData()
  body.set('file', file)
  const { name } = file
  const answer = await fetch('/api/v1/verify', { method: 'POST', body }).catch(() => null)
  if (answer?.ok) return { step: 'answered', name, verification: (await answer.json()) as Verification }
  if (answer?.status === 413) return { step: 'failed', name, key: 'tooLarge' }
  const seconds = Number(answer?.headers.get('retry-after')) || 1
  if (answer?.status === 429) return { step: 'putOff', name, key: 'limited', seconds, file }
  if (answer?.status === 503) return { step: 'putOff', name, key: 'busy', seconds, file }
  return { step: 'failed', name, key: 'failed', file }
}

/** Takes a report as a chosen or dropped file and shows the result of the check. */
export function VerifyFile({ timeZone }: { timeZone: string }) {
  const t = useTranslations('reports.verify')
  const tCommon = useTranslations('common')
  const tErrors = useTranslations('errors')
  const [state, setState] = useState<State>({ step: 'waiting' })
  const asked = useRef(0)
  const check = async (file: File | undefined) => {
    if (!file) return
    const { name } = file
    const turn = (asked.current += 1)
    if (file.size > MAX_FILE_BYTES) return setState({ step: 'failed', name, key: 'tooLarge' })
    setState({ step: 'checking', name })
    const answered = await ask(file)
    if (turn === asked.current) setState(answered)
  }
  const drop = useFileDrop(([file]) => void check(file))
  return (
    <section className="grid gap-3" aria-labelledby="by-file" {...drop}>
      <h2 id="by-file" className="text-lg font-semibold">
        {t('file')}
      </h2>
      <Field label={t('choose')} hint={t('fileHint')}>
        <FileInput accept="" onFiles={([file]) => void check(file)}>
          <FileCheck2 className="size-4" />
          {t('drop')}
        </FileInput>
      </Field>
      {'name' in state && (
        <p className="break-words" role="status">
          <bdi>{state.name}</bdi>
          {state.step === 'checking' && ` · ${t('checking')}`}
        </p>
      )}
      {state.step === 'failed' && (
        <Banner tone="error" title={t(state.key)}>
          {state.file && <Button onClick={() => void check(state.file)}>{tCommon('retry')}</Button>}
        </Banner>
      )}
      {state.step === 'putOff' && (
        <Banner
          tone="warn"
          title={
            state.key === 'busy'
              ? t('busy', { seconds: state.seconds })
              : tErrors('tooMany', waitOf(state.seconds))
          }
        >
          <Button onClick={() => void check(state.file)}>{tCommon('retry')}</Button>
        </Banner>
      )}
      {state.step === 'answered' && <Answer verification={state.verification} timeZone={timeZone} />}
    </section>
  )
}
