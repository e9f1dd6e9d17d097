import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useFailureSentence } from '@/components/form/failure'
import { Button } from '@/components/ui/button'
import type { Item } from './queue'
import './file-line.css'

type Props = { item: Item; locked: boolean; onAgain: () => void; onRemove: () => void }

/** One file and its state. */
export function FileLine({ item, locked, onAgain, onRemove }: Props) {
  const t = useTranslations('importing.bulk')
  const { file, state } = item
  return (
    <li className="import-file">
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="font-medium break-words">
          <bdi>{file.name}</bdi>
        </p>
        <Outcome item={item} />
      </div>
      <div className="flex gap-2">
        {state.at === 'failed' && (
          <Button
            size="sm"
            disabled={locked}
            aria-label={t('againNamed', { name: file.name })}
            onClick={onAgain}
          >
            {t('again')}
          </Button>
        )}
        {(state.at === 'failed' || state.at === 'waiting') && (
          <Button
            size="sm"
            variant="ghost"
            disabled={locked}
            aria-label={t('removeNamed', { name: file.name })}
            onClick={onRemove}
          >
            {t('remove')}
          </Button>
        )}
      </div>
    </li>
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
