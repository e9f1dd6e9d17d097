import { getTranslations } from 'next-intl/server'
import { Fold } from '@/components/ui/fold'
import { claimComments, listMentionable } from '@/domain/comment/queries'
import { openThreads } from '@/domain/comment/rules'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { Comments } from '../../../comments/comments'

/** Holds the place of the comments until they have come. */
export async function CommentsComing() {
  const t = await getTranslations('comments')
  return <Fold name="comments" title={t('heading')} children={null} />
}

/** What was said about a claim. It opens by itself while a thread is open. */
export async function ClaimComments({ actor, claimId }: { actor: Actor; claimId: string }) {
  const t = await getTranslations('comments')
  const mayComment = may(actor, 'comment')
  const [page, people] = await Promise.all([
    claimComments(actor, claimId),
    mayComment ? listMentionable() : [],
  ])
  const open = openThreads(page.items)
  return (
    <Fold name="comments" title={t('heading')} aside={open > 0 && t('count', { open })} open={open > 0}>
      <Comments place={{ claimId }} {...{ page, people, mayComment }} />
    </Fold>
  )
}
