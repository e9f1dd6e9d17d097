import 'server-only'
import { lostArticle } from '@/domain/article/open'
import { isReviewed } from '@/domain/claim/rules'
import { forbidden, invalid, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { Block } from '@/text/blocks'
import { work } from '@/domain/text-work/pool/worker'
import { headlineStart, partAt, readingOf } from '@/text/reading'
import { cellSpans } from '@/text/revise/table-lines'
import type { Actor } from '@/domain/user/policy'
import { db, type Prisma, type Tx } from '@/prisma/client'
import { fieldOf } from './draft'
import { readRevised, sentencesJson } from './open'
import { planRevision } from './write'
import { totalsOf, type Outcome, type Remark } from './rules'
import type { Revise } from './schema'
import type { ClaimOutcome, RevisionOutcome, RevisionPreview } from './shape'

const text = { id: true, number: true, text: true, headline: true, blocks: true, createdAt: true } as const
const byName = { createdBy: { select: { id: true, name: true } } } as const

/** The verdict that a change of the text set back, in the form that answers give it. */
function setBackOf(stored: Prisma.JsonValue): ClaimOutcome['earlier'] {
  const earlier = stored as ClaimOutcome['earlier']
  return earlier && { status: earlier.status, quote: earlier.quote }
}

/** What stands in the tables of a revision, as JSON of `CellSpan[]`, from its stored blocks. */
const cellsJson = (blocks: unknown) => JSON.stringify(cellSpans(blocks as Block[]))

/** For each claim to settle in a revision: the sentences it was judged in, and the sentences of its present words. */
async function sentencesToSettle(revisionId: string) {
  const rows = await db().$queryRaw<{ claimId: string; before: string[] | null; after: string[] }[]>`
    select n.claim_id as "claimId", c.judged->'context' as before,
      context_at(n.revision_id, n.start, n."end") as after
    from anchor n
    join claim c on c.id = n.claim_id
    where n.revision_id = ${revisionId}::uuid and n.state = 'changed'`
  return new Map(
    rows.map(({ claimId, before, after }) => [
      claimId,
      { before: (before ?? []).join(' '), after: after.join(' ') },
    ]),
  )
}

async function outcomesOf(
  { id: revisionId, text }: { id: string; text: string },
  previousId: string,
): Promise<ClaimOutcome[]> {
  const span = { quote: true, start: true, end: true } as const
  const anchors = await db().anchor.findMany({
    where: { revisionId, claim: { withdrawnAt: null }, outcome: { not: 'made' } },
    orderBy: { claim: { number: 'asc' } },
    select: {
      ...span,
      state: true,
      outcome: true,
      remarks: true,
      claim: {
        select: {
          id: true,
          number: true,
          version: true,
          status: true,
          earlier: true,
          anchors: { where: { revisionId: previousId }, select: span },
        },
      },
    },
  })
  const sentences = await sentencesToSettle(revisionId)
  return anchors.map(({ claim, state, outcome, remarks, ...after }) => ({
    id: claim.id,
    number: claim.number,
    version: claim.version,
    status: claim.status,
    earlier: setBackOf(claim.earlier),
    outcome: outcome as Outcome,
    remarks: remarks as Remark[],
    state,
    sentences: sentences.get(claim.id) ?? null,
    part: partAt(after.start, headlineStart(text)),
    before: claim.anchors[0] ?? null,
    after,
  }))
}

/**
 * A revision beside the one before it, with what became of each claim of that one.
 * @throws DomainError `not_found`, also for the first revision
 */
export async function getRevision(actor: Actor, articleId: string, number: number) {
  if (!may(actor, 'readArticles')) throw forbidden()
  const found = await db().revision.findMany({
    where: { articleId, number: { in: [number - 1, number] } },
    orderBy: { number: 'asc' },
    select: {
      ...text,
      ...byName,
    },
  })
  const [old, fresh] = found
  if (!old || !fresh) throw notFound()
  const article = await db().article.findUniqueOrThrow({
    where: { id: articleId },
    select: { id: true, title: true, language: true, revision: true },
  })
  const outcomes = await outcomesOf(fresh, old.id)
  const withBlocks = <R extends typeof old>(revision: R) => ({
    ...revision,
    blocks: revision.blocks as unknown as Block[],
    cells: cellsJson(revision.blocks),
  })
  return {
    article,
    old: withBlocks(old),
    fresh: withBlocks(fresh),
    outcomes,
    totals: totalsOf(outcomes),
    newest: article.revision === number,
    may: { revise: may(actor, 'reviseArticle'), settle: may(actor, 'makeClaim') },
  }
}

/**
 * A revision and the one before it side by side, as JSON of `Row[]`.
 * @throws DomainError `busy` when too many long texts are being processed
 */
export async function compareRevisions(
  old: { id: string; text: string; headline: string },
  fresh: { id: string; text: string; headline: string },
): Promise<string> {
  const [before, after] = await Promise.all([old, fresh].map((one) => sentencesJson(db() as Tx, one.id)))
  const given = {
    old: { text: readingOf(old), sentences: before ?? '[]' },
    fresh: { text: readingOf(fresh), sentences: after ?? '[]' },
  }
  return work('compareTexts', given, { units: old.text.length + fresh.text.length, field: 'text' })
}

export type RevisionPage = Awaited<ReturnType<typeof getRevision>>

/** What became of each claim, for programs. @throws DomainError `not_found` */
export async function getRevisionOutcome(
  actor: Actor,
  articleId: string,
  number: number,
): Promise<RevisionOutcome> {
  const { outcomes, totals } = await getRevision(actor, articleId, number)
  return { revision: number, totals, claims: outcomes }
}

/**
 * What would become of the claims if this text were saved as the newest revision. Nothing is written.
 * @throws DomainError `conflict` with the current article when another revision came meanwhile; `invalid` when the text
 *   is the same
 */
export async function previewRevision(actor: Actor, input: Revise): Promise<RevisionPreview> {
  if (!may(actor, 'reviseArticle')) throw forbidden()
  const article = await db().article.findUnique({
    where: { id: input.articleId },
    select: { revision: true, title: true, language: true },
  })
  if (!article) throw notFound()
  const fresh = await readRevised(input, article)
  if (article.revision !== (input.revision ?? article.revision))
    throw await lostArticle(db(), actor, input.articleId, 'textChanged')
  const field = fieldOf(input)
  const plan = await planRevision(db(), input.articleId, fresh, {
    field,
    compared: true,
    known: input.changes,
  })
  if (plan.old.number !== article.revision)
    throw await lostArticle(db(), actor, input.articleId, 'textChanged')
  if (plan.old.text === fresh.text) throw invalid([{ path: field, key: 'textSame' }])
  const standing = plan.standing.filter((one) => one.claim.withdrawnAt === null)
  const anchors = new Map(plan.carried.anchors.map((anchor) => [anchor.claimId, anchor]))
  const carried = standing.flatMap((one) => anchors.get(one.claimId) ?? [])
  const lines = standing.flatMap(({ claim, quote, start, end }): ClaimOutcome[] => {
    const anchor = anchors.get(claim.id)
    if (!anchor) return []
    const { id, number, version, status } = claim
    const setBack = anchor.state !== 'anchored' && isReviewed(status)
    return [
      {
        id,
        number,
        version,
        status: setBack ? 'unreviewed' : status,
        earlier: setBack ? { status, quote } : setBackOf(claim.earlier),
        outcome: anchor.outcome,
        remarks: anchor.remarks,
        state: anchor.state,
        sentences: anchor.sentences,
        part: partAt(anchor.start, headlineStart(fresh.text)),
        before: { quote, start, end },
        after: { quote: anchor.quote, start: anchor.start, end: anchor.end },
      },
    ]
  })
  const number = article.revision + 1
  const before = await db().revision.findUniqueOrThrow({
    where: { id: plan.old.id },
    select: { blocks: true },
  })
  return {
    number,
    totals: totalsOf(carried),
    setBack: standing.filter(
      ({ claim }) => isReviewed(claim.status) && anchors.get(claim.id)?.state !== 'anchored',
    ).length,
    lines,
    followed: plan.carried.followed,
    rows: plan.carried.rows,
    old: { text: readingOf(plan.old), number: article.revision, cells: cellsJson(before.blocks) },
    fresh: { text: readingOf(fresh), number, cells: cellsJson(JSON.parse(fresh.blocks)) },
  }
}
