/** UTF-16 offsets into the article's text, half-open. */
export type Span = { start: number; end: number }

function offsetOf(root: HTMLElement, node: Node, offset: number): number | null {
  const piece = (node instanceof HTMLElement ? node : node.parentElement)?.closest<HTMLElement>(
    '[data-start]',
  )
  if (!piece || !root.contains(piece)) return null
  const start = Number(piece.dataset.start)
  const before = document.createRange()
  before.selectNodeContents(piece)
  before.setEnd(node, offset)
  return start + before.toString().length
}

function edgeOf(root: HTMLElement, side: 'start' | 'end', range: Range): number | null {
  const [node, offset] =
    side === 'start' ? [range.startContainer, range.startOffset] : [range.endContainer, range.endOffset]
  const exact = offsetOf(root, node, offset)
  if (exact !== null) return exact
  // The range ends outside the words, on a block's edge or a claim's number, so this finds the nearest words inside it.
  const pieces = [...root.querySelectorAll<HTMLElement>('[data-start]')].filter((piece) =>
    range.intersectsNode(piece),
  )
  const piece = side === 'start' ? pieces[0] : pieces.at(-1)
  if (!piece) return null
  const start = Number(piece.dataset.start)
  return side === 'start' ? start : start + (piece.textContent?.length ?? 0)
}

/** The selected words of the article; null without a selection. */
export function selectedSpan(root: HTMLElement): Span | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return null
  const start = edgeOf(root, 'start', range)
  const end = edgeOf(root, 'end', range)
  return start === null || end === null || end <= start ? null : { start, end }
}

function pointAt(root: HTMLElement, offset: number, side: 'start' | 'end'): [Node, number] | null {
  for (const piece of root.querySelectorAll<HTMLElement>('[data-start]')) {
    const start = Number(piece.dataset.start)
    const node = piece.firstChild
    if (!node) continue
    const length = node.textContent?.length ?? 0
    const inside =
      side === 'start'
        ? offset >= start && offset < start + length
        : offset > start && offset <= start + length
    if (inside) return [node, offset - start]
  }
  return null
}

/** Selects words in the page like a mouse. */
export function selectSpan(root: HTMLElement, span: Span): void {
  const from = pointAt(root, span.start, 'start')
  const to = pointAt(root, span.end, 'end')
  if (from && to) window.getSelection()?.setBaseAndExtent(from[0], from[1], to[0], to[1])
}

/** The element in which a word stands; null while the page does not show it. */
export const elementOfWord = (root: HTMLElement, word: Span): HTMLElement | null =>
  pointAt(root, word.start, 'start')?.[0].parentElement ?? null

/** Where the first line of a word stands on the screen; null while the page does not show it. */
export function stretchOfWord(root: HTMLElement, word: Span): DOMRect | null {
  const from = pointAt(root, word.start, 'start')
  if (!from) return null
  const range = document.createRange()
  const [node, offset] = from
  range.setStart(node, offset)
  range.setEnd(node, Math.min(offset + word.end - word.start, node.textContent?.length ?? 0))
  return range.getClientRects()[0] ?? null
}
