'use client'

import { useTranslations } from 'next-intl'
import { useAction } from '@/components/form/use-action'
import { FailureBanner } from '@/components/form/failure'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useToast } from '@/components/ui/toast'
import type { AnswerItem as Item } from '@/domain/question/shape'
import { publicUrl } from '@/text/public-address'
import { takeAnswerAction } from './actions'
import { CopyWords } from './copy-words'

/** Makes a source of an answer, which is an interview. */
export function useTaking() {
  const t = useTranslations('question.desk')
  const toast = useToast()
  const { run, busy, failure } = useAction(takeAnswerAction, { stays: true })
  const take = async (id: string) => {
    const result = await run({ id })
    if (result?.ok) toast({ title: t('takenToast') })
  }
  return { take, busy, failure }
}

type Props = {
  item: Item
  /** What takes it as a source, for those who may. */
  taking: ReturnType<typeof useTaking> | null
  /** The key that takes it too. */
  shortcut?: string
}

/** What somebody outside said about one claim or about the article. */
export function AnswerItem({ item, taking, shortcut }: Props) {
  const t = useTranslations('question.desk')
  const tVerdict = useTranslations('question.verdict')
  const { verdict, text, proposed, url, sourceTitle } = item
  return (
    <div className="grid gap-1">
      {verdict && <strong className="text-sm">{tVerdict(verdict)}</strong>}
      {text && (
        <p dir="auto" className="break-words whitespace-pre-wrap">
          {text}
        </p>
      )}
      {proposed && (
        <>
          <p className="text-sm text-ink-muted">{t('proposed')}</p>
          <p dir="auto" className="border-s-2 border-line ps-2 break-words whitespace-pre-wrap">
            {proposed}
          </p>
          <div>
            <CopyWords words={proposed} label={t('copyWords')} />
          </div>
        </>
      )}
      {url && (
        <p className="text-sm break-words">
          {sourceTitle && <bdi>{sourceTitle}</bdi>}{' '}
          <a className="link break-all" dir="ltr" href={publicUrl(url)?.href} rel="noreferrer">
            {url}
          </a>
        </p>
      )}
      <FailureBanner failure={taking?.failure ?? null} />
      {item.sourceId !== null && <p className="text-sm text-ink-muted">{t('taken')}</p>}
      {taking && item.claimId !== null && item.sourceId === null && (
        <div>
          <Button size="sm" busy={taking.busy} onClick={() => void taking.take(item.id)}>
            {t('take')}
            {shortcut && <Kbd>{shortcut}</Kbd>}
          </Button>
        </div>
      )}
    </div>
  )
}
