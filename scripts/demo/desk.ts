import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { newClaimSchema } from '@/domain/claim/schema'
import { settleAnchor } from '@/domain/anchor/commands'
import { changeArticle, createArticle } from '@/domain/article/commands'
import { createArticleSchema } from '@/domain/article/schema'
import { changeClaim } from '@/domain/review/commands'
import { passSentences } from '@/domain/sentence/commands'
import { signOffClaim } from '@/domain/sign-off/commands'
import { signOffDigest } from '@/domain/sign-off/digest'
import { addSource } from '@/domain/source/commands'
import type { NewSource } from '@/domain/source/schema'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import type { ArticlePlan } from './newsroom'
import { PEOPLE, type Person } from './people'

const reviewSchema = z.object({ claims: z.array(newClaimSchema) })

const FOLDER = path.join(process.cwd(), 'scripts/demo')

/** The claims of a demo article with their verdicts. */
export const reviewOf = async (name: string) =>
  reviewSchema.parse(JSON.parse(await readFile(path.join(FOLDER, `${name}.review.json`), 'utf8'))).claims

/** The request key of a demo record, by which it is found again. */
export const keyOf = (name: string) => `demo:${name}`

/** The id of the record that a step of the demo made. */
export async function made(name: string): Promise<string> {
  const { subjectId } = await db().request.findFirstOrThrow({ where: { key: keyOf(name) } })
  return subjectId
}

const articleNamed = async (name: string) =>
  db().article.findUniqueOrThrow({ where: { id: await made(name) } })

const claimNumbered = async (article: string, number: number) =>
  db().claim.findUniqueOrThrow({
    where: { articleId_number: { articleId: await made(article), number } },
    include: { sources: { where: { removedAt: null } } },
  })

export const personId = async (person: Person) =>
  (await db().user.findUniqueOrThrow({ where: { email: PEOPLE[person].email } })).id

export const claimId = async (article: string, number: number) => (await claimNumbered(article, number)).id

export async function takeArticle(actor: Actor, plan: ArticlePlan, deadline: Date | undefined) {
  const { name, desk, address: canonicalUrl } = plan
  const markdown = await readFile(path.join(FOLDER, `${name}.md`), 'utf8')
  const input = createArticleSchema.parse({ markdown, desk, canonicalUrl, requestKey: keyOf(name) })
  const claims = await reviewOf(name)
  const unreviewed = claims.map((claim) => ({ ...claim, status: 'unreviewed' as const, finding: '' }))
  return createArticle(actor, { ...input, deadline, claims: unreviewed })
}

type ClaimChange = Omit<Parameters<typeof changeClaim>[1], 'id' | 'version'>

export async function changeNumbered(actor: Actor, article: string, number: number, change: ClaimChange) {
  const { id, version } = await claimNumbered(article, number)
  return changeClaim(actor, { id, version, ...change })
}

export async function addSourceTo(actor: Actor, article: string, number: number, source: NewSource) {
  const requestKey = `demo:${article}:${number}:${source.stance}`
  return addSource(actor, { ...source, claimId: await claimId(article, number), requestKey })
}

export async function signOffNumbered(actor: Actor, article: string, number: number) {
  const claim = await claimNumbered(article, number)
  return signOffClaim(actor, { id: claim.id, version: claim.version, digest: signOffDigest(claim) })
}

/**
 * Settles what a correction changed in an article: its own claim is to be checked again on its new words, while the
 * verdicts on other words of the same sentence stand.
 */
export async function settleCorrected(actor: Actor, article: string, corrected: number) {
  const where = { articleId: await made(article), anchorState: 'changed' as const }
  const changed = await db().claim.findMany({ where, orderBy: { number: 'asc' } })
  for (const { id, version, number } of changed)
    await settleAnchor(actor, { id, version, as: number === corrected ? 'again' : 'stands' })
}

/** Passes all sentences of the newest text that hold no claim. */
export async function passTheRest(actor: Actor, article: string) {
  const { id: articleId, revision } = await articleNamed(article)
  const open = await db().$queryRaw<{ position: number }[]>`
    select s.position from sentence s join revision r on r.id = s.revision_id
    where r.article_id = ${articleId}::uuid and r.number = ${revision} and s.passed_at is null
      and not exists (select 1 from anchor a join claim c on c.id = a.claim_id
        where a.revision_id = r.id and c.withdrawn_at is null and a.start < s."end" and a."end" > s.start)`
  if (open.length === 0) return
  const positions = open.map(({ position }) => position)
  await passSentences(actor, { articleId, revision, positions, passed: true })
}

export async function putInState(actor: Actor, article: string, state: 'cleared' | 'published') {
  const { id, version } = await articleNamed(article)
  await changeArticle(actor, { id, version, state, despiteOpenClaims: true })
}
