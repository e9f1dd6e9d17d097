import { z } from 'zod'

/** What may stand between the cells of a CSV. Spreadsheets of many languages expect a semicolon. */
export const SEPARATORS = ['comma', 'semicolon', 'tab'] as const
export type Separator = (typeof SEPARATORS)[number]

/** The parameter of an address that chooses the separator; a comma unless it says otherwise. */
export const separator = z.enum(SEPARATORS).optional()

/** The parameters of an address that choose the form of a CSV. `bom=0` omits the byte order mark. */
export const csvFields = { bom: z.enum(['0', '1']).optional(), separator }
