import type { Tx } from './client'
import { Prisma } from './generated/client/client'

/** Tables that many rows go into at once, with what a row of each may say. */
type Rows = {
  anchor: Prisma.AnchorCreateManyInput & { id: string }
  claim: Prisma.ClaimCreateManyInput & { id: string }
  claim_writer: Prisma.ClaimWriterCreateManyInput
  delivery: Prisma.DeliveryCreateManyInput & { id: string }
  event: Prisma.EventCreateManyInput & { id: string }
  source: Prisma.SourceCreateManyInput & { id: string }
}

const NAMED_OTHERWISE: Record<string, string> = { loweredById: 'urgency_lowered_by_id' }

/** The column of a field of the schema. */
export const columnOf = (field: string) =>
  NAMED_OTHERWISE[field] ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Rows of one statement: making the text of it holds others up. */
const AT_ONCE = 500

const asColumns = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), value as unknown]))

/**
 * Inserts rows by statements that carry them as JSON. `createMany` of thousands makes a plan of each row in the desk's
 * own thread, which holds everybody up for a second. A field that only some rows say is null in the others; one that
 * none says has the column's default.
 */
export async function insertRows<T extends keyof Rows>(
  tx: Tx,
  table: T,
  rows: readonly Rows[T][],
): Promise<void> {
  const said = new Set<string>()
  for (const row of rows)
    for (const [field, value] of Object.entries(row)) if (value !== undefined) said.add(field)
  const columns = Prisma.raw([...said].map((field) => `"${columnOf(field)}"`).join(', '))
  const into = Prisma.raw(`"${table}"`)
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const lines = JSON.stringify(rows.slice(from, from + AT_ONCE).map(asColumns))
    await tx.$executeRaw`
      insert into ${into} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${into}, ${lines}::jsonb)`
  }
}
