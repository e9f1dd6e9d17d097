import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { ExportedClaim } from '@/domain/export/schema'
import { columnsOf, type Column } from './columns'
import { rowHeight } from '../spreadsheet/row-height'
import { serialIn } from '../spreadsheet/serial'
import { cellXml, columnLetters, STYLE, textCell } from './sheet-xml'
import {
  LINKS_MOST,
  sheetFoot,
  sheetHead,
  sheetPath,
  sheetRelations,
  sheetRelationsPath,
  workbookParts,
  type Link,
} from './workbook-xml'
import type { ExportWords } from './words'

/** How much fewer bold letters fit into a column. */
const BOLD = 0.8
/** The rows of an Excel sheet without its header. */
const SHEET_ROWS = 1_048_575

export type XlsxForm = {
  words: ExportWords
  /** The address of the desk, to which each claim has a link. */
  publicUrl: string
  /** IANA name. Moments are written in this time zone. */
  timeZone: string
  rightToLeft: boolean
  /** The most claims in one sheet; more claims go into further sheets. */
  sheetRows?: number
}

async function* singly(batches: AsyncIterable<ExportedClaim[]>): AsyncGenerator<ExportedClaim> {
  for await (const claims of batches) yield* claims
}

/** `links` receives the sheet's links as its rows are written. */
type SheetWriter = (
  claims: AsyncGenerator<ExportedClaim>,
  rows: number,
  links: Link[],
) => AsyncGenerator<string>

function sheetWriter({ words, publicUrl, timeZone, rightToLeft }: XlsxForm): SheetWriter {
  const columns = columnsOf(words, publicUrl, (stance) => words(`common.stance.${stance}`)).filter(
    ({ code }) => !code,
  )
  const letters = columns.map((_, index) => columnLetters(index))
  const direction = rightToLeft ? 'rtl' : 'ltr'
  const look = { serial: serialIn(timeZone), mark: words('exporting.cut'), direction } as const
  const title = ({ name, kind }: Column) =>
    kind === 'moment'
      ? words('exporting.inZone', { column: words(`exporting.columns.${name}`), zone: timeZone })
      : words(`exporting.columns.${name}`)
  const headings = columns.map((column) => ({ text: title(column), width: column.width * BOLD }))
  const header = columns.map((one, index) => textCell(`${letters[index]}1`, title(one), '', STYLE.header))
  const row = (claim: ExportedClaim, number: number) => {
    const cells = columns.map(({ kind, width, ofArticle, value }) => ({
      kind,
      width,
      value: value(claim),
      language: ofArticle ? claim.article.language : null,
    }))
    const texts = cells.flatMap(({ kind, value, width }) =>
      typeof value === 'string' && kind !== 'link' ? [{ text: value, width }] : [],
    )
    return `<row r="${number}" ht="${rowHeight(texts)}" customHeight="1">${cells
      .map((cell, index) => cellXml(`${letters[index]}${number}`, cell, look))
      .join('')}</row>`
  }
  const linkColumns = columns.flatMap(({ kind, value }, index) => (kind === 'link' ? [{ value, index }] : []))
  return async function* sheet(claims, rows, links) {
    yield `${sheetHead({ rightToLeft, widths: columns.map(({ width }) => width) })}<row r="1" ht="${rowHeight(headings)}" customHeight="1">${header.join('')}</row>`
    for (let number = 2; number < rows + 2; number += 1) {
      const next = await claims.next()
      if (next.done) throw new Error('Fewer claims came than were counted')
      yield row(next.value, number)
      for (const { value, index } of linkColumns)
        if (links.length < LINKS_MOST)
          links.push({ ref: `${letters[index]}${number}`, address: String(value(next.value)) })
    }
    yield sheetFoot(`A1:${letters.at(-1)}${rows + 1}`, links)
  }
}

/**
 * Writes a workbook (ECMA-376) with one row per claim, and with typed numbers and dates. Claims are written as they
 * arrive, so only the part in transit is in memory. The zip's directory comes last, so no program opens an incomplete
 * file.
 * `total` is the number of claims.
 */
export async function* claimsXlsx(
  batches: AsyncIterable<ExportedClaim[]>,
  total: number,
  form: XlsxForm,
): AsyncGenerator<Uint8Array> {
  const { words, sheetRows = SHEET_ROWS } = form
  const count = Math.max(1, Math.ceil(total / sheetRows))
  const names = Array.from({ length: count }, (_, index) =>
    index === 0 ? words('exporting.sheet') : words('exporting.sheetNumber', { number: index + 1 }),
  )
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  for (const [path, content] of Object.entries(workbookParts(names, form.rightToLeft ? 'rtl' : 'ltr')))
    zip.addBuffer(Buffer.from(content), path)
  const claims = singly(batches)
  const write = sheetWriter(form)
  for (let index = 0; index < count; index += 1) {
    const rows = Math.min(sheetRows, total - index * sheetRows)
    const links: Link[] = []
    zip.addReadStreamLazy(sheetPath(index), (use) => {
      const sheet = Readable.from(grouped(write(claims, rows, links)), { objectMode: false })
      sheet.on('error', (error) => output.destroy(error))
      use(null, sheet)
    })
    // By then the sheet has been written, because the parts follow one another.
    zip.addReadStreamLazy(sheetRelationsPath(index), (use) =>
      use(null, Readable.from([sheetRelations(links)])),
    )
  }
  zip.end()
  try {
    for await (const chunk of output) yield chunk as Uint8Array
  } finally {
    output.destroy()
  }
}

const GROUP = 64 * 1024

/** Joins the texts to larger chunks of bytes, because a stream of single rows would spend its time on scheduling. */
async function* grouped(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let group = ''
  for await (const text of texts) {
    group += text
    if (group.length < GROUP) continue
    yield Buffer.from(group)
    group = ''
  }
  yield Buffer.from(group)
}
