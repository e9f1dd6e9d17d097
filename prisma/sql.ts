import { Prisma } from './generated/client/client'

/** Parts of SQL queries, with their values apart from their text. */
export const { sql, join, raw, empty } = Prisma
export type Sql = Prisma.Sql
