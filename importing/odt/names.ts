const ODF = 'urn:oasis:names:tc:opendocument:xmlns'

export const NAMESPACES: Readonly<Record<string, string>> = {
  [`${ODF}:office:1.0`]: 'office',
  [`${ODF}:text:1.0`]: 'text',
  [`${ODF}:table:1.0`]: 'table',
  [`${ODF}:style:1.0`]: 'style',
  [`${ODF}:drawing:1.0`]: 'draw',
  [`${ODF}:dr3d:1.0`]: 'dr3d',
  [`${ODF}:xsl-fo-compatible:1.0`]: 'fo',
  [`${ODF}:manifest:1.0`]: 'manifest',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://www.w3.org/XML/1998/namespace': 'xml',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
}
