'use client'

import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import type { CorrectionRequest } from '@/domain/correction-request/shape'
import type { Said } from '@/domain/shape'
import { AnswerButton } from './answer'
import { mailTo } from './mail-to'
import { RequestSource } from './request-source'
import './request.css'

type Request = Said<CorrectionRequest>

/** Who sent it, with an address that opens the desk's mail program with what was answered last. */
function Sender({ request: { sender, answers, subject } }: { request: Request }) {
  const t = useTranslations('correction.request')
  if (!sender || (!sender.name && !sender.email)) return null
  const mail = {
    to: sender.email,
    subject,
    body: answers.at(-1)?.text ?? '',
  }
  return (
    <p className="text-sm break-words">
      {t('from')} <bdi>{sender.name}</bdi>
      {sender.name && sender.email && <span aria-hidden> · </span>}
      {sender.email && (
        <a className="link break-all" dir="ltr" href={mailTo(mail)}>
          {sender.email}
        </a>
      )}
    </p>
  )
}

function Answers({ answers }: Pick<Request, 'answers'>) {
  const t = useTranslations('correction.request')
  const format = useFormatter()
  return answers.map(({ id, text, at, by }) => (
    <div key={id} className="request-answer">
      <p className="text-sm text-ink-muted">
        {t('answered')} · <bdi>{by.name}</bdi> · <bdi>{format.dateTime(new Date(at), 'short')}</bdi>
      </p>
      <p dir="auto" className="at-page-edge break-words whitespace-pre-wrap">
        {text}
      </p>
    </div>
  ))
}

/** What a reader sent, what was answered, and what to do with it: `children` are further buttons. */
export function Request({ request, children }: { request: Request; children?: ReactNode }) {
  const t = useTranslations('correction')
  return (
    <>
      <blockquote
        dir="auto"
        className="outcome-quote at-page-edge break-words"
        aria-label={t('inbox.phrase')}
      >
        {request.phrase}
      </blockquote>
      <p dir="auto" className="at-page-edge break-words whitespace-pre-wrap">
        {request.problem}
      </p>
      <RequestSource source={request.source} />
      <Sender request={request} />
      <Answers answers={request.answers} />
      {(children || request.may.answer) && (
        <div className="flex flex-wrap gap-2">
          {children}
          {request.may.answer && <AnswerButton request={request} />}
        </div>
      )}
    </>
  )
}
