import 'server-only'
import { sqlPool } from '@/prisma/client'
import { EVERY } from '@/text/likeness/keys'

export type KeyCounts = {
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
