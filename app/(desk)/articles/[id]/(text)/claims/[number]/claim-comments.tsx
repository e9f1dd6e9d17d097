import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Fold } from '@/components/ui/fold'
import { claimComments, listMentionable } from '@/domain/comment/queries'
import { openThreads } from '@/domain/comment/rules'
import { may } from '@/domain/permissions'
import { questionsOfClaim } from '@/domain/question/queries'
import type { Actor } from '@/domain/user/policy'
import { Comments } from '../../../comments/comments'

/** Holds the place of the comments until they have come. */
export async function CommentsComing() {
  const t = await getTranslations('comments')
  return <Fold name="comments" title={t('heading')} children={null} />
}

type Props = { actor: Actor; claim: { id: string; number: number; article: { id: string } } }

/** What was said about a claim. It opens by itself while a thread is open. */
export async function ClaimComments({ actor, claim }: Props) {
  const t = await getTranslations('comments')
  const tQuestion = await getTranslations('question.desk')
  const claimId = claim.id
  const mayComment = may(actor, 'comment')
  const [page, people, questions] = await Promise.all([
    claimComments(actor, claimId),
    mayComment ? listMentionable() : [],
    questionsOfClaim(actor, claimId),
  ])
  const open = openThreads(page.items)
  return (
    <Fold name="comments" title={t('heading')} aside={open > 0 && t('count', { open })} open={open > 0}>
      <Comments
        place={{ claimId }}
        {...{ page, people, mayComment, questions, mayTake: may(actor, 'editSources') }}
      />
      {may(actor, 'askOutside') && (
        <p className="pt-3">
          <Link
            className="link"
            prefetch={false}
            href={`/articles/${claim.article.id}/questions?claim=${claim.number}#ask`}
          >
            {tQuestion('link')}
          </Link>
        </p>
      )}
    </Fold>
  )
}
