'use client'

import { useRef, useState, type ComponentProps } from 'react'
import { useTranslations } from 'next-intl'
import { FileCheck2 } from 'lucide-react'
import { useFileDrop } from '@/components/import/use-file-drop'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Field, Input } from '@/components/ui/field'
import { MAX_FILE_BYTES } from '@/services/importing/incoming'
import { Answer } from './answer'

type Verification = ComponentProps<typeof Answer>['verification']
type Failure = { key: 'tooLarge' | 'tooOften' | 'busy' | 'failed'; seconds?: number }
type State =
  | { step: 'waiting' }
  | { step: 'checking'; name: string }
  | ({ step: 'failed'; name: string } & Failure)
  | { step: 'answered'; name: string; verification: Verification }

const FAILURES: Record<number, Failure['key']> = { 413: 'tooLarge', 429: 'tooOften', 503: 'busy' }

async function ask(file: File): Promise<Verification | Failure> {
  const body = new FormData()
  body.set('file', file)
  const answer = await fetch('/api/v1/verify', { method: 'POST', body }).catch(() => null)
  if (answer?.ok) return (await answer.json()) as Verification
  const key = FAILURES[answer?.status ?? 0] ?? 'failed'
  return { key, seconds: Number(answer?.headers.get('retry-after') ?? 1) }
}

/** Takes a report as a file, chosen or dropped, and says what it is. */
export function VerifyFile({ timeZone }: { timeZone: string }) {
  const t = useTranslations('reports.verify')
  const [state, setState] = useState<State>({ step: 'waiting' })
  const asked = useRef(0)
  const check = async (file: File | undefined) => {
    if (!file) return
    const { name } = file
    const turn = (asked.current += 1)
    if (file.size > MAX_FILE_BYTES) return setState({ step: 'failed', name, key: 'tooLarge' })
    setState({ step: 'checking', name })
    const answer = await ask(file)
    if (turn !== asked.current) return
    setState(
      'key' in answer
        ? { step: 'failed', name, ...answer }
        : { step: 'answered', name, verification: answer },
    )
  }
  const { dropping, handlers } = useFileDrop(([file]) => void check(file))
  return (
    <section
      className="drop-target grid gap-3"
      data-dropping={dropping || undefined}
      aria-labelledby="by-file"
      {...handlers}
    >
      <h2 id="by-file" className="text-lg font-semibold">
        {t('file')}
      </h2>
      <Field label={t('choose')} hint={t('fileHint')}>
        <span className="file-input">
          <span aria-hidden className={cx(buttonClass(), 'w-full')}>
            <FileCheck2 className="size-4" />
            {t('drop')}
          </span>
          <Input
            type="file"
            onChange={(event) => {
              const file = event.target.files?.[0]
              void check(file).finally(() => {
                event.target.value = ''
              })
            }}
          />
        </span>
      </Field>
      {'name' in state && (
        <p className="break-words" role="status">
          <bdi>{state.name}</bdi>
          {state.step === 'checking' && ` · ${t('checking')}`}
        </p>
      )}
      {state.step === 'failed' && (
        <Banner tone="error" title={t(state.key, { seconds: state.seconds ?? 1 })} />
      )}
      {state.step === 'answered' && <Answer verification={state.verification} timeZone={timeZone} />}
    </section>
  )
}
