import type { XmlNode } from '@/importing/office/xml'
import { elements } from '@/importing/office/xml'

/**
 * The order of child elements in WordprocessingML (ISO/IEC 29500-1, transitional schema wml.xsd), for the elements
 * whose content is an `xsd:sequence`. Names without a prefix are in the main namespace.
 */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  document: ['background', 'body'],
  pPr: [
    ...['pStyle', 'keepNext', 'keepLines', 'pageBreakBefore', 'framePr', 'widowControl', 'numPr'],
    ...['suppressLineNumbers', 'pBdr', 'shd', 'tabs', 'suppressAutoHyphens', 'kinsoku', 'wordWrap'],
    ...['overflowPunct', 'topLinePunct', 'autoSpaceDE', 'autoSpaceDN', 'bidi', 'adjustRightInd'],
    ...['snapToGrid', 'spacing', 'ind', 'contextualSpacing', 'mirrorIndents', 'suppressOverlap', 'jc'],
    ...['textDirection', 'textAlignment', 'textboxTightWrap', 'outlineLvl', 'divId', 'cnfStyle', 'rPr'],
    ...['sectPr', 'pPrChange'],
  ],
  rPr: [
    ...['ins', 'del', 'moveFrom', 'moveTo', 'rStyle', 'rFonts', 'b', 'bCs', 'i', 'iCs', 'caps', 'smallCaps'],
    ...['strike', 'dstrike', 'outline', 'shadow', 'emboss', 'imprint', 'noProof', 'snapToGrid', 'vanish'],
    ...['webHidden', 'color', 'spacing', 'w', 'kern', 'position', 'sz', 'szCs', 'highlight', 'u', 'effect'],
    ...['bdr', 'shd', 'fitText', 'vertAlign', 'rtl', 'cs', 'em', 'lang', 'eastAsianLayout', 'specVanish'],
    ...['oMath', 'rPrChange'],
  ],
  sectPr: [
    ...['headerReference', 'footerReference', 'footnotePr', 'endnotePr', 'type', 'pgSz', 'pgMar', 'paperSrc'],
    ...['pgBorders', 'lnNumType', 'pgNumType', 'cols', 'formProt', 'vAlign', 'noEndnote', 'titlePg'],
    ...['textDirection', 'bidi', 'rtlGutter', 'docGrid', 'printerSettings', 'sectPrChange'],
  ],
  tblPr: [
    ...[
      'tblStyle',
      'tblpPr',
      'tblOverlap',
      'bidiVisual',
      'tblStyleRowBandSize',
      'tblStyleColBandSize',
      'tblW',
    ],
    ...['jc', 'tblCellSpacing', 'tblInd', 'tblBorders', 'shd', 'tblLayout', 'tblCellMar', 'tblLook'],
    ...['tblCaption', 'tblDescription', 'tblPrChange'],
  ],
  tcPr: [
    ...['cnfStyle', 'tcW', 'gridSpan', 'hMerge', 'vMerge', 'tcBorders', 'shd', 'noWrap', 'tcMar'],
    ...['textDirection', 'tcFitText', 'vAlign', 'hideMark', 'headers', 'cellIns', 'cellDel', 'cellMerge'],
    ...['tcPrChange'],
  ],
  tbl: ['tblPr', 'tblGrid', 'tr'],
  style: [
    ...['name', 'aliases', 'basedOn', 'next', 'link', 'autoRedefine', 'hidden', 'uiPriority', 'semiHidden'],
    ...['unhideWhenUsed', 'qFormat', 'locked', 'personal', 'personalCompose', 'personalReply', 'rsid'],
    ...['pPr', 'rPr', 'tblPr', 'trPr', 'tcPr', 'tblStylePr'],
  ],
  lvl: [
    ...['start', 'numFmt', 'lvlRestart', 'pStyle', 'isLgl', 'suff', 'lvlText', 'lvlPicBulletId', 'legacy'],
    ...['lvlJc', 'pPr', 'rPr'],
  ],
  abstractNum: ['nsid', 'multiLevelType', 'tmpl', 'name', 'styleLink', 'numStyleLink', 'lvl'],
  numbering: ['numPicBullet', 'abstractNum', 'num', 'numIdMacAtCleanup'],
  num: ['abstractNumId', 'lvlOverride'],
  settings: [
    ...['writeProtection', 'view', 'zoom', 'removePersonalInformation', 'removeDateAndTime'],
    ...['doNotDisplayPageBoundaries', 'displayBackgroundShape', 'printPostScriptOverText'],
    ...['printFractionalCharacterWidth', 'printFormsData', 'embedTrueTypeFonts', 'embedSystemFonts'],
    ...['saveSubsetFonts', 'saveFormsData', 'mirrorMargins', 'alignBordersAndEdges'],
    ...['bordersDoNotSurroundHeader', 'bordersDoNotSurroundFooter', 'gutterAtTop', 'hideSpellingErrors'],
    ...['hideGrammaticalErrors', 'activeWritingStyle', 'proofState', 'formsDesign', 'attachedTemplate'],
    ...['linkStyles', 'stylePaneFormatFilter', 'stylePaneSortMethod', 'documentType', 'mailMerge'],
    ...['revisionView', 'trackRevisions', 'doNotTrackMoves', 'doNotTrackFormatting', 'documentProtection'],
    ...['autoFormatOverride', 'styleLockTheme', 'styleLockQFSet', 'defaultTabStop', 'autoHyphenation'],
    ...['evenAndOddHeaders', 'characterSpacingControl', 'footnotePr', 'endnotePr', 'compat', 'docVars'],
  ],
}

/** Elements that hold blocks or runs in any order, but their properties first. */
const FIRST: Readonly<Record<string, string>> = { p: 'pPr', r: 'rPr', tr: 'trPr', tc: 'tcPr' }
/** Elements that end with another one. */
const LAST: Readonly<Record<string, string>> = { body: 'sectPr', tc: 'p' }

const local = (name: string) => name.replace(/^w:/, '')

/** Every element that stands where the schema does not allow it, as `parent > child`. */
export function misplaced(root: XmlNode): string[] {
  const found: string[] = []
  const walk = (node: XmlNode) => {
    const parent = local(node.name)
    const names = elements(node).map((one) => local(one.name))
    const order = ORDER[parent]
    let reached = -1
    names.forEach((name, index) => {
      const at = order?.indexOf(name) ?? reached
      if (order && (at === -1 || at < reached)) found.push(`${parent} > ${name}`)
      reached = Math.max(reached, at)
      if (name === FIRST[parent] && index > 0) found.push(`${parent} > ${name}`)
    })
    const last = LAST[parent]
    if (last !== undefined && names.includes(last) && names.at(-1) !== last) found.push(`${parent} > ${last}`)
    elements(node).forEach(walk)
  }
  walk(root)
  return found
}
