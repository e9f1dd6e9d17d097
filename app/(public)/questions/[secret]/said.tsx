import { useTranslations } from 'next-intl'
import type { SaidPart } from '@/domain/question/asked/shape'

type Props = {
  said: Omit<SaidPart, 'claimId'>
  /** The attributes of words in the article's language. */
  own: { lang: string; dir: 'ltr' | 'rtl' }
}

/** What somebody said about one part, as it was or will be sent. */
export function Said({ said, own }: Props) {
  const t = useTranslations('question')
  const { quote, verdict, text, proposed, sourceTitle, url } = said
  return (
    <div className="grid gap-1">
      {quote && (
        <p className="public-prose question-quote" {...own}>
          {quote}
        </p>
      )}
      {verdict && <p className="font-semibold">{t(`verdict.${verdict}`)}</p>}
      {text && (
        <p className="whitespace-pre-line" dir="auto">
          {text}
        </p>
      )}
      {proposed && (
        <dl>
          <dt className="text-sm text-ink-muted">{t('page.proposed')}</dt>
          <dd className="public-prose" {...own}>
            {proposed}
          </dd>
        </dl>
      )}
      {url && (
        <p>
          {sourceTitle && <bdi>{sourceTitle}</bdi>}{' '}
          <bdi dir="ltr" className="text-sm break-all">
            {url}
          </bdi>
        </p>
      )}
      {!verdict && !text && !proposed && !url && <p className="text-ink-muted">{t('page.noWords')}</p>}
    </div>
  )
}
