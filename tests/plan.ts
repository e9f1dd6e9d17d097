import type { Sql } from '@/domain/list/sql'
import { sqlPool } from '@/prisma/client'
import type { Statement } from './queries'

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

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  Plans?: Node[]
}

/** The parts of a plan that read all rows of a table, each in words. Below a limit, an index in order reads few. */
function wholeReads(node: Node, table: string, isLimited = false): string[] {
  const limited = node['Node Type'] === 'Limit' || (isLimited && node['Node Type'] !== 'Sort')
  const below = (node.Plans ?? []).flatMap((one) => wholeReads(one, table, limited))
  if (node['Relation Name'] !== table) return below
  const isScan = node['Node Type'] === 'Seq Scan'
  const isWhole = /^Index/.test(node['Node Type']) && node['Index Cond'] === undefined && !isLimited
  return isScan || isWhole ? [`${node['Node Type']} on ${table}`, ...below] : below
}

/** How a read would scan a whole table; empty when an index leads it. On few rows, PostgreSQL would rather scan them. */
export async function scansOf({ text, values }: Statement, table: string): Promise<string[]> {
  const client = await sqlPool().connect()
  try {
    await client.query('begin; set local enable_seqscan = off')
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (format json) ${text}`, [
      ...values,
    ])
    const plan = rows[0]?.['QUERY PLAN'][0].Plan
    return plan ? wholeReads(plan, table).map((one) => `${one}: ${text}`) : []
  } finally {
    await client.query('rollback')
    client.release()
  }
}
