import { randomBytes } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import type { z } from 'zod'
import { createArticle } from '@/domain/article/commands'
import { createArticleSchema } from '@/domain/article/schema'
import { makeToken } from '@/domain/user/commands'
import type { Actor, Role } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { newId } from '@/services/ids'

/** Eight hex digits that no other test has. */
export const unique = () => randomBytes(4).toString('hex')

const SIGN_IN_PASSWORD = 'correct horse battery staple'
let passwordHash: Promise<string> | undefined

export type MadeUser = {
  actor: Actor
  /** An HTTP API token. */
  token: string
  email: string
  password: string
}

/** A person for one test, with a working password and an HTTP API token. */
export async function makeUser({
  role = 'editor',
  name,
}: { role?: Role; name?: string } = {}): Promise<MadeUser> {
  const mark = unique()
  passwordHash ??= hash(SIGN_IN_PASSWORD)
  const actor: Actor = { id: newId(), name: name ?? `${role} ${mark}`, role }
  const email = `${role}-${mark}@test.factdesk.example`
  await db().user.create({ data: { ...actor, email, passwordHash: await passwordHash } })
  const { token } = await makeToken(actor, { name: 'test' })
  return { actor, token, email, password: SIGN_IN_PASSWORD }
}

export type MadeClaim = { id: string; number: number; version: number; quote: string }
export type MadeArticle = { id: string; title: string; desk: string; claims: MadeClaim[] }

type ArticleInput = z.input<typeof createArticleSchema>

/** Four sentences; the first two are the claims of `makeArticle`. */
export const ARTICLE_TEXT =
  'The bridge opened in 1998. It carries nine thousand cars a day. Nobody counted the bicycles. The toll is two coins.'

/**
 * An article with its own desk, so that a list filtered by either shows only this test's rows. Without `claims` it
 * has two unreviewed claims. `actor` is an editor.
 */
export async function makeArticle(actor: Actor, overrides: ArticleInput = {}): Promise<MadeArticle> {
  const mark = unique()
  // Without figures, so that the headline states nothing.
  const title =
    overrides.title ?? `Bridge ${mark.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`
  const desk = overrides.desk ?? `desk ${mark}`
  const content =
    overrides.text === undefined && overrides.markdown === undefined
      ? {
          text: ARTICLE_TEXT,
          claims: [{ quote: 'The bridge opened in 1998' }, { quote: 'It carries nine thousand cars a day' }],
        }
      : {}
  const id = await createArticle(
    actor,
    createArticleSchema.parse({ language: 'en', ...content, ...overrides, title, desk }),
  )
  const claims = await db().claim.findMany({
    where: { articleId: id },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, version: true, quote: true },
  })
  return { id, title, desk, claims }
}
