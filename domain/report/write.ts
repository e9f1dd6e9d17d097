import 'server-only'
import { createHash } from 'node:crypto'
import { db } from '@/prisma/client'
import type { Separator } from '@/domain/export/csv-form'
import type { ReportFormat } from './schema'

type KeptFormat = ReportFormat | `csv-${Exclude<Separator, 'comma'>}`

/**
 * The file of an issued report in one format. The first request makes and stores it. Every later download gets the same
 * bytes, even if a newer version of the desk would print it differently.
 */
export async function keptFile(
  file: { reportId: string; format: KeptFormat },
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  const where = { reportId_format: file }
  const kept = await db().reportFile.findUnique({ where, select: { bytes: true } })
  if (kept) return new Uint8Array(kept.bytes)
  const bytes = new Uint8Array(await make())
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await db().reportFile.createMany({ data: [{ ...file, bytes, sha256 }], skipDuplicates: true })
  const first = await db().reportFile.findUniqueOrThrow({ where, select: { bytes: true } })
  return new Uint8Array(first.bytes)
}
