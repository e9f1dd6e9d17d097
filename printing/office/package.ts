import { strFromU8, strToU8, unzipSync, zipSync, type ZippableFile } from 'fflate'
import { proofLine } from '@/domain/report/proof'
import type { PrintableReport } from '@/domain/report/schema'
import { xmlEscaped } from './xml-text'

/** The name of the custom property with a report's proof. A report without a proof has no such property. */
const PROOF_PROPERTY = 'factdesk-proof'

export const proofProperties = ({ proof }: PrintableReport): { name: string; value: string }[] =>
  proof ? [{ name: PROOF_PROPERTY, value: proofLine(proof) }] : []

/** The earliest day that a zip can store, in any time zone. */
const NO_DAY = new Date(1980, 0, 1)
const CORE_PART = 'docProps/core.xml'
/** This part is stored uncompressed, so that its proof can be found even in a damaged file. */
const PROOF_PART = 'docProps/custom.xml'

/** Core properties (ECMA-376, part 2): a document's title, author, language and date of issue. */
function coreProperties({ content }: PrintableReport, title: string): string {
  const at = `xsi:type="dcterms:W3CDTF">${content.issuedAt}`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlEscaped(title)}</dc:title><dc:creator>${xmlEscaped(content.newsroom)}</dc:creator><dc:language>${content.language}</dc:language><dcterms:created ${at}</dcterms:created><dcterms:modified ${at}</dcterms:modified></cp:coreProperties>`
}

/** The parts of a package, name to content. */
export type Parts = Record<string, string>

/**
 * Packs an office document again so that it depends only on the report. It replaces the library's properties, removes
 * the date of packing, and lets `mend` change the library's parts.
 */
export function packed(
  document: Uint8Array,
  report: PrintableReport,
  title: string,
  mend: (parts: Parts) => Parts = (parts) => parts,
): Uint8Array {
  const written = Object.entries(unzipSync(document)).map(([name, bytes]) => [name, strFromU8(bytes)])
  const parts = mend(Object.fromEntries(written) as Parts)
  const all = { ...parts, [CORE_PART]: coreProperties(report, title) }
  const entries = Object.entries(all).map(([name, xml]): [string, ZippableFile] => [
    name,
    [strToU8(xml), { level: name === PROOF_PART ? 0 : 6 }],
  ])
  return zipSync(Object.fromEntries(entries), { mtime: NO_DAY })
}
