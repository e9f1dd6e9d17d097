import { openArchive } from '@/importing/archive'
import { readXml, type XmlNode } from '@/importing/office/xml'

const NAMESPACES = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 's',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties': 'custom',
  'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes': 'vt',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
}

/** An office document as other programs see it: unzipped and strictly parsed, each part once. */
export async function officeParts(document: Uint8Array) {
  const archive = await openArchive(Buffer.from(document))
  const read = async (name: string): Promise<Buffer> => {
    const bytes = await archive.read(name)
    if (!bytes) throw new Error(`No part ${name}`)
    return bytes
  }
  return {
    names: archive.names,
    text: async (name: string) => (await read(name)).toString('utf8'),
    xml: async (name: string): Promise<XmlNode> => readXml(await read(name), NAMESPACES),
  }
}
