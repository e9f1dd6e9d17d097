import 'server-only'
import type { OpenArticle } from '@/domain/article/open'
import { writeArticle } from '@/domain/article/write'
import type { ArticleLine } from '@/domain/history/record'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { likenessKeys } from '@/text/likeness/keys'
import { openIn } from './open'
import { isCovered } from './rules'

type RevisionChange = {
  articleId: string
  revisionId: string
  /** The previous revision, whose decisions pass to kept sentences. */
  oldRevisionId?: string
}

/**
 * Stores the sentences of a new revision and removes those of the previous one from search. A sentence with `kept`
 * inherits the decision about the old sentence at that position. A sentence with `passed` is passed at once.
 * @param sentences JSON of `NewSentence[]`, passed to the database as it is, because a text has thousands
 */
export async function storeSentences(tx: Tx, change: RevisionChange, sentences: string): Promise<void> {
  await tx.$executeRaw`
    update sentence set keys = '{}' where article_id = ${change.articleId}::uuid and cardinality(keys) > 0`
  await insertSentences(tx, change, sentences)
}

/** Stores sentences of a revision beside those that it has. */
export async function insertSentences(
  tx: Tx,
  { articleId, revisionId, oldRevisionId }: RevisionChange,
  sentences: string,
): Promise<void> {
  await tx.$executeRaw`
    insert into sentence
      (id, article_id, revision_id, position, read_from, start, "end", text, keys, score, cues, passed_by_id, passed_at)
    select gen_random_uuid(), ${articleId}::uuid, ${revisionId}::uuid, n.position, n."readFrom", n.start, n."end",
      n.text, n.keys, n.score, n.cues, old.passed_by_id,
      case when old.id is null and n.passed then ${now()}::timestamptz else old.passed_at end
    from jsonb_to_recordset(${sentences}::jsonb) as n(position integer, "readFrom" integer, start integer, "end" integer, text text,
      keys integer[], score float8, cues text[], passed boolean, kept integer)
    left join sentence old on old.revision_id = ${oldRevisionId ?? null}::uuid and old.position = n.kept`
}

/** Adds search keys to the sentences of a revision that have none. */
export async function storeSentenceKeys(tx: Tx, revisionId: string): Promise<void> {
  const bare = await tx.sentence.findMany({
    where: { revisionId, keys: { isEmpty: true } },
    select: { id: true, text: true },
  })
  const keyed = bare.map(({ id, text }) => ({ id, keys: likenessKeys(text) }))
  await tx.$executeRaw`
    update sentence s set keys = n.keys
    from jsonb_to_recordset(${JSON.stringify(keyed)}::jsonb) as n(id uuid, keys integer[]) where s.id = n.id`
}

/**
 * Sets a cleared article back to checking when something in it is open again. The caller locks the article first.
 * @returns the line of history, which the caller passes to `recordEvents` with the other lines of the same write;
 *   none when the article stays cleared
 */
export async function reopened(
  tx: Tx,
  actor: Actor,
  article: Pick<OpenArticle, 'id' | 'version' | 'state'>,
): Promise<ArticleLine[]> {
  if (article.state !== 'cleared' || isCovered(await openIn(tx, article.id))) return []
  return [await writeArticle(tx, actor, article, { state: 'checking' })]
}
