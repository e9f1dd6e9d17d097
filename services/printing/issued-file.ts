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
): Promise<Uint8Array> {
  const key = { reportId_format: { reportId, format } }
  const kept = await db().reportFile.findUnique({ where: key, select: { bytes: true } })
  if (kept) return kept.bytes
  const bytes = new Uint8Array(await print(report, format))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await db().reportFile.createMany({ data: [{ reportId, format, bytes, sha256 }], skipDuplicates: true })
  return (await db().reportFile.findUniqueOrThrow({ where: key, select: { bytes: true } })).bytes
}
