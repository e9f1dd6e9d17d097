import { strFromU8, strToU8, unzipSync, zipSync, type ZippableFile } from 'fflate'
import { proofLine } from '@/domain/report/proof'
import type { PrintableReport } from '@/domain/report/schema'
import { xmlEscaped } from './xml-text'

/** The name of the custom property that carries a report's proof; without a proof there is no property. */
const PROOF_PROPERTY = 'factdesk-proof'

export const proofProperties = ({ proof }: PrintableReport): { name: string; value: string }[] =>
  proof ? [{ name: PROOF_PROPERTY, value: proofLine(proof) }] : []

/** The earliest day a zip can tell, by whatever clock it is read. */
const NO_DAY = new Date(1980, 0, 1)
const CORE_PART = 'docProps/core.xml'
/** Packed as it is, so that its proof is found in a file that cannot be opened any more. */
const PROOF_PART = 'docProps/custom.xml'

/** Core properties (ECMA-376, part 2): a document's title, author and language, and when it was issued. */
function coreProperties({ content }: PrintableReport, title: string): string {
  const at = `xsi:type="dcterms:W3CDTF">${content.issuedAt}`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlEscaped(title)}</dc:title><dc:creator>${xmlEscaped(content.newsroom)}</dc:creator><dc:language>${content.language}</dc:language><dcterms:created ${at}</dcterms:created><dcterms:modified ${at}</dcterms:modified></cp:coreProperties>`
}

/** Names of parts and what they hold. */
export type Parts = Record<string, string>

/**
 * An office document packed anew so that it depends on the report alone: its own properties in place of the library's,
 * no day of packing, and its parts as `mend` makes them of what the library wrote.
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
