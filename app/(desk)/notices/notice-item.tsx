import { useTranslations } from 'next-intl'
import { Check } from 'lucide-react'
import { CommentWords } from '@/components/claim/comment-words'
import { MomentCell, TitleCell } from '@/components/table/cells'
import { Button } from '@/components/ui/button'
import type { NoticeLine } from '@/domain/notice/shape'
import type { Person } from '@/domain/shape'
import { directionOf } from '@/text/direction'
import './notices.css'

/** A notice, with the people whom its words name. */
export type NoticeShown = NoticeLine & { named: Person[] }

type Props = { notice: NoticeShown; onRead: () => void }

/** A notice: what happened, on which words, what was said, when and in which article. */
export function NoticeItem({ notice, onRead }: Props) {
  const t = useTranslations('notices')
  const tCommon = useTranslations('common')
  const { id, kind, by, outside, claims, claim, article, words, at, readAt } = notice
  const sentence = t(`sentence.${kind}`, { name: by?.name ?? outside, count: claims })
  return (
    <li className="notice" data-unread={readAt ? undefined : ''}>
      <div className="notice-body">
        {/* The address marks the notice as read and leads on, which is no page that could be loaded ahead. */}
        <a className="notice-link" href={`/notices/${id}`}>
          {!readAt && <span className="sr-only">{`${t('isUnread')}: `}</span>}
          {sentence}
        </a>
        {words && <CommentWords text={words} named={notice.named} className="notice-words" />}
        {claim && article && (
          <p lang={article.language} dir={directionOf(article.language)} className="notice-quote">
            {claim.quote}
          </p>
        )}
        <div className="notice-facts">
          <MomentCell at={at} />
          {claim && <span>{tCommon('claimNumber', { number: claim.number })}</span>}
          {article && <TitleCell title={article.title} language={article.language} />}
        </div>
      </div>
      {!readAt && (
        <Button
          size="sm"
          variant="ghost"
          aria-label={t('readNamed', { words: sentence })}
          title={t('readOne')}
          onClick={onRead}
        >
          <Check aria-hidden className="size-4" />
        </Button>
      )}
    </li>
  )
}
