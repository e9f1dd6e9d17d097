/** Words on a page: their left end on the baseline, in points from the lower left corner, painted in this order. */
export type Painted = { x: number; y: number; text: string; size?: number; turned?: boolean }

const WIDTH = 0.5

/** Where words of this size end that begin at `x`; every letter of these files is half as wide as it is high. */
export const rightOf = ({ x, text, size = 10 }: Painted) => x + text.length * size * WIDTH

/** Letters as a page paints them from the left: right-to-left words turned round, figures in them as they are. */
export const painted = (text: string) =>
  [...text]
    .reverse()
    .join('')
    .replace(/[\d.,٠-٩]+|[A-Za-z]+/g, (run) => [...run].reverse().join(''))

/** A link or a comment over some words of the first page. */
export type Annotated = { over: Painted; url?: string; comment?: string; author?: string }

/** A PDF whose letters name their characters, with as many pictures as asked for. */
export function pdfFile(
  pages: Painted[][],
  options: { title?: string; images?: number; annotations?: Annotated[] } = {},
): Buffer {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const stream = (dict: string, body: string) =>
    `<<${dict}/Length ${body.length}>>\nstream\n${body}\nendstream`
  const first = 7
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ')
  add('<</Type/Catalog/Pages 2 0 R>>')
  add(`<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`)
  add('<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>')
  add(
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/A/DW 500/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R>>',
  )
  add(
    '<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
  )
  add(stream('', unicodeMap()))
  for (const [index, page] of pages.entries()) {
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents ${first + index * 2 + 1} 0 R${index === 0 ? annots(options.annotations ?? []) : ''}>>`,
    )
    add(stream('', page.map(shown).join('\n')))
  }
  for (let image = 0; image < (options.images ?? 0); image++)
    add(stream('/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray', 'a'))
  if (options.title !== undefined) add(`<</Title<FEFF${hex(options.title)}>>>`)
  return written(objects, options.title !== undefined)
}

function annots(all: readonly Annotated[]): string {
  const each = all.map(({ over, url, comment = '', author = '' }) => {
    const { x, y, size = 10 } = over
    const [left, bottom, right, top] = [x, y - 0.2 * size, rightOf(over), y + 0.8 * size]
    const box = `/Type/Annot/Rect[${left} ${bottom} ${right} ${top}]`
    if (url !== undefined) return `<<${box}/Subtype/Link/A<</S/URI/URI(${url})>>>>`
    const quad = `/QuadPoints[${left} ${top} ${right} ${top} ${left} ${bottom} ${right} ${bottom}]`
    return `<<${box}/Subtype/Highlight${quad}/Contents<FEFF${hex(comment)}>/T<FEFF${hex(author)}>>>`
  })
  return each.length > 0 ? `/Annots[${each.join('')}]` : ''
}

const hex = (text: string) =>
  [...Array(text.length).keys()].map((at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')

const shown = ({ x, y, text, size = 10, turned = false }: Painted) =>
  `BT /F ${size} Tf ${turned ? '0.7 0.7 -0.7 0.7' : '1 0 0 1'} ${x} ${y} Tm <${hex(text)}> Tj ET`

function unicodeMap(): string {
  const byte = (value: number) => value.toString(16).padStart(2, '0')
  const ranges = Array.from(
    { length: 256 },
    (_, high) => `<${byte(high)}00><${byte(high)}ff><${byte(high)}00>`,
  )
  const blocks = [0, 100, 200].map((from) => {
    const some = ranges.slice(from, from + 100)
    return `${some.length} beginbfrange\n${some.join('\n')}\nendbfrange`
  })
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def
1 begincodespacerange <0000><ffff> endcodespacerange
${blocks.join('\n')}
endcmap end end`
}

function written(objects: readonly string[], hasInfo: boolean): Buffer {
  let body = '%PDF-1.7\n'
  const at = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const info = hasInfo ? `/Info ${objects.length} 0 R` : ''
  const size = objects.length + 1
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R${info}>>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}
