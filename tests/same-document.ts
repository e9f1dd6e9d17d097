import { odtFile, paragraph, run, wordFile } from './office-files'

export type Inline =
  | { kind: 'words' | 'bold' | 'raised' | 'lowered' | 'struck'; words: string }
  | { kind: 'link'; words: string; url: string }
  | { kind: 'note'; words: string }
export type Part =
  | { kind: 'paragraph' | 'heading'; line: Inline[] }
  | { kind: 'list'; start: number | null; items: Inline[][] }
  | { kind: 'table'; rows: string[][] }
export type Written = Part[]

/** The notes of a document in their order. */
const linesOf = (part: Part) => (part.kind === 'list' ? part.items : part.kind === 'table' ? [] : [part.line])
const notesOf = (document: Written) =>
  document.flatMap(linesOf).flatMap((line) => line.flatMap((one) => (one.kind === 'note' ? [one.words] : [])))

/** The rows of a table, of which the first one has its headings. */
const rowsOf = (rows: string[][], write: (row: string[], isHead: boolean) => string) =>
  rows.map((row, index) => write(row, index === 0)).join('')

/** A blank stands between pieces, except before raised, lowered and noted ones. */
const joined = (line: Inline[], write: (one: Inline) => string) =>
  line
    .map((one, index) => {
      const close = index === 0 || one.kind === 'raised' || one.kind === 'lowered' || one.kind === 'note'
      return { blank: close ? '' : ' ', written: write(one) }
    })
    .reduce((text, { blank, written }) => text + blank + written, '')

export function asHtml(document: Written): string {
  let note = 0
  const inline = (one: Inline) => {
    switch (one.kind) {
      case 'bold':
        return `<b>${one.words}</b>`
      case 'raised':
        return `<sup>${one.words}</sup>`
      case 'lowered':
        return `<sub>${one.words}</sub>`
      case 'struck':
        return `<s>${one.words}</s>`
      case 'link':
        return `<a href="${one.url}">${one.words}</a>`
      case 'note':
        return `<sup><a href="#n${++note}">${note}</a></sup>`
      default:
        return one.words
    }
  }
  const parts = document.map((part) => {
    if (part.kind === 'table')
      return `<table>${rowsOf(part.rows, (row, isHead) => `<tr>${row.map((cell) => (isHead ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`)}</table>`
    if (part.kind === 'list') {
      const tag = part.start === null ? 'ul' : 'ol'
      const start = part.start === null ? '' : ` start="${part.start}"`
      return `<${tag}${start}>${part.items.map((item) => `<li>${joined(item, inline)}</li>`).join('')}</${tag}>`
    }
    const tag = part.kind === 'heading' ? 'h2' : 'p'
    return `<${tag}>${joined(part.line, inline)}</${tag}>`
  })
  const notes = notesOf(document).map((words, index) => `<li id="n${index + 1}">${words}</li>`)
  return `<html><body>${parts.join('\n')}<ol>${notes.join('')}</ol></body></html>`
}

export function asMarkdown(document: Written): string {
  let note = 0
  const inline = (one: Inline) => {
    switch (one.kind) {
      case 'bold':
        return `**${one.words}**`
      case 'raised':
        return `<sup>${one.words}</sup>`
      case 'lowered':
        return `<sub>${one.words}</sub>`
      case 'struck':
        return `~~${one.words}~~`
      case 'link':
        return `[${one.words}](${one.url})`
      case 'note':
        return `[^${++note}]`
      default:
        return one.words
    }
  }
  const parts = document.map((part) => {
    if (part.kind === 'table') {
      const [head = [], ...rows] = part.rows.map((row) => `| ${row.join(' | ')} |`)
      return [head, `|${' --- |'.repeat(part.rows[0]?.length ?? 0)}`, ...rows].join('\n')
    }
    if (part.kind === 'list')
      return part.items
        .map(
          (item, index) => `${part.start === null ? '-' : `${part.start + index}.`} ${joined(item, inline)}`,
        )
        .join('\n')
    return `${part.kind === 'heading' ? '## ' : ''}${joined(part.line, inline)}`
  })
  const notes = notesOf(document).map((words, index) => `[^${index + 1}]: ${words}`)
  return [...parts, ...notes].join('\n\n')
}

export function asDocx(document: Written): Buffer {
  let note = 0
  const links: Record<string, string> = {}
  const inline = (one: Inline) => {
    switch (one.kind) {
      case 'bold':
        return run(one.words, '<w:b/>')
      case 'raised':
        return run(one.words, '<w:vertAlign w:val="superscript"/>')
      case 'lowered':
        return run(one.words, '<w:vertAlign w:val="subscript"/>')
      case 'struck':
        return run(one.words, '<w:strike/>')
      case 'link': {
        const id = `L${Object.keys(links).length}`
        links[id] = one.url
        return `<w:hyperlink r:id="${id}">${run(one.words)}</w:hyperlink>`
      }
      case 'note':
        return `<w:r><w:footnoteReference w:id="${++note}"/></w:r>`
      default:
        return run(one.words)
    }
  }
  const lineOf = (line: Inline[]) => joined(line, inline).replaceAll('> <', `>${run(' ')}<`)
  const lists: (number | null)[] = []
  const parts = document.map((part) => {
    if (part.kind === 'table')
      return `<w:tbl>${rowsOf(part.rows, (row, isHead) => `<w:tr>${isHead ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)}</w:tbl>`
    if (part.kind === 'list') {
      const id = lists.push(part.start)
      const properties = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`
      return part.items.map((item) => paragraph(lineOf(item), properties)).join('')
    }
    return paragraph(lineOf(part.line), part.kind === 'heading' ? '<w:outlineLvl w:val="1"/>' : '')
  })
  const levels = lists.map((start, index) => {
    const level =
      start === null
        ? '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        : `<w:start w:val="${start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>`
    return `<w:abstractNum w:abstractNumId="${index}"><w:lvl w:ilvl="0">${level}</w:lvl></w:abstractNum>`
  })
  const numbers = lists.map(
    (_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`,
  )
  const footnotes = notesOf(document).map(
    (words, index) => `<w:footnote w:id="${index + 1}">${paragraph(run(words))}</w:footnote>`,
  )
  return wordFile({
    body: parts.join(''),
    numbering: [...levels, ...numbers].join(''),
    footnotes: footnotes.join(''),
    links,
  })
}

const ODT_STYLES = [
  ['B', 'fo:font-weight="bold"'],
  ['R', 'style:text-position="super 58%"'],
  ['L', 'style:text-position="-33% 58%"'],
  ['S', 'style:text-line-through-style="solid"'],
]

export function asOdt(document: Written): Buffer {
  const span = (style: string, words: string) => `<text:span text:style-name="${style}">${words}</text:span>`
  const inline = (one: Inline) => {
    switch (one.kind) {
      case 'bold':
        return span('B', one.words)
      case 'raised':
        return span('R', one.words)
      case 'lowered':
        return span('L', one.words)
      case 'struck':
        return span('S', one.words)
      case 'link':
        return `<text:a xlink:href="${one.url}">${one.words}</text:a>`
      case 'note':
        return `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>${one.words}</text:p></text:note-body></text:note>`
      default:
        return one.words
    }
  }
  const parts = document.map((part) => {
    if (part.kind === 'table')
      return `<table:table>${rowsOf(part.rows, (row, isHead) => {
        const cells = row.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`)
        const written = `<table:table-row>${cells.join('')}</table:table-row>`
        return isHead ? `<table:table-header-rows>${written}</table:table-header-rows>` : written
      })}</table:table>`
    if (part.kind === 'list') {
      const items = part.items.map((item, index) => {
        const start = index === 0 && part.start !== null ? ` text:start-value="${part.start}"` : ''
        return `<text:list-item${start}><text:p>${joined(item, inline)}</text:p></text:list-item>`
      })
      return `<text:list text:style-name="${part.start === null ? 'LB' : 'LN'}">${items.join('')}</text:list>`
    }
    return part.kind === 'heading'
      ? `<text:h text:outline-level="2">${joined(part.line, inline)}</text:h>`
      : `<text:p>${joined(part.line, inline)}</text:p>`
  })
  const styles = ODT_STYLES.map(
    ([name, properties]) =>
      `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`,
  )
  const lists =
    '<text:list-style style:name="LB"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>' +
    '<text:list-style style:name="LN"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>'
  return odtFile({ text: parts.join(''), automaticStyles: styles.join('') + lists })
}

export function asRtf(document: Written): string {
  const notes = notesOf(document)
  let note = 0
  const escaped = (text: string) =>
    [...Array(text.length).keys()]
      .map((at) => text.charCodeAt(at))
      .map((unit) => (unit < 0x80 ? String.fromCharCode(unit) : `\\u${unit}?`))
      .join('')
  const inline = (one: Inline) => {
    switch (one.kind) {
      case 'bold':
        return `{\\b ${escaped(one.words)}}`
      case 'raised':
        return `{\\super ${escaped(one.words)}}`
      case 'lowered':
        return `{\\sub ${escaped(one.words)}}`
      case 'struck':
        return `{\\strike ${escaped(one.words)}}`
      case 'link':
        return `{\\field{\\*\\fldinst HYPERLINK "${one.url}"}{\\fldrslt ${escaped(one.words)}}}`
      case 'note':
        return `{\\super\\chftn{\\*\\footnote\\chftn\\pard\\plain ${escaped(notes[note++] ?? '')}}}`
      default:
        return escaped(one.words)
    }
  }
  const parts = document.map((part) => {
    if (part.kind === 'table')
      return rowsOf(
        part.rows,
        (row, isHead) =>
          `\\trowd${isHead ? '\\trhdr' : ''}\\pard\\intbl ${row.map((cell) => `${escaped(cell)}\\cell `).join('')}\\row\n`,
      )
    if (part.kind === 'list')
      return part.items
        .map((item, index) => {
          const label = part.start === null ? "\\'b7" : `${part.start + index}.`
          return `\\pard{\\listtext ${label}\\tab}\\ls1 {}${joined(item, inline)}\\par`
        })
        .join('\n')
    const level = part.kind === 'heading' ? '\\outlinelevel1' : ''
    return `\\pard${level} ${joined(part.line, inline)}\\par`
  })
  return `{\\rtf1\\ansi\\ansicpg1252 ${parts.join('\n')}}`
}

/** The HTML as an agency sends it; links in it lead to the notes below. */
export const asNewsml = (document: Written): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta/><contentSet><inlineXML>${asHtml(document)}</inlineXML></contentSet></newsItem>`

export const asMail = (document: Written): string =>
  `From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${asHtml(document)}`
