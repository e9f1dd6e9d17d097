import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Due, SeverityWord, StateWord } from '@/components/correction/words'
import { HistoryList } from '@/components/history/history-list'
import { PageHeader } from '@/components/shell/page-header'
import { dayIn } from '@/domain/correction/clock'
import { getCorrectionByNumber, readerReportsOf, type CorrectionDetail } from '@/domain/correction/queries'
import { isOpen } from '@/domain/correction/rules'
import { correctionHistory } from '@/domain/history/queries'
import { listRipples } from '@/domain/ripple/queries'
import { directionOf } from '@/domain/text/direction'
import { listCheckers } from '@/domain/user/queries'
import { wordingsFor } from '@/domain/wording/queries'
import { now } from '@/services/clock'
import { found } from '@/app/found'
import { requireActor } from '@/services/session'
import { settings } from '@/services/settings'
import {
  acknowledgeAction,
  amendAction,
  approveAction,
  approveAmendmentAction,
  assignOwnerAction,
  changeCorrectionAction,
  dismissRippleAction,
  openRippleAction,
  publishAction,
  refuseAmendmentAction,
  rejectAction,
  secondAction,
  withdrawAmendmentAction,
} from '../actions'
import { todayIn } from '../today'
import { About } from './about'
import { AmendForm } from './amend-form'
import { Amendments } from './amendments'
import { CorrectionDesk } from './correction-desk'
import { OwnerField } from './owner-field'
import { Proposal } from './proposal'
import { RippleList } from './ripple-list'
import { WordsRead } from './words-read'

const HISTORY_LINES = 20

const taken = (by: { name: string } | null, at: Date | null) =>
  at && { name: by?.name ?? null, at: at.toISOString() }

/** What the steps show, as it crosses to the browser. */
function stepsOf(correction: CorrectionDetail) {
  const { id, version, state, nextStep, needsSecond, late, overdue, due, may } = correction
  return {
    ...{ id, version, state, nextStep, needsSecond, late, overdue },
    open: isOpen(state),
    language: correction.article.language,
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

export default async function CorrectionPage({ params }: { params: Promise<{ number: string }> }) {
  const actor = await requireActor()
  const { number } = await params
  if (!/^[1-9][0-9]{0,8}$/.test(number)) notFound()
  const correction = await found(getCorrectionByNumber(actor, Number(number)))
  const { article, may, owner } = correction
  const [ripples, readerReports, history, people, wordings] = await Promise.all([
    listRipples(actor, correction.id),
    readerReportsOf(actor, correction.id),
    correctionHistory(actor, { id: correction.id, articleId: article.id }, { limit: HISTORY_LINES }),
    listCheckers(),
    wordingsFor(actor, article.language),
  ])
  const t = await getTranslations('correction')
  const { kind, severity, foundBy, quote, replacement, wrong, right, note, explanation, asked } = correction
  const stored = { kind, severity, foundBy, quote, replacement, wrong, right, note, explanation, asked }
  const place = { id: correction.id, version: correction.version, language: article.language }
  const { newsroomTimeZone, publicUrl } = settings()
  return (
    <div className="correction-page">
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
          <span>{t(`kind.${kind}`)}</span>
          <SeverityWord severity={severity} />
          <StateWord state={correction.state} />
          <Due at={correction.dueAt} overdue={correction.overdue} />
        </p>
        <About correction={correction} readerReports={readerReports} publicUrl={publicUrl} />
      </div>
      <CorrectionDesk
        key={correction.id}
        correction={stepsOf(correction)}
        stored={{ ...stored, fixedElsewhere: correction.fixedElsewhere }}
        wordings={wordings}
        today={todayIn(article.language, dayIn(now(), newsroomTimeZone))}
        actions={{
          change: changeCorrectionAction,
          acknowledge: acknowledgeAction,
          approve: approveAction,
          second: secondAction,
          publish: publishAction,
          reject: rejectAction,
        }}
      />
      {!may.change && (
        <div className="correction-words grid gap-4">
          <WordsRead correction={correction} />
          {correction.proposal && (
            <Proposal
              correction={place}
              proposal={{
                ...correction.proposal,
                proposedAt: correction.proposal.proposedAt.toISOString(),
              }}
              present={{ kind, wrong, right, note, explanation }}
              actions={{
                approve: approveAmendmentAction,
                refuse: refuseAmendmentAction,
                withdraw: withdrawAmendmentAction,
              }}
            />
          )}
          {correction.state === 'published' && may.handle && !correction.proposal && (
            <AmendForm
              key={correction.id}
              correction={place}
              stored={{ wrong, right, note, explanation }}
              needsSecond={correction.needsSecond}
              amend={amendAction}
            />
          )}
          <Amendments amendments={correction.amendments} language={article.language} />
        </div>
      )}
      <aside className="grid content-start gap-5">
        {may.handle && isOpen(correction.state) && (
          <OwnerField
            correction={{ id: correction.id, version: correction.version, ownerId: owner?.id ?? null }}
            people={people}
            assign={assignOwnerAction}
          />
        )}
        <RippleList
          items={ripples.map(({ id, quote: words, score, state, why, article: at, claim, made }) => ({
            ...{ id, score, state, why, claim, made },
            quote: words,
            article: at,
          }))}
          mayDecide={may.handle}
          open={openRippleAction}
          dismiss={dismissRippleAction}
        />
        <section className="grid gap-2" aria-labelledby="history">
          <h2 id="history" className="text-lg font-semibold">
            {t('about.history')}
          </h2>
          <HistoryList lines={history.items} showClaim={false} articleId={article.id} />
          {history.next && (
            <Link prefetch={false} className="link" href={`/articles/${article.id}/history`}>
              {t('about.olderHistory')}
            </Link>
          )}
        </section>
      </aside>
    </div>
  )
}
