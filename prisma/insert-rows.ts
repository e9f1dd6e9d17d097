import type { Tx } from './client'
import { Prisma } from './generated/client/client'

/** Tables that receive many rows at once, with the fields of their rows. */
type Rows = {
  anchor: Prisma.AnchorCreateManyInput & { id: string }
  bulk_change_claim: Prisma.BulkChangeClaimCreateManyInput
  claim: Prisma.ClaimCreateManyInput & { id: string }
  claim_writer: Prisma.ClaimWriterCreateManyInput
  delivery: Prisma.DeliveryCreateManyInput & { id: string }
  notice_claim: Prisma.NoticeClaimCreateManyInput
  event: Prisma.EventCreateManyInput & { id: string }
  source: Prisma.SourceCreateManyInput & { id: string }
}

const NAMED_OTHERWISE: Record<string, string> = { loweredById: 'urgency_lowered_by_id' }

/** The column of a field of the schema. */
export const columnOf = (field: string) =>
  NAMED_OTHERWISE[field] ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Rows per query. Building a longer query would block the thread. */
const AT_ONCE = 500

const asColumns = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), value as unknown]))

/**
 * The query that inserts rows, which carries them as JSON. For thousands of rows, `createMany` would block the desk's
 * thread for a second, because it plans each row there. A field that only some rows set is null in the others; a field
 * that none sets gets the column's default.
 */
export function insertion<T extends keyof Rows>(table: T, rows: readonly Rows[T][]): Prisma.Sql {
  const said = new Set<string>()
  for (const row of rows)
    for (const [field, value] of Object.entries(row)) if (value !== undefined) said.add(field)
  const columns = Prisma.raw([...said].map((field) => `"${columnOf(field)}"`).join(', '))
  const into = Prisma.raw(`"${table}"`)
  const lines = JSON.stringify(rows.map(asColumns))
  return Prisma.sql`
    insert into ${into} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${into}, ${lines}::jsonb)`
}

/** Inserts any number of rows, some hundred with each query. */
export async function insertRows<T extends keyof Rows>(
  tx: Tx,
  table: T,
  rows: readonly Rows[T][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await tx.$executeRaw(insertion(table, rows.slice(from, from + AT_ONCE)))
}
