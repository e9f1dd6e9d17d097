import { Prisma } from './generated/client/client'
import { columnOf } from './insert-rows'

const FIELDS = {
  anchor: Prisma.AnchorScalarFieldEnum,
  article: Prisma.ArticleScalarFieldEnum,
  claim: Prisma.ClaimScalarFieldEnum,
  claim_writer: Prisma.ClaimWriterScalarFieldEnum,
  source: Prisma.SourceScalarFieldEnum,
} as const

type Table = keyof typeof FIELDS

const fieldsOf = (table: Table, without: readonly string[]) =>
  Object.keys(FIELDS[table]).filter((field) => !without.includes(field))

/** The columns of a table for a `select`, each under the name of its field in the schema. */
export const columnsOf = (table: Table, alias: string, without: readonly string[] = []) =>
  fieldsOf(table, without)
    .map((field) => `${alias}."${columnOf(field)}" as "${field}"`)
    .join(', ')

/**
 * A row of a table as one JSON object, by the names of its fields in the schema. Moments would come as text, so leave
 * them out.
 */
export const jsonOf = (table: Table, alias: string, without: readonly string[] = []) =>
  `jsonb_build_object(${fieldsOf(table, without)
    .map((field) => `'${field}', ${alias}."${columnOf(field)}"`)
    .join(', ')})`
