import 'server-only'
import { createHash } from 'node:crypto'
import type { PrintableReport, ReportFormat } from '@/domain/report/schema'
import { db } from '@/prisma/client'
import { print } from './formats'

/**
 * An issued report in one format: printed at the first time and kept, so that every later download is the same bytes,
 * whatever a newer version of the desk would print.
 * @throws PrintingError
 */
export async function issuedFile(
  reportId: string,
  report: PrintableReport,
  format: ReportFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = { reportId_format: { reportId, format } }
  const kept = await db().reportFile.findUnique({ where: key, select: { bytes: true } })
  if (kept) return new Uint8Array(kept.bytes)
  const bytes = new Uint8Array(await print(report, format))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await db().reportFile.createMany({ data: [{ reportId, format, bytes, sha256 }], skipDuplicates: true })
  const first = await db().reportFile.findUniqueOrThrow({ where: key, select: { bytes: true } })
  return new Uint8Array(first.bytes)
}

/** The bytes of a CSV without the byte order mark that spreadsheets want. */
export const withoutMark = (bytes: Uint8Array<ArrayBuffer>) => bytes.subarray(3)
