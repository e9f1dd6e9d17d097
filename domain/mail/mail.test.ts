import net, { type AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { inTransaction } from '@/services/transaction'
import type { MailServer } from '@/services/settings'
import { makeUser, unique } from '@/tests/factories'
import { withMailServer } from '@/tests/mail-server'
import { withOwnDatabase } from '@/tests/own-database'
import { refusal } from '@/tests/refusal'
import { resendMail, sendTestMail, takeMail } from './commands'
import { mailOverview } from './queries'
import { LEASE_MS, PAUSES } from './rules'
import { sendDueMail } from './worker'
import { queueMail, type NewMail } from './write'

withOwnDatabase()
const server = withMailServer()
const BEGIN = new Date('2026-12-01T08:00:00Z').getTime()
const later = (seconds: number) => setClock(new Date(BEGIN + seconds * 1000))
const run = () => sendDueMail(server.setting())
const SHORT = { connection: 30_000, greeting: 1_000, answer: 1_000, all: 60_000 }

beforeEach(() => {
  later(0)
  process.env.SMTP_URL = 'smtp://mail.test'
  process.env.MAIL_FROM = 'desk@example.org'
})
afterEach(async () => {
  setClock()
  delete process.env.SMTP_URL
  delete process.env.MAIL_FROM
  await db().mail.updateMany({ where: { state: 'waiting' }, data: { state: 'failed', nextAt: null } })
})

async function queued(mail: Partial<NewMail> = {}) {
  const key = unique()
  const to = `${key}@example.net`
  const whole = { key, to, language: 'en', subject: 'A claim', text: 'It is yours.', ...mail }
  await inTransaction((tx) => queueMail(tx, whole))
  return {
    ...whole,
    row: () => db().mail.findUniqueOrThrow({ where: { key: whole.key } }),
    got: () => server.to(whole.to),
  }
}

it('to a name for examples is never sent, however often it is asked for, and says why', async () => {
  const { actor } = await makeUser({ role: 'admin' })
  const real = server.setting({ toReserved: false })
  for (const domain of ['demo.factdesk.example', 'example.com', 'desk.test']) {
    const mail = await queued({ to: `${unique()}@${domain}` })
    await sendDueMail(real)
    const { id } = await mail.row()
    await resendMail(actor, { id })
    await sendDueMail(real)
    expect(await mail.row()).toMatchObject({ state: 'failed', problem: 'reserved', attempts: 1 })
    expect(mail.got()).toEqual([])
  }
  const troubled = (await mailOverview(actor)).items.map(({ problem }) => problem)
  expect(troubled.slice(0, 3)).toEqual(['reserved', 'reserved', 'reserved'])
  const other = await queued({ to: `${unique()}@newsroom.org` })
  await sendDueMail(real)
  expect(other.got()).toHaveLength(1)
})

describe('a mail', () => {
  it('is sent after its transaction, from the newsroom, and its words are forgotten', async () => {
    const mail = await queued({ text: 'It is yours.\n\nhttp://127.0.0.1:3000/articles/1' })
    expect(await mail.row()).toMatchObject({ state: 'waiting', attempts: 0 })
    await run()
    const [arrived, ...more] = mail.got()
    expect(more).toEqual([])
    expect(arrived).toMatchObject({ from: 'desk@example.org', to: [mail.to] })
    expect(arrived?.mail).toMatchObject({
      from: { name: 'Factdesk', address: 'desk@example.org' },
      to: [{ address: mail.to }],
      subject: 'A claim',
      date: '2026-12-01T08:00:00.000Z',
    })
    expect(arrived?.mail.text?.trim()).toBe(mail.text)
    expect(arrived?.mail.html).toContain('<a href="http://127.0.0.1:3000/articles/1"')
    expect(arrived?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    const row = await mail.row()
    expect(row).toMatchObject({ state: 'sent', attempts: 1, problem: '', text: '', nextAt: null })
    expect(row.answer).toBe('250 OK: queued')
    expect(arrived?.mail.messageId).toBe(`<${row.messageId}>`)
  })

  it('arrives in Arabic as it was written, with its direction', async () => {
    const text = 'أسندت إليك \u2068Dana\u2069 ادعاءً:\n«بُني الجسر عام 1998»\n\nhttp://127.0.0.1:3000/claims/1'
    const mail = await queued({ language: 'ar', subject: 'ادعاءٌ أُسنِد إليك: «بُني الجسر»', text })
    await run()
    const [arrived] = mail.got()
    expect(arrived?.mail.subject).toBe(mail.subject)
    expect(arrived?.mail.text?.trim()).toBe(text)
    expect(arrived?.mail.html).toContain('<p dir="rtl">')
    // Every server can pass it on: no byte beyond ASCII, no line too long.
    expect(arrived?.raw).toMatch(/^[\t\r\n -~]*$/)
    expect(Math.max(...(arrived?.raw.split('\r\n') ?? []).map((line) => line.length))).toBeLessThan(998)
  })

  it('is not sent when its change was rolled back', async () => {
    const key = unique()
    const undone = inTransaction(async (tx) => {
      await queueMail(tx, { key, to: 'a@example.net', language: 'en', subject: 's', text: 't' })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await run()
    expect(server.arrived).toEqual([])
  })

  it('is queued once ever under one key, also by two changes at once', async () => {
    const key = unique()
    await Promise.all([queued({ key, text: 'one' }), queued({ key, text: 'two' })])
    await run()
    await queued({ key, text: 'three' })
    await run()
    expect(server.arrived).toHaveLength(1)
  })

  it('waits for its time', async () => {
    const mail = await queued({ notBefore: new Date(BEGIN + 60_000) })
    later(59)
    await run()
    expect(mail.got()).toEqual([])
    later(60)
    await run()
    expect(mail.got()).toHaveLength(1)
  })

  it('is not queued where no server is set up', async () => {
    delete process.env.SMTP_URL
    const key = unique()
    expect(
      await inTransaction((tx) =>
        queueMail(tx, { key, to: 'a@example.net', language: 'en', subject: 's', text: 't' }),
      ),
    ).toBe(false)
    expect(await db().mail.count({ where: { key } })).toBe(0)
  })
})

describe('no header and no second recipient', () => {
  it.each([
    'a@example.net\r\nBcc: all@example.org',
    'a@example.net, b@example.net',
    'a@example.net>\r\nRCPT TO:<b@example.net',
    '"x" <a@example.net>',
    '',
  ])('comes in through an address: %j', async (to) => {
    const mail = await queued({ to })
    expect(await mail.row()).toMatchObject({ state: 'failed', problem: 'address', attempts: 0 })
    await run()
    expect(server.arrived).toEqual([])
  })

  it('comes in through a subject or a text', async () => {
    const text = 'One\r\n.\r\nMAIL FROM:<x@example.org>\r\n\r\nBcc: all@example.org'
    const mail = await queued({ subject: 'A\r\nBcc: all@example.org\r\n\r\nbody', text })
    await run()
    const [arrived, ...more] = mail.got()
    expect(more).toEqual([])
    expect(server.arrived).toHaveLength(1)
    expect(arrived?.to).toEqual([mail.to])
    expect(arrived?.mail.bcc ?? []).toEqual([])
    expect(arrived?.mail.subject).toBe('A Bcc: all@example.org body')
    expect(arrived?.mail.text).toContain('\n.\n')
  })
})

describe('a server that', () => {
  it('refuses the recipient for good fails the mail at once, and its words are kept', async () => {
    const mail = await queued()
    server.conduct = (stage) =>
      stage === 'recipient' ? { code: 550, words: '5.1.1 No such user here' } : 'accept'
    await run()
    expect(await mail.row()).toMatchObject({ state: 'failed', problem: 'refused', attempts: 1, nextAt: null })
    expect((await mail.row()).answer).toContain('5.1.1 No such user here')
    expect((await mail.row()).text).toBe(mail.text)
  })

  it('refuses the message for good fails the mail at once', async () => {
    const mail = await queued()
    server.conduct = (stage) => (stage === 'message' ? { code: 554, words: 'Spam' } : 'accept')
    await run()
    expect(await mail.row()).toMatchObject({ state: 'failed', problem: 'refused' })
  })

  it('keeps strangers waiting takes the mail at the second attempt', async () => {
    const mail = await queued()
    server.conduct = (stage, attempt) =>
      stage === 'recipient' && attempt === 1 ? { code: 451, words: '4.7.1 Greylisted' } : 'accept'
    await run()
    expect(await mail.row()).toMatchObject({ state: 'waiting', problem: 'deferred', attempts: 1 })
    await run()
    expect(server.attempts).toBe(1)
    later(PAUSES[0])
    await run()
    expect(await mail.row()).toMatchObject({ state: 'sent', attempts: 2, problem: '' })
    expect(mail.got()).toHaveLength(1)
  })

  it.each(['greeting', 'sender'] as const)(
    'refuses everything at the %s loses nothing: somebody can mend the settings',
    async (at) => {
      const mail = await queued()
      server.conduct = (stage) => (stage === at ? { code: 554, words: 'Not you' } : 'accept')
      await run()
      const problem = at === 'sender' ? 'sender' : 'deferred'
      expect(await mail.row()).toMatchObject({ state: 'waiting', problem, attempts: 1 })
      server.conduct = () => 'accept'
      later(PAUSES[0])
      await run()
      expect(mail.got()).toHaveLength(1)
    },
  )

  it('is away is tried again, and in the end the mail has failed and says why', async () => {
    const closed = net.createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const away: MailServer = { ...server.setting(), port: (closed.address() as AddressInfo).port }
    await new Promise((resolve) => closed.close(resolve))
    const mail = await queued()
    let at = 0
    for (const pause of PAUSES) {
      await sendDueMail(away)
      expect(await mail.row()).toMatchObject({ state: 'waiting', problem: 'unreachable' })
      later((at += pause))
    }
    await sendDueMail(away)
    expect(await mail.row()).toMatchObject({ state: 'failed', problem: 'unreachable', text: mail.text })
  })

  it.each(['greeting', 'sender', 'recipient', 'message'] as const)(
    'says nothing more at the %s is left, and the mail is tried again',
    async (at) => {
      const mail = await queued()
      server.conduct = (stage) => (stage === at ? 'hang' : 'accept')
      await sendDueMail(server.setting(), { milliseconds: SHORT })
      expect(await mail.row()).toMatchObject({ state: 'waiting', problem: 'timeout', attempts: 1 })
      server.conduct = () => 'accept'
      later(PAUSES[0])
      await run()
      expect(await mail.row()).toMatchObject({ state: 'sent', attempts: 2 })
      expect(mail.got()).toHaveLength(1)
    },
  )

  it('dies in the middle of a message gets it again, whole and once', async () => {
    const mail = await queued({ text: `${'A long line of a long mail.\n'.repeat(40_000)}The end.` })
    server.conduct = (stage, attempt) => (stage === 'first bytes' && attempt === 1 ? 'die' : 'accept')
    await run()
    expect(await mail.row()).toMatchObject({ state: 'waiting', problem: 'broken_off', attempts: 1 })
    expect(mail.got()).toEqual([])
    later(PAUSES[0])
    await run()
    expect(mail.got()).toHaveLength(1)
    expect(mail.got()[0]?.mail.text?.trim().endsWith('The end.')).toBe(true)
  })

  it('takes a message and dies before it says so gets it again under the same Message-ID', async () => {
    const mail = await queued()
    server.conduct = (stage, attempt) => (stage === 'message' && attempt === 1 ? 'take and die' : 'accept')
    await run()
    expect(await mail.row()).toMatchObject({ state: 'waiting', problem: 'broken_off' })
    later(PAUSES[0])
    await run()
    const [first, second] = mail.got()
    expect(second?.mail.messageId).toBe(`<${(await mail.row()).messageId}>`)
    expect(second?.mail).toMatchObject({ messageId: first?.mail.messageId, date: first?.mail.date })
    expect(mail.got()).toHaveLength(2)
  })
})

describe('an attempt', () => {
  it('that broke off with its process is repeated once its lease has ended', async () => {
    const mail = await queued()
    expect(await takeMail()).toMatchObject({ to: mail.to, attempts: 1 })
    await run()
    expect(mail.got()).toEqual([])
    later(LEASE_MS / 1000)
    await run()
    expect(await mail.row()).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('is made once, however many processes look for due mail', async () => {
    const mails = await Promise.all(Array.from({ length: 12 }, () => queued()))
    await Promise.all([run(), run(), run()])
    expect(mails.map((mail) => mail.got().length)).toEqual(mails.map(() => 1))
    expect(server.attempts).toBe(12)
  })

  it('that is abandoned because the desk stops does not count', async () => {
    const mail = await queued()
    const stop = new AbortController()
    server.conduct = (stage) => {
      if (stage !== 'recipient') return 'accept'
      stop.abort()
      return 'hang'
    }
    await sendDueMail(server.setting(), { stop: stop.signal, until: stop.signal })
    expect(await mail.row()).toMatchObject({ state: 'waiting', attempts: 0, problem: '' })
    server.conduct = () => 'accept'
    await run()
    expect(await mail.row()).toMatchObject({ state: 'sent', attempts: 1 })
  })
})

describe('an admin', () => {
  it('sees what was not sent and why, without its words, and sends it again once it can be', async () => {
    const { actor } = await makeUser({ role: 'admin' })
    const mail = await queued()
    server.conduct = (stage) => (stage === 'recipient' ? { code: 550, words: 'Nobody here' } : 'accept')
    await run()
    const [line] = (await mailOverview(actor)).items
    expect(line).toMatchObject({ to: mail.to, state: 'failed', problem: 'refused' })
    expect(line?.answer).toContain('Nobody here')
    expect(JSON.stringify(line)).not.toContain(mail.text)
    server.conduct = () => 'accept'
    await resendMail(actor, { id: line?.id ?? '' })
    await resendMail(actor, { id: line?.id ?? '' })
    await run()
    await resendMail(actor, { id: line?.id ?? '' })
    await run()
    expect(mail.got()).toHaveLength(1)
    expect(await db().event.count({ where: { verb: 'mail.resent', subjectId: line?.id } })).toBe(1)
  })

  it('sends no mail again that is being sent', async () => {
    const { actor } = await makeUser({ role: 'admin' })
    await queued()
    const taken = await takeMail()
    expect(await refusal(resendMail(actor, { id: taken?.id ?? '' }))).toMatchObject({ key: 'mailUnderWay' })
  })

  it('sends a test mail to themselves, or reads that no server is set up', async () => {
    const { actor, email } = await makeUser({ role: 'admin' })
    await sendTestMail(actor, { language: 'ar' })
    await run()
    expect(server.to(email).map(({ mail }) => mail.subject)).toEqual(['رسالة تجريبية من المكتب'])
    delete process.env.SMTP_URL
    expect(await refusal(sendTestMail(actor, { language: 'en' }))).toMatchObject({ key: 'mailNotSetUp' })
    expect((await mailOverview(actor)).server).toBeNull()
  })

  it('alone may do so', async () => {
    const { actor } = await makeUser({ role: 'editor' })
    for (const asked of [
      mailOverview(actor),
      sendTestMail(actor, { language: 'en' }),
      resendMail(actor, { id: unique() }),
    ])
      expect((await refusal(asked)).code).toBe('forbidden')
  })
})
