import http from 'node:http'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '@/domain/session/commands'
import { db } from '@/prisma/client'
import { newId } from '@/services/ids'
import { startDeskProcess, type DeskProcess } from '@/tests/desk-process'
import { makeArticle, makeUser, type MadeUser } from '@/tests/factories'
import { withMailServer } from '@/tests/mail-server'
import { withOwnDatabase } from '@/tests/own-database'
import { sessionCookie } from '@/tests/session-cookie'
import { buildIfStale } from './lib/prepare.mjs'

withOwnDatabase()
const mail = withMailServer()

type Ended = { status: number; text: string; whole: boolean }

/** A request whose body and answer the test takes in its own time. */
function begin(url: string, options: http.RequestOptions) {
  const request = http.request(url, options)
  let text = ''
  const ended = new Promise<Ended>((resolve) => {
    request.on('error', () => resolve({ status: 0, text, whole: false }))
    request.on('response', (response) => {
      response.on('data', (chunk) => (text += String(chunk)))
      response.on('close', () =>
        resolve({ status: response.statusCode ?? 0, text, whole: response.complete }),
      )
      response.on('error', () => undefined)
    })
  })
  return { request, ended, soFar: () => text }
}

const ready = (url: string) =>
  fetch(`${url}/api/v1/health/ready`).then(
    async (answer) => ({ status: answer.status, body: (await answer.json()) as { staying: boolean } }),
    () => null,
  )

describe('a desk that is told to stop', () => {
  let desk: DeskProcess
  let editor: MadeUser
  let cookie = ''
  let holding: pg.Client

  beforeAll(async () => {
    await buildIfStale()
    editor = await makeUser({ role: 'editor' })
    const outcome = await signIn(editor, { sender: newId(), proofFor: () => undefined, agent: null })
    if (!outcome.ok) throw new Error('not signed in')
    cookie = await sessionCookie(outcome.secret, editor.actor.id)
    const { host, port } = mail.setting()
    desk = await startDeskProcess({
      DATABASE_URL: process.env.DATABASE_URL ?? '',
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? '',
      SMTP_URL: `smtp://${host}:${port}`,
      MAIL_FROM: 'desk@example.org',
      FACTDESK_MAIL_TO_EXAMPLES: 'on',
      FACTDESK_STOP_DELAY: '3',
    })
    holding = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await holding.connect()
  })
  afterAll(async () => {
    await holding.end().catch(() => undefined)
    await desk.remove()
  })

  /** How many queries of the desk wait for a lock. */
  const waiting = async () => {
    const [row] = await db().$queryRaw<
      { n: number }[]
    >`select count(*)::int as n from pg_locks where not granted`
    return row?.n ?? 0
  }

  it('says first that it is not ready, and finishes what it began', async () => {
    const authorization = `Bearer ${editor.token}`
    const article = await makeArticle(editor.actor)
    const { url } = desk

    const stream = begin(`${url}/api/v1/live`, { headers: { authorization } })
    stream.request.end()
    await expect.poll(stream.soFar).toContain('event: ready')

    const boundary = 'a-boundary-of-this-upload'
    const upload = begin(`${url}/api/v1/articles/import`, {
      method: 'POST',
      headers: { authorization, 'content-type': `multipart/form-data; boundary=${boundary}` },
    })
    const part = (name: string, value: string, also = '') =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${also}\r\n\r\n${value}\r\n`
    upload.request.write(part('language', 'en'))
    upload.request.write(
      part('file', 'The first bridge opened in 1998. ', '; filename="draft.txt"').slice(0, -2),
    )

    mail.conduct = (stage) => (stage === 'message' ? 'hang' : 'accept')
    const at = new Date()
    const id = newId()
    const letter = {
      id,
      key: `stop:${id}`,
      to: 'reader@example.org',
      language: 'en',
      subject: 'Stop',
      text: 'Words',
    }
    await db().mail.create({ data: { ...letter, messageId: `${id}@example.org`, createdAt: at, nextAt: at } })
    await expect.poll(() => mail.attempts).toBe(1)

    // A first visit takes long, and a query waits only some seconds for a lock.
    const visited = await fetch(`${url}/articles/${article.id}`, { headers: { cookie } })
    expect(visited.status).toBe(200)
    await visited.text()

    await holding.query('begin; lock table article in access exclusive mode')
    const page = begin(`${url}/articles/${article.id}`, { headers: { cookie, accept: 'text/html' } })
    page.request.end()
    const read = begin(`${url}/api/v1/articles/${article.id}`, { headers: { authorization } })
    read.request.end()
    await expect.poll(waiting).toBeGreaterThanOrEqual(2)

    desk.signal('SIGTERM')
    await expect.poll(() => ready(url)).toMatchObject({ status: 503, body: { staying: false } })
    await holding.query('rollback')
    expect(await read.ended).toMatchObject({ status: 200, whole: true })
    const shown = await page.ended
    expect(shown).toMatchObject({ status: 200, whole: true })
    expect(shown.text).toContain('</html>')

    expect(await stream.ended).toMatchObject({ status: 200, whole: true })
    await expect.poll(() => ready(url)).toBeNull()
    upload.request.end(`The second one opened in 2004.\r\n--${boundary}--\r\n`)
    expect(await upload.ended).toMatchObject({ status: 201, whole: true })

    expect(await desk.ended).toBe(0)
    const left = await db().mail.findUniqueOrThrow({ where: { id } })
    expect(left).toMatchObject({ state: 'waiting', attempts: 0, problem: '' })
  })
})
