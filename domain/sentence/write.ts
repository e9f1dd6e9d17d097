import 'server-only'
import { setImmediate as othersTurn } from 'node:timers/promises'
import type { OpenArticle } from '@/domain/article/open'
import { writeArticle } from '@/domain/article/write'
import type { ArticleLine } from '@/domain/history/record'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { isCovered, openOf, type AnchorNow, type Open } from './rules'

type Place = {
  articleId: string
  revisionId: string
  /** The revision before, whose sentences hand on what was decided about them. */
  oldRevisionId?: string
}

/**
 * Stores the sentences of a new revision and lets search forget those of the one before. A sentence with `kept` has what
 * was said of the old one at that position.
 * @param sentences JSON of `NewSentence[]`, which goes to the database as it is: a text has thousands
 */
export async function storeSentences(
  tx: Tx,
  { articleId, revisionId, oldRevisionId }: Place,
  sentences: string,
): Promise<void> {
  await tx.$executeRaw`
    update sentence set keys = '{}' where article_id = ${articleId}::uuid and cardinality(keys) > 0`
  await tx.$executeRaw`
    insert into sentence
      (id, article_id, revision_id, position, start, "end", text, keys, score, cues, passed_by_id, passed_at)
    select gen_random_uuid(), ${articleId}::uuid, ${revisionId}::uuid, n.position, n.start, n."end", n.text, n.keys,
      n.score, n.cues, old.passed_by_id, old.passed_at
    from jsonb_to_recordset(${sentences}::jsonb) as n(position integer, start integer, "end" integer, text text,
      keys integer[], score float8, cues text[], kept integer)
    left join sentence old on old.revision_id = ${oldRevisionId ?? null}::uuid and old.position = n.kept`
}

type SentenceRow = [
  position: number,
  start: number,
  end: number,
  passedAt: string | null,
  score: number,
  cues: string[],
]
type AnchorRow = AnchorNow & { number: number }

/**
 * The sentences and anchors of a revision, in the order of their words. Sentences come as one JSON text, which is read at
 * once, where as many rows would hold others up.
 */
export async function readSentences(tx: Tx, articleId: string, revisionNumber: number) {
  const [revision] = await tx.$queryRaw<{ id: string; text: string; sentences: string }[]>`
    select r.id, r.text, (
        select coalesce(json_agg(json_build_array(s.position, s.start, s."end", s.passed_at, s.score, s.cues)
          order by s.position), '[]')::text
        from sentence s where s.revision_id = r.id
      ) as sentences
    from revision r where r.article_id = ${articleId}::uuid and r.number = ${revisionNumber}`
  if (!revision) throw new Error(`Article ${articleId} has no revision ${revisionNumber}`)
  const anchors = await tx.$queryRaw<AnchorRow[]>`
    select a.start, a."end", a.state::text as state, c.number, c.status::text as status
    from anchor a join claim c on c.id = a.claim_id
    where a.revision_id = ${revision.id}::uuid and c.withdrawn_at is null
    order by a.start, a."end"`
  await othersTurn()
  const rows = JSON.parse(revision.sentences) as SentenceRow[]
  const sentences = rows.map(([position, start, end, passedAt, score, cues]) => {
    const text = revision.text.slice(start, end)
    return { position, start, end, text, passedAt, score, cues }
  })
  await othersTurn()
  return { sentences, anchors }
}

/** What is still open in an article's newest revision. */
export async function openIn(tx: Tx, articleId: string): Promise<Open> {
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: { revision: true } })
  const { sentences, anchors } = await readSentences(tx, articleId, article.revision)
  return openOf(sentences, anchors)
}

/**
 * Sets a cleared article back to checking when something in it is open again. The article must be locked.
 * @returns the line of history that tells of it, for `recordEvents` beside the others of the same write; none when it stays
 */
export async function reopened(
  tx: Tx,
  actor: Actor,
  article: Pick<OpenArticle, 'id' | 'version' | 'state'>,
): Promise<ArticleLine[]> {
  if (article.state !== 'cleared' || isCovered(await openIn(tx, article.id))) return []
  return [await writeArticle(tx, actor, article, { state: 'checking' })]
}
