import 'server-only'
import { setImmediate as othersTurn } from 'node:timers/promises'
import type { Tx } from '@/prisma/client'
import { readingOf } from '@/text/reading'
import { openOf, type AnchorNow } from './rules'
import type { Open } from './shape'

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
 * The sentences and anchors of a revision, in the order of their words. The database returns all sentences as one JSON
 * text, because thousands of rows would block the thread.
 */
export async function readSentences(tx: Tx, articleId: string, revisionNumber: number) {
  const [revision] = await tx.$queryRaw<
    { id: string; text: string; headline: string; headlineStart: number; sentences: string }[]
  >`
    select r.id, r.text, r.headline, r.headline_start as "headlineStart", (
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
  const reading = readingOf(revision)
  await othersTurn()
  const rows = JSON.parse(revision.sentences) as SentenceRow[]
  const sentences = rows.map(([position, start, end, passedAt, score, cues]) => {
    const text = reading.slice(start, end)
    return { position, start, end, text, passedAt, score, cues }
  })
  await othersTurn()
  return { sentences, anchors, headlineStart: revision.headlineStart }
}

/** The sentences of a revision that contain the given words, with the sentences that those are read with, in order. */
export async function contextAt(
  tx: Tx,
  revisionId: string,
  { start, end }: { start: number; end: number },
): Promise<string[]> {
  const [row] = await tx.$queryRaw<{ context: string[] }[]>`
    select context_at(${revisionId}::uuid, ${start}::integer, ${end}::integer) as context`
  return row?.context ?? []
}

/**
 * Whether one of the sentences around some words occurs only once in its part of the newest revision. Sentences that
 * differ only in case, hamza or vowel signs count as copies, so that a person looks.
 */
export async function standsOnce(
  tx: Tx,
  revisionId: string,
  { start, end }: { start: number; end: number },
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ once: boolean }[]>`
    with touched as (
      select min(s.read_from) as first, max(s.position) as last from sentence s
      where s.revision_id = ${revisionId}::uuid and s.start < ${end} and s."end" > ${start}
    )
    select exists (
      select 1 from touched
      join sentence s on s.revision_id = ${revisionId}::uuid and s.position between touched.first and touched.last
      join revision r on r.id = s.revision_id
      where not exists (
        select 1 from sentence t
        where t.revision_id = s.revision_id and t.position <> s.position and t.keys = s.keys
          and (t.start >= r.headline_start) = (s.start >= r.headline_start)
          and fold_search(t.text) = fold_search(s.text))
    ) as once`
  return row?.once ?? false
}

/** What is still open in an article's newest revision. */
export async function openIn(tx: Tx, articleId: string): Promise<Open> {
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: { revision: true } })
  const { sentences, anchors } = await readSentences(tx, articleId, article.revision)
  return openOf(sentences, anchors)
}
