import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeArticle } from '@/domain/article/commands'
import { changeArticleSchema } from '@/domain/article/schema'
import { sendAnswer, seeQuestion } from '@/domain/question/asked/commands'
import { getAsked } from '@/domain/question/asked/queries'
import { remindOfQuestions } from '@/domain/question/reminders/worker'
import { CODE_ATTEMPTS, CODE_MS, DAY_MS, PROOF_MS } from '@/domain/question/rules'
import { answerSchema } from '@/domain/question/schema'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { unique } from '@/tests/factories'
import { withOwnDatabase } from '@/tests/own-database'
import { answer, makeAsking } from '@/tests/questions'
import { refusal } from '@/tests/refusal'
import { revokeQuestion } from '../commands'
import { enterCode, sendCode } from './commands'
import { enterCodeSchema } from './schema'

withOwnDatabase()

const BEGIN = new Date()
const later = (ms: number) => setClock(new Date(BEGIN.getTime() + ms))

beforeEach(() => {
  later(0)
  process.env.SMTP_URL = 'smtp://mail.test'
  process.env.MAIL_FROM = 'desk@example.org'
})
afterEach(() => {
  setClock()
  delete process.env.SMTP_URL
  delete process.env.MAIL_FROM
})

const mailsTo = (to: string) => db().mail.findMany({ where: { to }, orderBy: { id: 'asc' } })
const codeIn = (text = '') => /^\d{6}$/m.exec(text)?.[0] ?? ''

async function confidential() {
  const made = await makeAsking()
  await changeArticle(
    made.editor.actor,
    changeArticleSchema.parse({ id: made.article.id, version: 1, confidential: true }),
  )
  const email = `${unique()}@example.net`
  const newest = async () => codeIn((await mailsTo(email)).at(-1)?.text)
  return { ...made, email, newest }
}

const enter = (secret: string, code: string) => enterCode(enterCodeSchema.parse({ secret, code }))

describe('a question about a confidential article', () => {
  it('needs a mail address, and a desk that sends mail', async () => {
    const { checker, email, put } = await confidential()
    expect((await refusal(put(checker))).issues).toMatchObject([
      { path: 'email', key: 'confidentialNeedsEmail' },
    ])
    delete process.env.SMTP_URL
    expect((await refusal(put(checker, { email }))).issues).toMatchObject([
      { path: 'email', key: 'confidentialNeedsMail' },
    ])
  })

  it('opens only with the code sent to that address, for a while', async () => {
    const { checker, claim, email, newest, put } = await confidential()
    const { secret } = await put(checker, { email })
    const closed = [
      () => getAsked({ secret }),
      () => getAsked({ secret, proof: `${Date.now() + DAY_MS}.${'ا'.repeat(43)}` }),
      () => seeQuestion({ secret }),
      () => answer(secret, [{ claimId: claim.id, text: 'So' }]),
    ]
    for (const asked of closed) expect(await refusal(asked())).toMatchObject({ key: 'codeNeeded' })
    await sendCode({ secret })
    const arabic = (await newest()).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)))
    const { proof } = await enter(secret, ` ${arabic.slice(0, 3)} ${arabic.slice(3)}`)
    expect((await getAsked({ secret, proof })).parts).toHaveLength(1)
    const other = await put(checker, { email })
    expect(await refusal(getAsked({ secret: other.secret, proof }))).toMatchObject({ key: 'codeNeeded' })
    const said = { secret, revision: 1, items: [{ claimId: claim.id, text: 'So' }] }
    await sendAnswer(answerSchema.parse(said), proof)
    later(PROOF_MS + 1)
    expect(await refusal(getAsked({ secret, proof }))).toMatchObject({ key: 'codeNeeded' })
  })

  it('tells in its mails neither the title nor the question', async () => {
    const { checker, article, email, put } = await confidential()
    const { mailed } = await put(checker, { email, language: 'en' })
    const [mail] = await mailsTo(email)
    expect(mailed).toBe(true)
    expect(mail?.text).toContain('/questions/')
    for (const hidden of [article.title, 'Who counted']) expect(mail?.text).not.toContain(hidden)
  })

  it('takes each code once, for ten minutes and a few tries, and a new one ends the old', async () => {
    const { checker, email, newest, put } = await confidential()
    const { secret } = await put(checker, { email })
    await sendCode({ secret })
    const first = await newest()
    await sendCode({ secret })
    const code = await newest()
    const wrong = code === '000000' ? '000001' : '000000'
    const keyOf = async (typed: string) => (await refusal(enter(secret, typed))).issues[0]?.key
    if (first !== code) expect(await keyOf(first)).toBe('codeWrong')
    later(CODE_MS + 1)
    expect(await keyOf(code)).toBe('codeOver')
    later(0)
    for (let tries = first === code ? 0 : 1; tries < CODE_ATTEMPTS; tries++)
      expect(await keyOf(wrong)).toBe('codeWrong')
    expect(await keyOf(code)).toBe('codeOver')
    await sendCode({ secret })
    const last = await newest()
    await enter(secret, last)
    expect(await keyOf(last)).toBe('codeOver')
    for (let sent = 3; sent < 5; sent++) await sendCode({ secret })
    expect(await refusal(sendCode({ secret }))).toMatchObject({ code: 'limited' })
  })
})

describe('mail about a question', () => {
  it('brings its address once, and a reminder a day before and at the time, until there is an answer', async () => {
    const { checker, claim, article, put } = await makeAsking()
    const email = `${unique()}@example.net`
    const dueAt = new Date(BEGIN.getTime() + 3 * DAY_MS).toISOString()
    const asked = { email, dueAt, language: 'en' as const }
    const { secret, mailed } = await put(checker, asked)
    expect(mailed).toBe(true)
    const subjects = async () => (await mailsTo(email)).map(({ subject }) => subject)
    const look = async (ms: number) => {
      later(ms)
      await remindOfQuestions()
      await remindOfQuestions()
      return (await subjects()).length
    }
    const [first] = await mailsTo(email)
    expect(first?.text).toContain(`/questions/${secret}?language=en`)
    expect(first?.text).toContain(article.title)
    expect(await look(DAY_MS)).toBe(1)
    expect(await look(2 * DAY_MS + 1)).toBe(2)
    expect(await look(3 * DAY_MS + 1)).toBe(3)
    expect(new Set((await mailsTo(email)).map(({ text }) => text.includes(secret)))).toEqual(new Set([true]))
    const other = `${unique()}@example.net`
    const again = new Date(BEGIN.getTime() + 5 * DAY_MS).toISOString()
    const answered = await put(checker, { email: other, dueAt: again })
    await answer(answered.secret, [{ claimId: claim.id, text: 'So' }])
    const third = `${unique()}@example.net`
    const { id } = await put(checker, { email: third, dueAt: again })
    await revokeQuestion(checker.actor, { id })
    await look(5 * DAY_MS)
    expect([(await mailsTo(other)).length, (await mailsTo(third)).length]).toEqual([1, 1])
  })

  it('is not queued without a server for it', async () => {
    const { checker, put } = await makeAsking()
    delete process.env.SMTP_URL
    expect((await put(checker, { email: `${unique()}@example.net` })).mailed).toBe(false)
    await remindOfQuestions()
  })
})
