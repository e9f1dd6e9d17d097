import 'server-only'
import { sqlPool } from '@/prisma/client'
import { EVERY, likenessKeys } from '@/text/likeness/keys'
import type { AskedAs } from '@/text/likeness/related'
import { weightOf, weightsFrom } from '@/text/likeness/weights'
import { candidatesSql } from './sql'
import { KEYS_WEIGHED, soughtKeys } from '@/domain/reuse/candidates'
import { similarTo, type Candidate, type SimilarPassage } from '@/domain/reuse/rules'

type KeyCounts = {
  claims: ReadonlyMap<number, number>
  sentences: ReadonlyMap<number, number>
  /** Of claims and sentences together. */
  both: ReadonlyMap<number, number>
}

/** How many claims and sentences have each of the keys, and how many there are in all. */
export async function readKeyCounts(keys: readonly number[]): Promise<KeyCounts> {
  const { rows } = await sqlPool().query<{ key: number; claims: number; sentences: number }>(
    `select key, sum(claims)::int as claims, sum(sentences)::int as sentences
     from (
       select key, claims, sentences from key_count where key = any($1::int[])
       union all
       select key, claims, sentences from key_change where key = any($1::int[])
     ) counted group by key`,
    [[...new Set([EVERY, ...keys])]],
  )
  return {
    claims: new Map(rows.map((row) => [row.key, row.claims])),
    sentences: new Map(rows.map((row) => [row.key, row.sentences])),
    both: new Map(rows.map((row) => [row.key, row.claims + row.sentences])),
  }
}

type Row = Omit<Candidate, 'article' | 'at' | 'context'> & {
  context: string | null
  at: Date | null
  articleId: string
  title: string
  language: string
  createdAt: Date
}

type Own = {
  claimId?: string
  articleId?: string
  /** The sentences around the words, if there are any. */
  context?: string
  /** A claim by default. */
  as?: AskedAs
}

/**
 * Claims and sentences that say the same as some words, or may answer them, the best match first. It excludes those of
 * `own`.
 */
export async function alikeTo(text: string, language: string, own: Own): Promise<SimilarPassage[]> {
  const keys = likenessKeys(text)
  const counts = await readKeyCounts(keys)
  const all = counts.both.get(EVERY) ?? 0
  const weighed = keys
    .filter((key) => key !== EVERY)
    .map((key) => ({ key, weight: weightOf(counts.both.get(key) ?? 0, all) }))
    .sort((a, b) => b.weight - a.weight || a.key - b.key)
    .slice(0, KEYS_WEIGHED)
  const [claims, sentences] = [soughtKeys(keys, counts.claims), soughtKeys(keys, counts.sentences)]
  const sql = candidatesSql({ leftOut: own, weighed, claims, sentences })
  const { rows } = await sqlPool().query<Row>(sql.text, sql.values)
  const candidates = rows.map(
    ({ articleId, title, language: written, createdAt, at, context, ...row }): Candidate => ({
      ...row,
      context: context ?? row.quote,
      at: at ?? createdAt,
      article: { id: articleId, title, language: written },
    }),
  )
  const words = { quote: text, context: own.context ?? text }
  const asked = { words, language, as: own.as ?? ('claim' as const) }
  return similarTo(asked, candidates, weightsFrom(counts.both))
}
