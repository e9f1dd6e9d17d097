import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { readAddress, type Search } from '@/app/address'
import { Interactive } from '@/app/interactive'
import { openedQuestion } from '@/app/server/question'
import { Banner } from '@/components/ui/banner'
import { DomainError } from '@/domain/errors'
import { questionPageSchema } from '@/domain/question/schema'
import type { Asked } from '@/domain/question/asked/shape'
import { settings } from '@/services/settings'
import { directionOf } from '@/text/direction'
import { publicMetadata } from '../../metadata'
import { AnswerForm } from './answer-form'
import { CodeForm } from './code-form'
import { ForgetTyped } from './forget-typed'
import './question.css'
import { Seen } from './seen'
import { OthersAnswers, SentAnswers } from './sent-answers'
import { TextToRead } from './text-to-read'

type Props = { params: Promise<{ secret: string }>; searchParams: Search }

/** The question; null while its code is still to be entered. */
const read = cache(async (secret: string): Promise<Asked | null> => {
  try {
    return await openedQuestion(secret)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') notFound()
    if (error instanceof DomainError && error.code === 'forbidden') return null
    throw error
  }
})

export async function generateMetadata() {
  const t = await getTranslations('question.page')
  return publicMetadata(t('title'), null)
}

/** Who asks what, about which article, and until when. */
async function Question({ asked, own }: { asked: Asked; own: { lang: string; dir: 'ltr' | 'rtl' } }) {
  const [t, format] = await Promise.all([getTranslations('question.page'), getFormatter()])
  const { name, askedBy: by, article, dueAt, expiresAt } = asked
  return (
    <>
      <div>
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="public-lead">{t('asks', { newsroom: settings().newsroomName, name, by })}</p>
      </div>
      <p>
        {t('about')} <strong {...own}>{article.title}</strong>
      </p>
      <p className="public-prose public-note" dir="auto">
        {asked.text}
      </p>
      <p className="text-sm text-ink-muted">
        {dueAt && asked.open && <strong>{t('due', { at: format.dateTime(dueAt, 'long') })} </strong>}
        {t('ends', { at: format.dateTime(expiresAt, 'long') })}
      </p>
    </>
  )
}

export default async function QuestionPage({ params, searchParams }: Props) {
  const { secret } = await params
  const asked = await read(secret)
  const [t, format, language, { params: address }] = await Promise.all([
    getTranslations('question.page'),
    getFormatter(),
    getLocale(),
    readAddress(questionPageSchema, searchParams),
  ])
  if (!asked)
    return (
      <Interactive>
        <CodeForm {...{ secret, language, sent: Boolean(address.code) }} />
      </Interactive>
    )
  const own = { lang: asked.article.language, dir: directionOf(asked.article.language) }
  const { id, kind, parts, revision, open, sent } = asked
  return (
    <>
      <Question {...{ asked, own }} />
      {sent.length > 0 && (
        <Banner tone={open ? 'warn' : 'success'} title={t(open ? 'changed' : 'thanks')}>
          {!open && <p>{t('keep', { at: format.dateTime(asked.expiresAt, 'long') })}</p>}
        </Banner>
      )}
      {!asked.seen && <Seen secret={secret} />}
      {address.sent && !open && <ForgetTyped question={id} />}
      {!open && <SentAnswers {...{ asked, own }} />}
      {asked.blocks && <TextToRead blocks={asked.blocks} own={own} />}
      <Interactive>
        <AnswerForm asked={{ id, kind, parts, revision, open }} {...{ secret, language, own }} />
      </Interactive>
      {open && <SentAnswers {...{ asked, own }} />}
      <OthersAnswers {...{ asked, own }} />
    </>
  )
}
