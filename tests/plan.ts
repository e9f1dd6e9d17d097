import type { Sql } from '@/domain/list/sql'
import { sqlPool } from '@/prisma/client'

/** The query plan of a read with sequential and bitmap scans disabled, as one text. */
export async function planOf({ text, values }: Sql, also = ''): Promise<string> {
  const client = await sqlPool().connect()
  try {
    await client.query(`begin; set local enable_seqscan = off; set local enable_bitmapscan = off; ${also}`)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${text}`, values)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  } finally {
    await client.query('rollback')
    client.release()
  }
}
