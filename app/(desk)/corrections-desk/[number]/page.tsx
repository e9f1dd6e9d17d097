import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Due, SeverityWord, StateWord } from '../parts/words'
import { HistoryList } from '@/components/history/history-list'
import { PageHeader } from '@/components/shell/page-header'
import { dayIn } from '@/domain/calendar/clock'
import { getCorrectionByNumber } from '@/domain/correction/queries'
import { correctionRequestsOf } from '@/domain/correction-request/queries'
import type { CorrectionDetail } from '@/domain/correction/shape'
import { isOpen } from '@/domain/correction/rules'
import { correctionHistory } from '@/domain/history/queries'
import { listRipples } from '@/domain/ripple/queries'
import { directionOf } from '@/text/direction'
import { listCheckers } from '@/domain/user/queries'
import { wordingsFor } from '@/domain/wording/queries'
import { now } from '@/services/clock'
import { found } from '@/app/server/found'
import { requireActor } from '@/app/server/session'
import { settings } from '@/services/settings'
import { todayIn } from '../today'
import { About } from './about'
import { CorrectionDesk } from './correction-desk'
import { OwnerField } from './owner-field'
import { RippleList } from './ripple-list'
import { Settled } from './settled'
import './correction-page.css'
import '../correction-card.css'
import { numberedTitle } from '@/app/server/page-title'

export const generateMetadata = numberedTitle((t, number) => t('correction.number', { number }))

const HISTORY_LINES = 20

const taken = (by: { name: string } | null, at: Date | null) =>
  at && { name: by?.name ?? null, at: at.toISOString() }

/** The data of the steps, in a form that can be sent to the browser. */
function stepsOf(correction: CorrectionDetail) {
  const { id, version, state, nextStep, needsSecond, late, overdue, due, may } = correction
  return {
    ...{ id, version, state, nextStep, needsSecond, late, overdue },
    open: isOpen(state),
    article: { title: correction.article.title, language: correction.article.language },
    mayChange: may.change,
    seconded: correction.secondAt !== null,
    due: { acknowledge: due.acknowledge.toISOString(), publish: due.publish.toISOString() },
    taken: {
      reported: taken(correction.reportedBy, correction.reportedAt),
      acknowledged: taken(correction.acknowledgedBy, correction.acknowledgedAt),
      approved: taken(correction.approvedBy, correction.approvedAt),
      second: taken(correction.secondBy, correction.secondAt),
      published: taken(correction.publishedBy, correction.publishedAt),
      rejected: taken(correction.rejectedBy, correction.rejectedAt),
    },
    secondRefused: correction.secondRefused,
    may: { handle: may.handle, second: may.second },
  }
}

type HeadProps = {
  correction: CorrectionDetail
  correctionRequests: Awaited<ReturnType<typeof correctionRequestsOf>>
}

/** A correction's description, severity, deadline and origin. */
async function Head({ correction, correctionRequests }: HeadProps) {
  const t = await getTranslations('correction')
  const { article } = correction
  return (
    <div className="correction-head">
      <PageHeader
        title={t('number', { number: correction.number })}
        description={
          <Link
            prefetch={false}
            className="link"
            lang={article.language}
            dir={directionOf(article.language)}
            href={`/articles/${article.id}`}
          >
            {article.title}
          </Link>
        }
        actions={
          <Link prefetch={false} className="link" href="/corrections-desk">
            {t('title')}
          </Link>
        }
      />
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>{t(`kind.${correction.kind}`)}</span>
        <SeverityWord severity={correction.severity} />
        <StateWord state={correction.state} />
        <Due at={correction.dueAt} overdue={correction.overdue} />
      </p>
      <About
        correction={correction}
        correctionRequests={correctionRequests}
        publicUrl={settings().publicUrl}
      />
    </div>
  )
}

type HistoryProps = {
  correction: CorrectionDetail
  history: Awaited<ReturnType<typeof correctionHistory>>
}

async function CorrectionHistory({ correction: { article }, history }: HistoryProps) {
  const t = await getTranslations('correction.about')
  return (
    <section className="grid gap-2" aria-labelledby="history">
      <h2 id="history" className="text-lg font-semibold">
        {t('history')}
      </h2>
      <HistoryList lines={history.items} />
      {history.next && (
        <Link prefetch={false} className="link" href={`/articles/${article.id}/history`}>
          {t('olderHistory')}
        </Link>
      )}
    </section>
  )
}

export default async function CorrectionPage({ params }: { params: Promise<{ number: string }> }) {
  const actor = await requireActor()
  const { number } = await params
  if (!/^[1-9][0-9]{0,8}$/.test(number)) notFound()
  const correction = await found(getCorrectionByNumber(actor, Number(number)))
  const { id, version, article, may, owner } = correction
  const [ripples, correctionRequests, history, people, wordings] = await Promise.all([
    listRipples(actor, id),
    correctionRequestsOf(actor, id),
    correctionHistory(actor, { id, articleId: article.id }, { limit: HISTORY_LINES }),
    listCheckers(),
    wordingsFor(actor, article.language),
  ])
  const { kind, severity, foundBy, quote, replacement, wrong, right, note, explanation, asked } = correction
  const { fixedElsewhere } = correction
  return (
    <div className="correction-page">
      <Head correction={correction} correctionRequests={correctionRequests} />
      <CorrectionDesk
        key={id}
        correction={stepsOf(correction)}
        stored={{
          ...{ kind, severity, foundBy, quote, replacement, fixedElsewhere },
          ...{ wrong, right, note, explanation, asked },
        }}
        wordings={wordings}
        today={todayIn(article.language, dayIn(now(), settings().newsroomTimeZone))}
      />
      {!may.change && <Settled correction={correction} />}
      <aside className="grid content-start gap-5">
        {may.handle && isOpen(correction.state) && (
          <OwnerField correction={{ id, version, owner }} people={people} />
        )}
        <RippleList
          items={ripples}
          searched={correction.approvedAt !== null}
          articleId={correction.article.id}
          mayDecide={may.handle}
        />
        <CorrectionHistory correction={correction} history={history} />
      </aside>
    </div>
  )
}
