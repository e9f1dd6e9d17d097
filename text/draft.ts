import { type Block, blocksOf, linesOf } from './blocks'
import { TEXT_BOUNDS } from './bounds'
import { type TextProblem, canonicalText, textProblem } from './canonical'
import { frontMatter } from './front-matter'
import { plainInline } from './inline-markdown'

export type DraftProblem = TextProblem | { code: 'front_matter'; message: string }

export type Draft = {
  title?: string
  byline?: string
  language?: string
  dateline?: string
  text: string
  blocks: Block[]
  problem?: DraftProblem
}

/**
 * Converts pasted text to canonical plain text with its blocks. Markdown loses its marks and bullets, numbers of list
 * items stay, and blocks have one blank line between them. With a problem, the text is the readable part; it is empty
 * if the input is too long or has too many blocks. The language is returned as written, unchecked.
 */
export function parseDraft(input: string, as: 'text' | 'markdown'): Draft {
  const refused = textProblem(input)
  if (refused?.code === 'too_long') return { text: '', blocks: [], problem: refused }
  const source = canonicalText(input)
  if (as === 'text') {
    const blocks = blocksOf(source, TEXT_BOUNDS.blocks)
    if (!blocks) return TOO_MANY_BLOCKS
    return { text: source, blocks, ...(refused && { problem: refused }) }
  }
  const { message, bodyStart, others: _, ...about } = frontMatter(source)
  const raw = markdownBlocks(source.slice(bodyStart), TEXT_BOUNDS.blocks)
  if (!raw) return { ...about, ...TOO_MANY_BLOCKS }
  const body = plainBlocks(raw)
  const broken: DraftProblem | undefined = message ? { code: 'front_matter', message } : undefined
  const problem = refused ?? broken ?? textProblem(body.text)
  return { ...about, ...body, ...(problem && { problem }) }
}

const TOO_MANY_BLOCKS: Draft = { text: '', blocks: [], problem: { code: 'too_many_blocks' } }

/** The lines of one block of Markdown, with their marks. */
export type RawBlock = { kind: Block['kind']; level?: number; lines: string[]; literal?: boolean }

function plainBlocks(found: readonly RawBlock[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = []
  const texts: string[] = []
  let at = 0
  for (const raw of found) {
    const joined = raw.literal ? raw.lines.join('\n') : plainInline(joinLines(raw.lines))
    const text = canonicalText(joined).trim()
    if (text === '') continue
    blocks.push({
      kind: raw.kind,
      ...(raw.level !== undefined && { level: raw.level }),
      start: at,
      end: at + text.length,
    })
    texts.push(text)
    at += text.length + 2
  }
  return { text: texts.join('\n\n'), blocks }
}

/** A Markdown line break becomes a space, unless the previous line asks for a break or table rows follow. */
export function joinLines(lines: readonly string[]): string {
  let joined = ''
  lines.forEach((line, index) => {
    const hard = line.endsWith('\\') || line.endsWith('  ')
    const words = line.endsWith('\\') ? line.slice(0, -1).trim() : line.trim()
    const next = lines[index + 1]
    joined += words
    if (next !== undefined) joined += hard || next.trimStart().startsWith('|') ? '\n' : ' '
  })
  return joined
}

/** The blocks of a body in Markdown; null when there are more than `most`. */
export function markdownBlocks(body: string, most: number): RawBlock[] | null {
  const found: RawBlock[] = []
  let open: RawBlock | undefined
  let fence = ''
  const begin = (block: RawBlock) => {
    found.push(block)
    open = block
  }
  for (const line of linesOf(body)) {
    if (found.length > most) return null
    const written = line.trim()
    if (fence !== '') {
      if (written.startsWith(fence) && written.replaceAll(fence.charAt(0), '') === '') fence = ''
      else open?.lines.push(line)
      if (fence === '') open = undefined
      continue
    }
    const opening = /^(?:`{3,}|~{3,})/.exec(written)
    if (opening && !(opening[0].startsWith('`') && written.includes('`', opening[0].length))) {
      fence = opening[0]
      begin({ kind: 'paragraph', lines: [], literal: true })
      continue
    }
    open = takeLine(line, written, open, begin)
  }
  return found.length > most ? null : found
}

function takeLine(
  line: string,
  written: string,
  open: RawBlock | undefined,
  begin: (block: RawBlock) => void,
): RawBlock | undefined {
  const start = (block: RawBlock) => {
    begin(block)
    return block
  }
  if (written === '') return undefined
  const heading = /^(#{1,6})(?:[ \t]|$)/.exec(written)
  if (heading) {
    const level = heading[1]?.length ?? 1
    start({ kind: 'heading', level, lines: [withoutClosingHashes(written.slice(level))] })
    return undefined
  }
  if (open?.kind === 'paragraph' && open.lines.length === 1 && /^(?:=+|-+)$/.test(written)) {
    open.kind = 'heading'
    open.level = written.startsWith('=') ? 1 : 2
    return undefined
  }
  if (isRule(written)) return undefined
  if (written.startsWith('>')) {
    const words = withoutQuoteMarks(written)
    if (words === '') return undefined
    if (open?.kind !== 'quote') return start({ kind: 'quote', lines: [words] })
    open.lines.push(words)
    return open
  }
  if (/^[-*+][ \t]/.test(written)) return start({ kind: 'list_item', lines: [written.slice(1)] })
  if (/^[\d\u0660-\u0669\u06f0-\u06f9]{1,9}[.)][ \t]/.test(written))
    return start({ kind: 'list_item', lines: [line] })
  if (!open) return start({ kind: 'paragraph', lines: [line] })
  open.lines.push(line)
  return open
}

/** A Markdown rule: three or more of one of * - _ with nothing else but white space. */
function isRule(written: string): boolean {
  const mark = written.charAt(0)
  if (!'*-_'.includes(mark)) return false
  const marks = written.replace(/[ \t]/g, '')
  return marks.length >= 3 && marks.replaceAll(mark, '') === ''
}

function withoutQuoteMarks(written: string): string {
  let at = 0
  while (at < written.length && '> \t'.includes(written.charAt(at))) at++
  return written.slice(at)
}

function withoutClosingHashes(words: string): string {
  const trimmed = words.trim()
  let end = trimmed.length
  while (trimmed.charAt(end - 1) === '#') end--
  return end === 0 || /\s/.test(trimmed.charAt(end - 1)) ? trimmed.slice(0, end) : trimmed
}
