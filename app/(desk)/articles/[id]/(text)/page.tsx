import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClaimStatusBadge } from '@/components/claim/status'
import { EmptyState } from '@/components/ui/empty-state'
import { POSITIONS_MAX } from '@/domain/sentence/schema'
import { WORTH_CHECKING } from '@/text/cues/score'
import { directionOf } from '@/text/direction'
import { requireActor } from '@/app/server/session'
import { recordParams } from '@/app/server/record-params'
import { articleShown } from '../article-shown'
import { readArticleOnce } from './once'
import { OpenSentences } from './open-sentences'
import './claim-row.css'

/** How many undecided and how many passed sentences go to the browser. */
const NEXT_SENT = 50
const PASSED_SENT = 200

/** The panel when no claim is chosen: the undecided sentences, then all claims in the order of the text. */
export default async function ClaimsOfArticle({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const { id } = await recordParams(params)
  const [{ article, claims }, { sentences, open }] = await readArticleOnce(actor, id)
  const t = await getTranslations('article.overview')
  const tStatus = await getTranslations('common.status')
  const dir = directionOf(article.language)
  const waiting = sentences
    .filter((sentence) => sentence.state === 'open')
    .sort((a, b) => b.score - a.score || a.position - b.position)
  const rest = waiting.filter(({ score }) => score < WORTH_CHECKING)
  const passed = sentences.filter((sentence) => sentence.state === 'passed')
  return (
    <div className="grid gap-6">
      <OpenSentences
        article={articleShown(article)}
        total={sentences.length}
        next={waiting.slice(0, NEXT_SENT).map(({ claims: _claims, state: _state, score, ...sentence }) => ({
          ...sentence,
          suggested: score >= WORTH_CHECKING,
        }))}
        waiting={waiting.length}
        rest={rest.slice(0, POSITIONS_MAX).map(({ position }) => position)}
        passed={{
          count: passed.length,
          first: passed.slice(0, PASSED_SENT).map(({ position, text }) => ({ position, text })),
        }}
        blocked={{ unreviewed: open.unreviewed, orphaned: open.orphaned, changed: open.changed }}
        mayDecide={article.may.makeClaim}
      />
      {claims.length === 0 ? (
        <EmptyState
          title={t('empty')}
          description={article.may.makeClaim ? t('emptyHint') : t('emptyViewer')}
        />
      ) : (
        <section className="grid gap-3" aria-labelledby="claims-heading">
          <h2 id="claims-heading" className="text-lg font-semibold">
            {t('title')}
          </h2>
          <p className="text-sm text-ink-muted">{t('choose')}</p>
          <ol className="grid gap-1">
            {claims.map((claim) => (
              <li key={claim.id}>
                <Link
                  className="claim-row"
                  href={`/articles/${id}/claims/${claim.number}`}
                  scroll={false}
                  prefetch={false}
                >
                  <span className="tabular-nums text-ink-muted">{claim.number}</span>
                  <span lang={article.language} dir={dir} className="line-clamp-2 min-w-0">
                    {claim.quote}
                  </span>
                  <ClaimStatusBadge status={claim.status} label={tStatus(claim.status)} />
                </Link>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}
