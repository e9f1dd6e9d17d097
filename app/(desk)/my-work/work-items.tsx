import { useFormatter, useTranslations } from 'next-intl'
import { ClaimDue, DueTime } from '@/components/claim/due-time'
import { ChangedMark } from '@/components/claim/changed-mark'
import { CommentWords } from '@/components/claim/comment-words'
import { ClaimStatusBadge } from '@/components/claim/status'
import { LinkCell, TitleCell } from '@/components/table/cells'
import type { ClaimRow } from '@/domain/claim/shape'
import { namedIn } from '@/domain/comment/rules'
import type { CorrectionRow } from '@/domain/correction/shape'
import type { Person } from '@/domain/shape'
import type { Mention } from '@/domain/work/shape'
import './work.css'

/** A claim of somebody's work: its words, its article, and when it is due. */
export function WorkClaim({ claim, isChanged }: { claim: ClaimRow; isChanged: boolean }) {
  const t = useTranslations('common.status')
  const { article, number, quote, status } = claim
  return (
    <li className="work-item">
      <LinkCell href={`/articles/${article.id}/claims/${number}`} language={article.language}>
        {quote}
      </LinkCell>
      <div className="work-facts">
        {status !== 'unreviewed' && <ClaimStatusBadge status={status} label={t(status)} />}
        <ClaimDue claim={claim} />
        {isChanged && <ChangedMark />}
        <TitleCell title={article.title} language={article.language} />
      </div>
    </li>
  )
}

/** A comment that names somebody: its words, who wrote it, when, and where. */
export function WorkMention({ mention, people }: { mention: Mention; people: readonly Person[] }) {
  const t = useTranslations('common')
  const format = useFormatter()
  const { article, claim, text, by, at } = mention
  const place = claim ? `/claims/${claim.number}` : ''
  return (
    <li className="work-item">
      <LinkCell href={`/articles/${article.id}${place}`}>
        <CommentWords as="span" className="block" text={text} named={namedIn(text, people)} />
      </LinkCell>
      <div className="work-facts">
        <bdi>{by.name}</bdi>
        <time dateTime={at.toISOString()}>
          <bdi>{format.dateTime(at, 'short')}</bdi>
        </time>
        {claim && <span>{t('claimNumber', { number: claim.number })}</span>}
        <TitleCell title={article.title} language={article.language} />
      </div>
    </li>
  )
}

/** A correction that somebody owns: what is wrong, its step, and when the next one is due. */
export function WorkCorrection({ correction }: { correction: CorrectionRow }) {
  const t = useTranslations('correction')
  const { article, number, state } = correction
  return (
    <li className="work-item">
      <LinkCell href={`/corrections-desk/${number}`} language={article.language}>
        {correction.wrong || correction.right || correction.quote || article.title}
      </LinkCell>
      <div className="work-facts">
        <span>{t(`state.${state}`)}</span>
        <DueTime at={correction.dueAt} overdue={correction.overdue} />
        <TitleCell title={article.title} language={article.language} />
      </div>
    </li>
  )
}
