import type { Direction } from '../office/direction'
import { xmlEscaped } from '../office/xml-text'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const relationships = (all: { type: string; target: string }[]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(
      ({ type, target }, index) =>
        `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

/**
 * The styles in the order of `STYLE`. Programs differ in what the first one does for cells that name no style, so no
 * cell relies on it.
 */
const CELL_STYLES: { facts: string; centered?: true; reading?: Direction }[] = [
  { facts: 'numFmtId="0" fontId="0"' },
  { facts: 'numFmtId="0" fontId="1" applyFont="1"' },
  { facts: 'numFmtId="164" fontId="0" applyNumberFormat="1"' },
  { facts: 'numFmtId="165" fontId="0" applyNumberFormat="1"' },
  { facts: 'numFmtId="0" fontId="0" quotePrefix="1"', reading: 'ltr' },
  { facts: 'numFmtId="0" fontId="2" applyFont="1"', reading: 'ltr' },
  { facts: 'numFmtId="0" fontId="0"', reading: 'ltr' },
  { facts: 'numFmtId="0" fontId="0"', centered: true },
  { facts: 'numFmtId="0" fontId="0"', reading: 'rtl' },
  { facts: 'numFmtId="0" fontId="0" quotePrefix="1"', reading: 'rtl' },
]

const READING_ORDER = { ltr: 1, rtl: 2 }

const EDGES = { ltr: 'left', rtl: 'right' }

/** Words against the direction of the sheet end beside the next column, and so stand a little apart from it. */
function styleXml({ facts, centered, reading }: (typeof CELL_STYLES)[number], sheet: Direction): string {
  const against = reading && reading !== sheet ? ` horizontal="${EDGES[reading]}" indent="1"` : ''
  const order = reading ? ` readingOrder="${READING_ORDER[reading]}"` : ''
  return `<xf ${facts} borderId="0" fillId="0" xfId="0" applyAlignment="1"><alignment${centered ? ' horizontal="center"' : against} vertical="top" wrapText="1"${order}/></xf>`
}

const stylesXml = (sheet: Direction) => `${HEAD}<styleSheet xmlns="${MAIN}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF1D4F91"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${CELL_STYLES.length}">${CELL_STYLES.map((style) => styleXml(style, sheet)).join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`

/** The path of a sheet in the package; `index` starts at 0. */
export const sheetPath = (index: number) => `xl/worksheets/sheet${index + 1}.xml`

/** All files of a workbook but its sheets, path to content. */
export function workbookParts(sheetNames: string[], direction: Direction): Record<string, string> {
  const overrides = [
    ['/xl/workbook.xml', `${SHEET_ML}.sheet.main+xml`],
    ['/xl/styles.xml', `${SHEET_ML}.styles+xml`],
    ...sheetNames.map((_, index) => [`/${sheetPath(index)}`, `${SHEET_ML}.worksheet+xml`]),
  ]
  const sheets = sheetNames.map(
    (name, index) => `<sheet name="${xmlEscaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  // The header and the numbers of the claims stand on each printed page.
  const titles = sheetNames.map((name, index) => {
    const sheet = xmlEscaped(`'${name.replaceAll("'", "''")}'`)
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$A:$A,${sheet}!$1:$1</definedName>`
  })
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join('')}</Types>`,
    '_rels/.rels': relationships([{ type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheetNames.map((_, index) => ({ type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` })),
      { type: 'styles', target: 'styles.xml' },
    ]),
    'xl/styles.xml': stylesXml(direction),
  }
}

type SheetForm = { rightToLeft: boolean; widths: number[] }

/** The part before the rows: the direction, the frozen first row, the column widths. */
export const sheetHead = ({ rightToLeft, widths }: SheetForm) =>
  `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetViews><sheetView${rightToLeft ? ' rightToLeft="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`

/** A cell that leads to a web address. */
export type Link = { ref: string; address: string }

/** How many links Excel takes in one sheet. */
export const LINKS_MOST = 65_530

/**
 * The part after the rows. `range` covers the header and all rows, so that readers can filter them. Each link names its
 * relationship by its place.
 */
export function sheetFoot(range: string, links: readonly Link[]): string {
  const linked = links.map(({ ref }, index) => `<hyperlink ref="${ref}" r:id="rId${index + 1}"/>`).join('')
  return `</sheetData><autoFilter ref="${range}"/>${linked && `<hyperlinks>${linked}</hyperlinks>`}<pageSetup paperSize="9" orientation="landscape"/></worksheet>`
}

/** The path of a sheet's relationships in the package; `index` starts at 0. */
export const sheetRelationsPath = (index: number) => `xl/worksheets/_rels/sheet${index + 1}.xml.rels`

/** The addresses of a sheet's links, in their order. */
export const sheetRelations = (links: readonly Link[]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links
    .map(
      ({ address }, index) =>
        `<Relationship Id="rId${index + 1}" Type="${OFFICE}/hyperlink" Target="${xmlEscaped(address)}" TargetMode="External"/>`,
    )
    .join('')}</Relationships>`
