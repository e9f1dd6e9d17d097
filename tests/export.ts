import { SaxesParser } from 'saxes'
import { strFromU8, unzipSync } from 'fflate'
import type { ExportedClaim } from '@/domain/export/schema'
import { newId } from '@/services/ids'

/** A claim as an export reads it, without a database. */
export function exportedClaim(given: Partial<ExportedClaim> = {}): ExportedClaim {
  const at = new Date('2026-03-01T20:30:00Z')
  return {
    id: newId(),
    number: 1,
    quote: 'The bridge opened in 1998',
    status: 'unreviewed',
    anchorState: 'anchored',
    finding: '',
    proposal: null,
    speaker: '',
    saidOn: null,
    priority: 'normal',
    dueAt: null,
    reviewedAt: null,
    createdAt: at,
    updatedAt: at,
    version: 1,
    article: { id: newId(), title: 'Bridge', language: 'en', revision: 1 },
    desk: null,
    assignee: null,
    reviewer: null,
    sources: [],
    ...given,
  }
}

export async function* inBatches<T>(all: T[], size = 2): AsyncGenerator<T[]> {
  for (let at = 0; at < all.length; at += size) yield await Promise.resolve(all.slice(at, at + size))
}

export async function bytesOf(chunks: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(Buffer.from(chunk as string))
  return Buffer.concat(all)
}

export type SheetCell = { type: string; style: string; value: string }
export type ReadSheet = {
  xml: string
  rows: Record<string, SheetCell>[]
  rightToLeft: boolean
  frozen: string | undefined
  filter: string | undefined
}

const plainText = (text: string) =>
  text.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

function readSheet(xml: string): ReadSheet {
  const sheet: ReadSheet = { xml, rows: [], rightToLeft: false, frozen: undefined, filter: undefined }
  let cell: SheetCell | undefined
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'sheetView') sheet.rightToLeft = attributes.rightToLeft === '1'
    if (name === 'pane' && attributes.state === 'frozen') sheet.frozen = attributes.topLeftCell
    if (name === 'autoFilter') sheet.filter = attributes.ref
    if (name === 'row') sheet.rows.push({})
    if (name === 'c') {
      cell = { type: attributes.t ?? 'n', style: attributes.s ?? '0', value: '' }
      const row = sheet.rows.at(-1)
      if (row) row[String(attributes.r).replace(/\d+$/, '')] = cell
    }
  })
  parser.on('text', (text) => {
    if (cell) cell.value += text
  })
  parser.on('closetag', ({ name }) => {
    if (name !== 'c' || !cell) return
    cell.value = plainText(cell.value)
    cell = undefined
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return sheet
}

/** Reads a workbook with libraries other than its writer's: the zip with fflate, the XML with saxes. */
export function readWorkbook(bytes: Uint8Array): { files: string[]; workbook: string; sheets: ReadSheet[] } {
  const files = unzipSync(bytes)
  const names = Object.keys(files).filter((name) => /^xl\/worksheets\/[^/]+$/.test(name))
  return {
    files: Object.keys(files),
    workbook: strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()),
    sheets: names.sort().map((name) => readSheet(strFromU8(files[name] ?? new Uint8Array()))),
  }
}

/** The rows of a sheet, keyed by the titles in its first row. */
export function titledRows({ rows: [header = {}, ...rows] }: ReadSheet): Record<string, SheetCell>[] {
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([letters, cell]) => [header[letters]?.value ?? letters, cell]),
    ),
  )
}
