import type { Cell } from '@/text/blocks'

const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/

type WrittenCell = Cell & { text: string }

/** The cells of a table in their order, with the lines before it; null when the lines have no table. */
export function tableOf(lines: readonly string[]): { before: string[]; cells: WrittenCell[] } | null {
  const rule = lines.findIndex((line, index) => index > 0 && line.includes('|') && RULE.test(line))
  const head = lines[rule - 1]
  if (rule < 1 || head === undefined) return null
  if (cellsOf(head).length !== cellsOf(lines[rule] ?? '').length) return null
  const rows = [head, ...lines.slice(rule + 1)]
  const cells = rows.flatMap((line, row) => cellsOf(line).map((text, column) => ({ text, row, column })))
  return { before: lines.slice(0, rule - 1), cells: cells.filter(({ text }) => text !== '') }
}

function cellsOf(row: string): string[] {
  const inner = row.trim().replace(/^\|/, '')
  const cells: string[] = []
  let open = ''
  for (let at = 0; at < inner.length; at++) {
    const one = inner.charAt(at)
    if (one === '\\' && inner.charAt(at + 1) === '|') open += inner.charAt(++at)
    else if (one === '|') {
      cells.push(open.trim())
      open = ''
    } else open += one
  }
  if (open.trim() !== '') cells.push(open.trim())
  return cells
}
