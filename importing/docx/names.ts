const TRANSITIONAL = 'http://schemas.openxmlformats.org/'
const STRICT = 'http://purl.oclc.org/ooxml/'

/** Namespaces of both variants of the standard, and of Word's extensions that carry text or its order. */
export const NAMESPACES: Readonly<Record<string, string>> = {
  [`${TRANSITIONAL}wordprocessingml/2006/main`]: 'w',
  [`${STRICT}wordprocessingml/main`]: 'w',
  [`${TRANSITIONAL}officeDocument/2006/relationships`]: 'r',
  [`${STRICT}officeDocument/relationships`]: 'r',
  [`${TRANSITIONAL}officeDocument/2006/math`]: 'm',
  [`${STRICT}officeDocument/math`]: 'm',
  [`${TRANSITIONAL}drawingml/2006/picture`]: 'pic',
  [`${STRICT}drawingml/picture`]: 'pic',
  [`${TRANSITIONAL}drawingml/2006/chart`]: 'c',
  [`${STRICT}drawingml/chart`]: 'c',
  [`${TRANSITIONAL}drawingml/2006/diagram`]: 'dgm',
  [`${STRICT}drawingml/diagram`]: 'dgm',
  'http://schemas.microsoft.com/office/drawing/2014/chartex': 'c',
  [`${TRANSITIONAL}markup-compatibility/2006`]: 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  [`${TRANSITIONAL}package/2006/relationships`]: 'rel',
  'http://purl.org/dc/elements/1.1/': 'dc',
}
