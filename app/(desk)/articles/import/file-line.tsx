import type { ComponentProps } from 'react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useFailureSentence } from '@/components/form/failure'
import { EncodingChoice } from '@/components/import/encoding-choice'
import { Button } from '@/components/ui/button'
import type { Encoding } from '@/text/encodings'
import { offersEncoding, tellingWords, type Item } from './queue'
import './file-line.css'

type Props = {
  item: Item
  locked: boolean
  onAgain: () => void
  onAccept: () => void
  onReadAs: (encoding: Encoding | undefined) => void
  onRemove: () => void
}

/** One file and its state. */
export function FileLine({ item, locked, onAgain, onAccept, onReadAs, onRemove }: Props) {
  const { file, state } = item
  return (
    <li className="import-file">
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="font-medium break-words">
          <bdi>{file.name}</bdi>
        </p>
        <Outcome item={item} />
        {(state.at === 'asking' || (state.at === 'failed' && offersEncoding(state))) && (
          <EncodingChoice
            encoding={state.at === 'asking' ? state.read.encoding : null}
            chosen={state.chosen}
            busy={locked}
            onChoose={onReadAs}
          />
        )}
      </div>
      <div className="flex gap-2">
        {state.at === 'asking' && (
          <LineButton verb="accept" name={file.name} variant="primary" disabled={locked} onClick={onAccept} />
        )}
        {state.at === 'failed' && (
          <LineButton verb="again" name={file.name} disabled={locked} onClick={onAgain} />
        )}
        {(state.at === 'failed' || state.at === 'waiting' || state.at === 'asking') && (
          <LineButton verb="remove" name={file.name} variant="ghost" disabled={locked} onClick={onRemove} />
        )}
      </div>
    </li>
  )
}

type LineButtonProps = Pick<ComponentProps<typeof Button>, 'variant' | 'disabled' | 'onClick'> & {
  verb: 'accept' | 'again' | 'remove'
  name: string
}

/** What can be done with a file; its accessible name tells the file. */
function LineButton({ verb, name, ...button }: LineButtonProps) {
  const t = useTranslations('importing.bulk')
  return (
    <Button size="sm" aria-label={t(`${verb}Named`, { name })} {...button}>
      {t(verb)}
    </Button>
  )
}

function Outcome({ item: { file, state } }: { item: Item }) {
  const t = useTranslations('importing.bulk')
  const tImport = useTranslations('importing')
  const sentence = useFailureSentence()
  switch (state.at) {
    case 'waiting':
      return <p className="text-sm text-ink-muted">{t('waiting')}</p>
    case 'sending':
      return (
        <p className="text-sm text-ink-muted">
          {state.share < 1
            ? tImport('uploading', { name: file.name, share: state.share })
            : tImport('reading', { name: file.name })}
        </p>
      )
    case 'asking':
      return (
        <>
          <p className="text-sm">{t('asking')}</p>
          <p className="import-words" lang={state.read.language ?? undefined} dir="auto">
            {tellingWords(state.read.text)}
          </p>
        </>
      )
    case 'saving':
      return <p className="text-sm text-ink-muted">{t('saving')}</p>
    case 'done':
      return (
        <p className="flex flex-wrap items-center gap-x-2 text-sm">
          <CircleCheck aria-hidden className="size-4 shrink-0" />
          {t('doneAs')}
          <Link prefetch={false} className="link" href={`/articles/${state.articleId}`}>
            <bdi>{state.title}</bdi>
          </Link>
          <span className="text-ink-muted">
            {t('claims', { count: state.claims })}
            {state.notices > 0 && ` · ${t('notices', { count: state.notices })}`}
          </span>
        </p>
      )
    case 'failed': {
      const noLanguage = state.failure.issues.some(
        (issue) => issue.path === 'language' && issue.key === 'required',
      )
      return (
        <p className="flex items-start gap-1.5 text-sm font-medium text-danger">
          <CircleAlert aria-hidden className="mt-[0.2em] size-[1.1em] shrink-0" />
          <span className="min-w-0 break-words">
            <span className="sr-only">{t('wrong')}: </span>
            {noLanguage ? t('languageMissing') : sentence(state.failure)}
          </span>
        </p>
      )
    }
  }
}
