import { getTranslations } from 'next-intl/server'
import { StatusBar } from '@/components/claim/status-bar'
import { EmptyState } from '@/components/ui/empty-state'
import { noClaims } from '@/domain/claim/rules'
import { articleComments, listMentionable } from '@/domain/comment/queries'
import { openThreads } from '@/domain/comment/rules'
import { may } from '@/domain/permissions'
import { changedSinceRead } from '@/domain/reading/queries'
import { questionsOf } from '@/domain/question/queries'
import { isCued } from '@/domain/sentence/rules'
import { POSITIONS_MAX } from '@/domain/sentence/schema'
import { requireActor } from '@/app/server/session'
import { recordParams } from '@/app/server/record-params'
import { articleShown } from '../article-shown'
import { Comments } from '../comments/comments'
import { ClaimRows } from './claim-rows'
import { readArticleOnce } from './once'
import { OpenSentences } from './open-sentences'
import { OverviewTabs } from './overview-tabs'
import { articlePageTitle } from '@/app/server/page-title'

export const generateMetadata = articlePageTitle(() => null)

/** How many undecided and how many passed sentences go to the browser. */
const NEXT_SENT = 50
const PASSED_SENT = 200

/** The panel when no claim is chosen: the undecided sentences, and all claims in the order of the text. */
export default async function ClaimsOfArticle({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const { id } = await recordParams(params)
  const [{ article, claims }, { sentences, open }] = await readArticleOnce(actor, id)
  const [comments, people, questions, changed] = await Promise.all([
    articleComments(actor, id),
    may(actor, 'comment') ? listMentionable() : [],
    questionsOf(actor, id),
    changedSinceRead(
      actor,
      claims.map((claim) => claim.id),
    ),
  ])
  const isChanged = new Set(changed)
  const t = await getTranslations('article.overview')
  const waiting = sentences
    .filter((sentence) => sentence.state === 'open')
    .sort((a, b) => b.score - a.score || a.position - b.position)
  const rest = waiting.filter((sentence) => !isCued(sentence))
  const passed = sentences.filter((sentence) => sentence.state === 'passed')
  const counts = noClaims()
  for (const claim of claims) counts[claim.status] += 1
  const mayDecide = article.may.makeClaim
  return (
    <>
      <OverviewTabs
        undecided={waiting.length}
        claims={claims.length}
        openThreads={openThreads(comments.items)}
        first={mayDecide && waiting.length > rest.length ? 'decide' : 'claims'}
        decide={
          <OpenSentences
            article={articleShown(article)}
            total={sentences.length}
            next={waiting.slice(0, NEXT_SENT).map(({ claims: _, state, score, ...sentence }) => ({
              ...sentence,
              suggested: isCued({ state, score }),
            }))}
            waiting={waiting.length}
            rest={rest.slice(0, POSITIONS_MAX).map(({ position }) => position)}
            passed={{
              count: passed.length,
              first: passed.slice(0, PASSED_SENT).map(({ position, text }) => ({ position, text })),
            }}
            blocked={{ unreviewed: open.unreviewed, orphaned: open.orphaned, changed: open.changed }}
            mayDecide={mayDecide}
          />
        }
        list={
          claims.length > 0 && (
            <div className="grid gap-2 pt-3">
              <StatusBar counts={counts} />
              <ClaimRows
                article={articleShown(article)}
                claims={claims.map((claim) => ({
                  ...{ number: claim.number, quote: claim.quote, status: claim.status },
                  isChanged: isChanged.has(claim.id),
                }))}
              />
            </div>
          )
        }
        comments={
          <div className="pt-3">
            <Comments
              place={{ articleId: article.id }}
              {...{ page: comments, people, mayComment: may(actor, 'comment'), questions, mayTake: false }}
            />
          </div>
        }
      />
      {claims.length === 0 && (
        <EmptyState title={t('empty')} description={mayDecide ? t('emptyHint') : t('emptyViewer')} />
      )}
    </>
  )
}
