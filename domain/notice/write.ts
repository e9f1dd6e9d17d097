import 'server-only'
import type { Line, Listener as HistoryListener } from '@/domain/history/listener'
import { tellNoticed } from '@/domain/live/write'
import { queueMails } from '@/domain/mail/write'
import type { Tx } from '@/prisma/client'
import { insertRows } from '@/prisma/insert-rows'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { mailIsSetUp } from '@/services/mail'
import { settings } from '@/services/settings'
import { noticeMail } from './mail-text'
import { noticeWords, openListeners, openNotices, type Listener } from './open'
import { excerpt, GATHER_MS, mailTime, mayTell, toldOf, FROM_OUTSIDE, type Told } from './rules'

type About = { id: string; articleId: string; due?: Date }

/** What one person is to be told: of claims, or of an article as a whole. */
export type News = Told & {
  byId: string | null
  /** The name of somebody without an account. */
  outside?: string
  claims: readonly About[]
  articleId?: string
  words?: string
}

/** What a notice of these claims names: the one claim, the one article, or neither. */
function placeOf({ claims, articleId }: Pick<News, 'claims' | 'articleId'>) {
  const articles = new Set(articleId === undefined ? claims.map((one) => one.articleId) : [articleId])
  const [only] = claims
  return {
    articleId: articles.size === 1 ? [...articles][0] : null,
    claimId: claims.length === 1 ? only?.id : null,
  }
}

/**
 * The notice of another assignment by the same person that these can join: one that is unread, and whose mail cannot
 * have been sent yet.
 */
async function gathering(tx: Tx, { kind, personId, byId }: News, at: Date) {
  if (kind !== 'assigned') return null
  return tx.notice.findFirst({
    where: { personId, kind, byId, readAt: null, at: { gt: new Date(at.getTime() - GATHER_MS) } },
    orderBy: { id: 'desc' },
  })
}

async function store(tx: Tx, news: News, { choices }: Listener, at: Date): Promise<string> {
  const joined = await gathering(tx, news, at)
  if (joined) {
    const same = placeOf(news).articleId === joined.articleId
    await tx.notice.update({
      where: { id: joined.id },
      data: {
        claims: { increment: news.claims.length },
        claimId: null,
        ...(!same && { articleId: null }),
      },
    })
    return joined.id
  }
  const id = newId()
  const mail = mailIsSetUp() ? mailTime(news.kind, at, choices, settings().newsroomTimeZone) : null
  const { personId, kind, byId, outside = '', claims, words = '' } = news
  await tx.notice.create({
    data: {
      ...{ id, personId, kind, byId, outside, at, ...placeOf(news) },
      claims: claims.length,
      words: excerpt(words),
      dailyAt: mail?.daily ? mail.at : null,
    },
  })
  return id
}

const mailKey = (noticeId: string) => `notice:${noticeId}`

/** Queues the mails of notices that are told at once. One that has gained claims since says of them all. */
async function queue(tx: Tx, people: ReadonlyMap<string, Listener>, ids: readonly string[], at: Date) {
  if (!mailIsSetUp()) return
  const { newsroomTimeZone: zone, publicUrl } = settings()
  for (const notice of await openNotices(tx, ids)) {
    const person = people.get(notice.personId)
    const mail = person && mailTime(notice.kind, at, person.choices, zone)
    if (!mail || mail.daily) continue
    const { subject, text } = noticeMail(noticeWords(person.language), publicUrl, notice)
    const key = mailKey(notice.id)
    const { count } = await tx.mail.updateMany({
      where: { key, state: 'waiting', attempts: 0 },
      data: { subject, text },
    })
    if (count === 0)
      await queueMails(tx, [
        { key, to: person.email, language: person.language, subject, text, notBefore: mail.at },
      ])
  }
}

/** Tells people what concerns them, in the transaction of what happened: in the app, and by mail as each has chosen. */
export async function tell(tx: Tx, all: readonly News[]): Promise<void> {
  if (all.length === 0) return
  const at = now()
  const people = await openListeners(
    tx,
    all.map(({ personId }) => personId),
  )
  const ids: string[] = []
  for (const news of all) {
    const person = people.get(news.personId)
    if (!person) continue
    const id = await store(tx, news, person, at)
    ids.push(id)
    const due = news.claims.flatMap((one) =>
      one.due ? [{ noticeId: id, claimId: one.id, due: one.due }] : [],
    )
    if (due.length > 0) await insertRows(tx, 'notice_claim', due)
  }
  await queue(tx, people, ids, at)
  await tellNoticed(tx, [...people.keys()])
}

/** What a comment says, whom it names, and who wrote in its thread before it. */
async function openComment(tx: Tx, id: string) {
  const { text, threadId, mentions } = await tx.comment.findUniqueOrThrow({
    where: { id },
    select: { text: true, threadId: true, mentions: { select: { personId: true } } },
  })
  const earlier = await tx.comment.findMany({
    where: { threadId, id: { not: id } },
    distinct: ['byId'],
    select: { byId: true },
  })
  return { text, named: mentions.map(({ personId }) => personId), spoke: earlier.map(({ byId }) => byId) }
}

const aboutOf = ({ claimId, articleId }: Line): About[] =>
  claimId && articleId ? [{ id: claimId, articleId }] : []

async function newsOf(tx: Tx, line: Line): Promise<News[]> {
  const { verb, actorId, articleId, after } = line
  const comment = verb === 'comment.written' ? await openComment(tx, line.subjectId) : null
  const sent =
    verb === 'claim.sent_back'
      ? await tx.claim.findUniqueOrThrow({
          where: { id: line.subjectId },
          select: { sentBackToId: true, sentBackWhy: true },
        })
      : null
  const question =
    verb === FROM_OUTSIDE
      ? await tx.question.findUniqueOrThrow({
          where: { id: line.subjectId },
          select: { askedById: true, name: true },
        })
      : null
  const told = toldOf(
    { verb, actorId, after },
    { ...comment, sentBackTo: sent?.sentBackToId, asked: question?.askedById },
  )
  const words = comment?.text ?? sent?.sentBackWhy ?? ''
  const by = question ? { byId: null, outside: question.name } : { byId: actorId }
  return told.map((one) => ({ ...one, ...by, claims: aboutOf(line), articleId, words }))
}

/**
 * Assignments of one change to one person are one notice, however many claims they are, and so is an answer from outside
 * to several questions.
 */
function together(all: readonly News[]): News[] {
  const joined = new Map<string, News>()
  const others: News[] = []
  for (const news of all) {
    if (news.kind !== 'assigned' && !news.outside) others.push(news)
    else {
      const earlier = joined.get(news.personId)
      const claims = [...(earlier?.claims ?? []), ...news.claims]
      joined.set(news.personId, { ...news, claims })
    }
  }
  return [...joined.values(), ...others]
}

export const noticeListener: HistoryListener = {
  hears: mayTell,
  listening: 'true',
  hear: async (tx, lines) => {
    const news: News[] = []
    for (const line of lines) news.push(...(await newsOf(tx, line)))
    await tell(tx, together(news))
  },
}
