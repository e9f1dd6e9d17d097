import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withdrawClaim } from '@/domain/claim/commands'
import { commentOnArticle, commentOnClaim } from '@/domain/comment/commands'
import { newCommentSchema } from '@/domain/comment/schema'
import { sendDueMail } from '@/domain/mail/worker'
import { changeClaim } from '@/domain/review/commands'
import { sendBack } from '@/domain/sign-off/commands'
import { signOffDigest } from '@/domain/sign-off/digest'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { makeRows } from '@/tests/claim-rows'
import { makeArticle, makeUser, type MadeUser } from '@/tests/factories'
import { withMailServer } from '@/tests/mail-server'
import { withOwnDatabase } from '@/tests/own-database'
import { refusal } from '@/tests/refusal'
import { chooseNotices, readNotice, readNoticesUpTo } from './commands'
import { getNotice, listNotices, noticeChoices, unreadNotices } from './queries'
import { FIRST_CHOICES, GATHER_MS, SOON_MS, type MailChoice } from './rules'
import { chooseNoticesSchema } from './schema'
import { tellInTime } from './worker'

withOwnDatabase()
const server = withMailServer()
const BEGIN = new Date('2026-12-01T12:00:00Z').getTime()
const later = (ms: number) => setClock(new Date(BEGIN + ms))
const run = () => sendDueMail(server.setting())
const HOUR = 3_600_000
const SETTINGS = {
  SMTP_URL: 'smtp://mail.test',
  MAIL_FROM: 'desk@example.org',
  PUBLIC_URL: 'https://desk.test',
}

let editor: MadeUser
beforeAll(async () => {
  editor = await makeUser({ role: 'editor', name: 'Dana Weiss' })
})
beforeEach(() => {
  later(0)
  Object.assign(process.env, SETTINGS)
})
afterEach(async () => {
  for (const name of Object.keys(SETTINGS)) delete process.env[name]
  setClock()
  await db().mail.updateMany({ where: { state: 'waiting' }, data: { state: 'failed', nextAt: null } })
  await db().notice.updateMany({ data: { dailyAt: null } })
  await db().claim.updateMany({ data: { dueAt: null } })
})

const checker = () => makeUser({ role: 'checker' })
const told = async (actor: Actor) => (await listNotices(actor)).items
const kinds = async (actor: Actor) => (await told(actor)).map(({ kind }) => kind)
const said = (text: string, mentions: string[] = [], threadId?: string) =>
  newCommentSchema.parse({ text, mentions, threadId })
const choose = (actor: Actor, choice: MailChoice, quiet: [string, string] = ['', '']) =>
  chooseNotices(actor, {
    mail: Object.fromEntries(Object.keys(FIRST_CHOICES.mail).map((kind) => [kind, choice])) as never,
    quietFrom: quiet[0],
    quietTo: quiet[1],
  })

async function assign(to: Actor, by: Actor = editor.actor) {
  const article = await makeArticle(by)
  const [claim] = article.claims
  if (!claim) throw new Error('no claim')
  await changeClaim(by, { id: claim.id, version: claim.version, assigneeId: to.id })
  return { article, claim }
}

describe('a person is told', () => {
  it('of a claim that another assigns, once, with its words and who did it', async () => {
    const { actor } = await checker()
    const { article, claim } = await assign(actor)
    await changeClaim(editor.actor, { id: claim.id, version: 2, assigneeId: actor.id })
    expect(await told(actor)).toMatchObject([
      {
        kind: 'assigned',
        by: { name: 'Dana Weiss' },
        article: { id: article.id, title: article.title },
        claim: { number: 1, quote: claim.quote },
        claims: 1,
        readAt: null,
      },
    ])
    expect(await told(editor.actor)).toEqual([])
  })

  it('of nothing that they did themselves', async () => {
    await assign(editor.actor)
    const { article } = await assign(editor.actor)
    const { id } = await commentOnArticle(editor.actor, { articleId: article.id, ...said('One.') })
    await commentOnArticle(editor.actor, { articleId: article.id, ...said('Two.', [], id) })
    expect(await told(editor.actor)).toEqual([])
  })

  it('of a verdict that was sent back, with the reason', async () => {
    const author = await checker()
    const { claims } = await makeArticle(editor.actor)
    const id = claims[0]?.id ?? ''
    await changeClaim(author.actor, { id, version: 1, status: 'disputed', finding: 'It opened in 1999.' })
    const claim = await db().claim.findUniqueOrThrow({ where: { id }, include: { sources: true } })
    const digest = signOffDigest(claim)
    await sendBack(editor.actor, { id, version: 2, digest, why: 'Which source says so?' })
    expect(await told(author.actor)).toMatchObject([
      { kind: 'sent_back', words: 'Which source says so?', claim: { id } },
    ])
  })

  it('of comments that name them, and of answers where they had written', async () => {
    const [one, two] = [await makeUser({ role: 'checker', name: 'Ümit' }), await checker()]
    const { claims, id: articleId } = await makeArticle(editor.actor)
    const claimId = claims[0]?.id ?? ''
    const { id } = await commentOnClaim(two.actor, { claimId, ...said('Who knows?') })
    await commentOnClaim(editor.actor, { claimId, ...said('@Ümit does.', [one.actor.id], id) })
    await commentOnClaim(one.actor, { claimId, ...said('I do.', [], id) })
    await commentOnArticle(one.actor, { articleId, ...said('Something else.') })
    expect(await told(one.actor)).toMatchObject([{ kind: 'mentioned', words: '@Ümit does.' }])
    expect(await kinds(two.actor)).toEqual(['answered', 'answered'])
    expect(await kinds(editor.actor)).toContain('answered')
  })

  it('nothing of a change that was rolled back, and nothing after they have left', async () => {
    const gone = await checker()
    const { claims } = await makeArticle(editor.actor)
    await refusal(
      changeClaim(editor.actor, { id: claims[0]?.id ?? '', version: 9, assigneeId: gone.actor.id }),
    )
    expect(await told(gone.actor)).toEqual([])
  })
})

describe('many claims of one change', () => {
  it('are one notice and one mail, also over several articles', async () => {
    const person = await checker()
    const [first, second] = [await makeArticle(editor.actor), await makeArticle(editor.actor)]
    for (const { id } of [...first.claims, ...second.claims])
      await changeClaim(editor.actor, { id, version: 1, assigneeId: person.actor.id })
    expect(await told(person.actor)).toMatchObject([
      { kind: 'assigned', claims: 4, claim: null, article: null },
    ])
    await run()
    expect(server.to(person.email)).toEqual([])
    later(GATHER_MS)
    await run()
    expect(server.to(person.email).map(({ mail }) => mail.subject)).toEqual([
      '\u2068Dana Weiss\u2069 assigned 4 claims to you',
    ])
    await assign(person.actor)
    expect((await told(person.actor)).map(({ claims }) => claims)).toEqual([1, 4])
  })

  it('of one article name it', async () => {
    const { actor } = await checker()
    const article = await makeArticle(editor.actor)
    for (const { id } of article.claims)
      await changeClaim(editor.actor, { id, version: 1, assigneeId: actor.id })
    expect(await told(actor)).toMatchObject([{ claims: 2, claim: null, article: { id: article.id } }])
  })

  it('join no notice that was read, and none of another person', async () => {
    const { actor } = await checker()
    const other = await makeUser({ role: 'editor' })
    await assign(actor)
    await assign(actor, other.actor)
    for (const { id } of await told(actor)) await readNotice(actor, { id })
    await assign(actor)
    expect(await told(actor)).toHaveLength(3)
  })
})

describe('due work', () => {
  const rows = (person: Actor, due: (number | null)[], more = {}) =>
    makeRows(
      editor.actor,
      due.map((hours) => ({
        assigneeId: person.id,
        dueAt: hours === null ? null : new Date(BEGIN + hours * HOUR),
        ...more,
      })),
    )

  it('is told when it is due soon and again when it is overdue, each in one notice and once', async () => {
    const { actor } = await checker()
    await rows(actor, [1, 1.5, 3, null])
    await tellInTime()
    await tellInTime()
    expect(await told(actor)).toMatchObject([{ kind: 'due', claims: 2, by: null }])
    later(1.75 * HOUR)
    await tellInTime()
    await tellInTime()
    expect((await told(actor)).map(({ kind, claims }) => [kind, claims])).toEqual([
      ['overdue', 2],
      ['due', 1],
      ['due', 2],
    ])
  })

  it('is not told of what is reviewed, withdrawn, archived, or long past', async () => {
    const { actor } = await checker()
    await rows(actor, [1], { status: 'needs_source' })
    await rows(actor, [1], { withdrawnAt: new Date(BEGIN) })
    await rows(actor, [-8 * 24])
    const { articleId } = await rows(actor, [1])
    await db().article.update({ where: { id: articleId }, data: { state: 'archived' } })
    await tellInTime()
    expect(await told(actor)).toEqual([])
  })

  it('is told again after another day got another due time, not on the same day', async () => {
    const { actor } = await checker()
    const { ids } = await rows(actor, [1])
    await tellInTime()
    await db().claim.update({ where: { id: ids[0] }, data: { dueAt: new Date(BEGIN + 1.2 * HOUR) } })
    await tellInTime()
    expect(await kinds(actor)).toEqual(['due'])
    await db().claim.update({ where: { id: ids[0] }, data: { dueAt: new Date(BEGIN + 25 * HOUR) } })
    later(24 * HOUR)
    await tellInTime()
    expect(await kinds(actor)).toEqual(['due', 'due'])
  })

  it('is told once, however many processes look', async () => {
    const { actor } = await checker()
    await rows(actor, [SOON_MS / HOUR])
    await Promise.all([tellInTime(), tellInTime(), tellInTime()])
    await tellInTime()
    expect(await kinds(actor)).toEqual(['due'])
  })
})

describe('a notice by mail', () => {
  it('names article, claim, person and the way there', async () => {
    const person = await checker()
    const { article, claim } = await assign(person.actor)
    const [notice] = await told(person.actor)
    later(GATHER_MS)
    await run()
    const [arrived] = server.to(person.email)
    expect(arrived?.mail.subject).toBe('\u2068Dana Weiss\u2069 assigned a claim to you')
    expect(arrived?.mail.text?.split('\n').filter(Boolean)).toEqual([
      '\u2068Dana Weiss\u2069 assigned a claim to you',
      `Article: \u2068${article.title}\u2069`,
      `Claim 1: “\u2068${claim.quote}\u2069”`,
      `https://desk.test/notices/${notice?.id}`,
      '--',
      'You get this mail because of your choices for notices: https://desk.test/settings/notices',
    ])
  })

  it('is in the language that the person last used', async () => {
    const person = await checker()
    await db().user.update({ where: { id: person.actor.id }, data: { language: 'ar' } })
    await assign(person.actor)
    later(GATHER_MS)
    await run()
    const [arrived] = server.to(person.email)
    expect(arrived?.mail.subject).toBe('أسند إليك \u2068Dana Weiss\u2069 ادعاءً')
    expect(arrived?.mail.html).toContain('<html lang="ar" dir="rtl">')
  })

  it('is not sent when it is off, and no line or recipient comes in through words', async () => {
    const person = await makeUser({ role: 'checker', name: 'Mei\u2028Bcc: all@example.org' })
    const mentioned = await checker()
    await choose(mentioned.actor, 'off')
    const { claims } = await makeArticle(editor.actor)
    const claimId = claims[0]?.id ?? ''
    const { id } = await commentOnClaim(editor.actor, { claimId, ...said('Why?\r\n\r\nBcc: b@example.org') })
    await commentOnClaim(mentioned.actor, { claimId, ...said('So.', [], id) })
    await commentOnClaim(person.actor, { claimId, ...said('.\r\nRCPT TO:<c@example.org>', [], id) })
    await run()
    expect(server.to(mentioned.email)).toEqual([])
    for (const { to, mail } of server.arrived) {
      expect(to).toEqual([editor.email])
      expect(mail.bcc ?? []).toEqual([])
    }
    expect(server.arrived).toHaveLength(2)
  })

  it('waits for the end of quiet hours', async () => {
    const person = await checker()
    await choose(person.actor, 'at_once', ['11:00', '14:00'])
    await assign(person.actor)
    later(2 * HOUR - 1)
    await run()
    expect(server.to(person.email)).toEqual([])
    later(2 * HOUR)
    await run()
    expect(server.to(person.email)).toHaveLength(1)
  })

  it('of the day is one, of what is still unread, and is sent once', async () => {
    const person = await checker()
    await choose(person.actor, 'daily')
    for (let n = 0; n < 3; n += 1) {
      await assign(person.actor)
      later((n + 1) * HOUR)
    }
    const [newest] = await told(person.actor)
    await readNotice(person.actor, { id: newest?.id ?? '' })
    later(20 * HOUR - 1)
    await tellInTime()
    await run()
    expect(server.to(person.email)).toEqual([])
    later(20 * HOUR)
    await Promise.all([tellInTime(), tellInTime()])
    await tellInTime()
    await run()
    later(44 * HOUR)
    await tellInTime()
    await run()
    const [arrived, ...more] = server.to(person.email)
    expect(more).toEqual([])
    expect(arrived?.mail.subject).toBe('2 notices from the desk')
    expect(arrived?.mail.text?.match(/assigned a claim to you/g)).toHaveLength(2)
  })

  it('is neither queued nor remembered for later without a server; the app tells it all the same', async () => {
    process.env.SMTP_URL = ''
    const person = await checker()
    await choose(person.actor, 'daily')
    await assign(person.actor)
    expect(await kinds(person.actor)).toEqual(['assigned'])
    expect(await db().mail.count({ where: { to: person.email } })).toBe(0)
    expect(await db().notice.count({ where: { personId: person.actor.id, dailyAt: { not: null } } })).toBe(0)
  })
})

describe('reading', () => {
  it('counts what is unread, and marks one or all that were seen', async () => {
    const { actor } = await checker()
    const { article } = await assign(actor)
    for (let n = 1; n < 4; n += 1) {
      later(n * HOUR)
      await assign(actor)
    }
    const [fourth, third, , first] = await told(actor)
    expect(await unreadNotices(actor)).toBe(4)
    expect(await readNotice(actor, { id: first?.id ?? '' })).toBe(`/articles/${article.id}/claims/1`)
    expect((await listNotices(actor, { unread: true })).unread).toBe(3)
    expect((await listNotices(actor, { unread: false })).items).toHaveLength(1)
    expect(await readNoticesUpTo(actor, { upTo: third?.id ?? '' })).toEqual({ read: 2 })
    expect((await listNotices(actor, { unread: true })).items.map(({ id }) => id)).toEqual([fourth?.id])
  })

  it('is for the person alone', async () => {
    const [mine, other] = [await checker(), await checker()]
    await assign(mine.actor)
    const [notice] = await told(mine.actor)
    const id = notice?.id ?? ''
    expect((await refusal(readNotice(other.actor, { id }))).code).toBe('not_found')
    expect((await refusal(getNotice(other.actor, id))).code).toBe('not_found')
    expect(await readNoticesUpTo(other.actor, { upTo: id })).toEqual({ read: 0 })
    expect(await told(other.actor)).toEqual([])
    expect(await unreadNotices(mine.actor)).toBe(1)
  })

  it('still leads somewhere when the claim was withdrawn', async () => {
    const { actor } = await checker()
    const { claim } = await assign(actor)
    const { version } = await db().claim.findUniqueOrThrow({ where: { id: claim.id } })
    await withdrawClaim(editor.actor, { id: claim.id, version, why: 'Twice.' })
    const [notice] = await told(actor)
    expect(await readNotice(actor, { id: notice?.id ?? '' })).toMatch(/\/claims\/1$/)
  })
})

describe('choices', () => {
  it('are stored with a line of history, and the same again changes nothing', async () => {
    const { actor } = await checker()
    expect(await noticeChoices(actor)).toEqual(FIRST_CHOICES)
    await choose(actor, 'daily', ['22:00', '07:00'])
    await choose(actor, 'daily', ['22:00', '07:00'])
    expect(await noticeChoices(actor)).toMatchObject({
      mail: { assigned: 'daily' },
      quiet: { from: '22:00', to: '07:00' },
    })
    const lines = await db().event.findMany({ where: { verb: 'user.notices_chosen', actorId: actor.id } })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      before: { assigned: 'at_once', quiet: null },
      after: { assigned: 'daily', quiet: '22:00–07:00' },
    })
  })

  it.each([
    [{ quietFrom: '22:00', quietTo: '' }, 'quietTo', 'required'],
    [{ quietFrom: '', quietTo: '07:00' }, 'quietFrom', 'required'],
    [{ quietFrom: '24:00', quietTo: '07:00' }, 'quietFrom', 'wrongFormat'],
    [{ quietFrom: '7:00', quietTo: '07:00' }, 'quietFrom', 'wrongFormat'],
    [{ quietFrom: '07:00', quietTo: '٠٧:٠٠' }, 'quietTo', 'quietHoursEmpty'],
  ])('that cannot be kept are refused at their field: %j', (hours, path, message) => {
    const parsed = chooseNoticesSchema.safeParse({ mail: FIRST_CHOICES.mail, ...hours })
    expect(parsed.error?.issues.map((issue) => [issue.path.join(), issue.message])).toContainEqual([
      path,
      message,
    ])
  })

  it('may be typed in Arabic digits', () => {
    const parsed = chooseNoticesSchema.parse({
      mail: FIRST_CHOICES.mail,
      quietFrom: '٢٢:٠٠',
      quietTo: '۰۷:۰۰',
    })
    expect(parsed).toMatchObject({ quietFrom: '22:00', quietTo: '07:00' })
  })
})
