import { z } from 'zod'
import { articleName, moment, orNull, person, type Read } from '@/domain/shape'
import { LOCALES } from '@/text/locale'
import { REPORT_KINDS } from './schema'

const number = z.string().meta({ description: 'Year and number within it, such as 2026-0001.' })
const digest = z.string().meta({ description: 'SHA-256 of its canonical JSON (RFC 8785), hex.' })
const kind = z.enum(REPORT_KINDS)
const language = z.enum(LOCALES)
const named = orNull(z.object({ id: z.uuid(), number }))

export const report = z
  .object({
    id: z.uuid(),
    number,
    kind,
    language,
    internal: z.boolean().meta({ description: 'Whether findings and names are in it.' }),
    digest,
    issuedAt: moment,
    issuedBy: person,
    article: articleName,
    supersedes: named,
    supersededBy: named,
  })
  .meta({ id: 'Report' })
export type ReportRow = Read<typeof report>

export const reportPage = z.object({
  items: z.array(report),
  next: z.string().nullable().meta({ description: 'To be sent back as `after`.' }),
})
export type ReportPage = Read<typeof reportPage>

export const issuedReport = z.object({ id: z.uuid(), number, digest }).meta({ id: 'IssuedReport' })
export type Issued = z.infer<typeof issuedReport>

const issuedFacts = z.object({
  number,
  digest,
  kind,
  language,
  issuedAt: moment,
  issuedBy: z.string().nullable(),
  newsroom: z.string(),
  title: z.string(),
  supersededBy: number.nullable(),
})
/** What the holder of a report may be told about it. Names appear only if the report itself contains them. */
export type IssuedFacts = z.infer<typeof issuedFacts>

/**
 * The result of verifying a report. `issued`: by this desk, unchanged and current. `superseded`: the same, but a later
 * report replaced it. `altered`: it shows the number and digest of a report of this desk but differs from that report.
 * `unknown`: it shows nothing that only the holder of a report of this desk could know.
 */
const result = z.enum(['issued', 'superseded', 'altered', 'unknown'])

export const verification = z.object({ result, report: orNull(issuedFacts) }).meta({ id: 'Verification' })
export type Verification = z.infer<typeof verification>
