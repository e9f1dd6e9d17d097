import { TEXT_BOUNDS } from '@/text/bounds'
import { canonicalText, textProblem } from '@/text/canonical'
import { languageTag } from '@/text/direction'
import { joinLines, markdownBlocks, type RawBlock } from '@/text/draft'
import { frontMatter } from '@/text/front-matter'
import { withAccount } from '../account'
import { notesAtMarks, notesOfRaisedMarks } from '../form/notes'
import { ImportProblem, type Incoming } from '../incoming'
import { languageOf } from '../language'
import { addressesOf } from '../office/addresses'
import { Manuscript } from '../office/manuscript'
import { inOrder, linksWithSpans, otherAddresses, type WrittenNote } from '../office/notes'
import { Tally } from '../office/tally'
import { mainHeadings, oneLine, titleAgain } from '../title'
import { takeDefinitions } from './definitions'
import { type Written, writeInline } from './inline'
import { tableOf } from './table'

const NUMBERED = /^\s*([\d\u0660-\u0669\u06f0-\u06f9]{1,9})([.)])[ \t]/

/**
 * Reads a file in Markdown. Notes, links, crossed-out words and tables are read as in the other formats.
 * @throws ImportProblem `empty`, `too_large`, `too_many_blocks`, `not_text`, `damaged` for broken front matter
 */
export function readMarkdown(written: string): Incoming {
  if (written.length > TEXT_BOUNDS.units) throw new ImportProblem('too_large', { units: TEXT_BOUNDS.units })
  const problem = textProblem(written)
  if (problem) throw new ImportProblem(problem.code === 'empty' ? 'empty' : 'not_text')
  const source = canonicalText(written)
  const { message, bodyStart, others = [], ...about } = frontMatter(source)
  if (message !== undefined) throw new ImportProblem('damaged', { detail: message })
  const raw = markdownBlocks(source.slice(bodyStart), TEXT_BOUNDS.blocks)
  if (!raw) throw new ImportProblem('too_many_blocks')
  const tally = new Tally()
  const to: Written = {
    manuscript: new Manuscript(tally),
    tally,
    definitions: takeDefinitions(raw),
    marks: [],
  }
  writeBlocks(to)
  const pieces = to.manuscript.blocks.map(({ style, text }) => ({ ...style, text }))
  const title = oneLine(about.title ?? mainHeadings(pieces)[0] ?? '')
  const raised = notesOfRaisedMarks(to.manuscript)
  const omitted = new Set([titleAgain(pieces, title), ...raised.omitted])
  const finished = to.manuscript.finish(omitted, raised.cuts)
  if (finished.text === '') throw new ImportProblem('empty')
  const marked = to.marks.map(({ label, point }) => ({
    origin: 'footnote' as const,
    note: noteOf(to, label),
    point,
  }))
  const { notes } = notesAtMarks(marked, raised, finished, tally)
  const incoming: Incoming = {
    title,
    byline: about.byline ?? '',
    dateline: about.dateline ?? '',
    language: languageOf(languageTag(about.language ?? ''), finished.text),
    canonicalUrl: null,
    text: finished.text,
    blocks: finished.blocks,
    notes: inOrder(notes),
    links: linksWithSpans(to.manuscript.links, finished),
    notices: [
      ...tally.notices(),
      ...otherAddresses(to.manuscript.others, finished),
      ...(others.length > 0
        ? [{ kind: 'front_matter' as const, as: 'left_out' as const, count: others.length, names: others }]
        : []),
    ],
    encoding: null,
  }
  return withAccount(incoming, () => source.slice(bodyStart))
}

function writeBlocks(to: Written): void {
  let before: { number: number; delimiter: string; at: number } | undefined
  for (const block of to.definitions.blocks) {
    const number = block.kind === 'list_item' ? NUMBERED.exec(block.lines[0] ?? '') : null
    before = number ? countedAfter(before, number) : block.kind === 'list_item' ? before : undefined
    writeBlock(to, block, number && before ? `${shown(number[1] ?? '', before.at)}${before.delimiter}` : '')
  }
}

/** A list whose items all have the same number counts from it. */
function countedAfter(
  before: { number: number; delimiter: string; at: number } | undefined,
  [, digits = '', delimiter = '']: RegExpExecArray,
) {
  const number = valueOf(digits)
  const again = before?.number === number && before.delimiter === delimiter
  return { number, delimiter, at: again ? before.at + 1 : number }
}

function writeBlock(to: Written, block: RawBlock, label: string): void {
  const { manuscript, tally } = to
  const { kind, level, lines } = block
  const style = { kind, ...(level !== undefined && { level }) }
  if (block.literal) {
    manuscript.write(lines.join('\n'))
    return manuscript.endBlock(style)
  }
  const table = kind === 'paragraph' ? tableOf(lines) : null
  if (table) {
    if (table.before.length > 0) writeBlock(to, { kind, lines: table.before }, '')
    for (const { text, row, column } of table.cells) {
      writeInline(to, text)
      const cell = { row, column, ...(row === 0 && { head: true as const }) }
      manuscript.endBlock({ kind: 'table_cell', place: { cell } })
    }
    return tally.add('tables', 'kept')
  }
  manuscript.listNumber(label)
  const written = label === '' ? lines : [(lines[0] ?? '').replace(NUMBERED, ''), ...lines.slice(1)]
  writeInline(to, joinLines(written))
  manuscript.endBlock(style)
}

function noteOf(to: Written, label: string): WrittenNote {
  const manuscript = new Manuscript(to.tally)
  for (const lines of to.definitions.notes.get(label) ?? []) {
    writeInline({ ...to, manuscript, marks: [] }, joinLines(lines))
    manuscript.endBlock({ kind: 'paragraph' })
  }
  const text = manuscript.blocks.map((block) => block.text).join('\n')
  const linked = manuscript.links.map(({ url }) => url)
  return { author: '', text, links: addressesOf(text, linked) }
}

const zeroOf = (digit: string) => (/[٠-٩]/.test(digit) ? 0x660 : /[۰-۹]/.test(digit) ? 0x6f0 : 0x30)
const valueOf = (digits: string) =>
  Number([...digits].map((digit) => digit.charCodeAt(0) - zeroOf(digit)).join(''))

/** A number in the digits of another one; its own spelling where the value is the same. */
function shown(digits: string, value: number): string {
  if (valueOf(digits) === value) return digits
  const zero = zeroOf(digits)
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)))
}
