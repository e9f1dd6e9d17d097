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

/** What a document says of itself. `at` is ISO 8601, the moment at which its content was made. */
export type About = { title: string; creator: string; language: string; at: string }

export const aboutReport = ({ content }: PrintableReport, title: string): About => ({
  title,
  creator: content.newsroom,
  language: content.language,
  at: content.issuedAt,
})

/** Core properties (ECMA-376, part 2): a document's title, author, language and date. */
function coreProperties({ title, creator, language, at }: About): string {
  const when = `xsi:type="dcterms:W3CDTF">${at}`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlEscaped(title)}</dc:title><dc:creator>${xmlEscaped(creator)}</dc:creator><dc:language>${xmlEscaped(language)}</dc:language><dcterms:created ${when}</dcterms:created><dcterms:modified ${when}</dcterms:modified></cp:coreProperties>`
}

/** The parts of a package, name to content. */
export type Parts = Record<string, string>

/**
 * Packs an office document again so that it depends only on its content. It replaces the library's properties, removes
 * the date of packing, and lets `mend` change the library's parts.
 */
export function packed(
  document: Uint8Array,
  about: About,
  mend: (parts: Parts) => Parts = (parts) => parts,
): Uint8Array {
  const written = Object.entries(unzipSync(document)).map(([name, bytes]) => [name, strFromU8(bytes)])
  const parts = mend(Object.fromEntries(written) as Parts)
  const all = { ...parts, [CORE_PART]: coreProperties(about) }
  const entries = Object.entries(all).map(([name, xml]): [string, ZippableFile] => [
    name,
    [strToU8(xml), { level: name === PROOF_PART ? 0 : 6 }],
  ])
  return zipSync(Object.fromEntries(entries), { mtime: NO_DAY })
}
