/**
 * Keeps the title of the document until the next one comes: on the way to another page Next takes the old title away
 * before it brings the new one, and meanwhile the document would have no name (WCAG 2.4.2).
 */
export function keepTitle({ head }: Document): void {
  const kept = document.createElement('title')
  const isTitle = (node: Node): node is HTMLTitleElement => node instanceof HTMLTitleElement && node !== kept
  new MutationObserver((changes) => {
    if ([...head.children].some(isTitle)) return kept.remove()
    const last = changes.flatMap(({ removedNodes }) => [...removedNodes]).findLast(isTitle)
    if (!last) return
    kept.textContent = last.textContent
    head.append(kept)
  }).observe(head, { childList: true })
}
