import { useRef, type KeyboardEvent } from 'react'
import { useShortcuts } from '@/components/keys/use-shortcuts'

type Does = {
  /** Picks the row, or drops it if it is picked. */
  onToggle: (index: number) => void
  /** Undefined if nothing is picked. */
  onClear?: () => void
}

const LINK = '[data-row-link]'
const BOX = 'input[type="checkbox"]'

/**
 * The table's keys: j and k move through the rows from anywhere on the page, x picks a row, Escape drops all picks.
 * Within a row the arrow keys move up and down in the same column, and Enter opens the row's record.
 */
export function useRowKeys({ onToggle, onClear }: Does) {
  const body = useRef<HTMLTableSectionElement>(null)
  const rows = () => [...(body.current?.rows ?? [])]
  const focused = () => rows().findIndex((row) => row.contains(document.activeElement))
  const go = (step: 1 | -1, control = LINK) =>
    rows()
      .at(Math.max(0, focused() + step))
      ?.querySelector<HTMLElement>(control)
      ?.focus()
  useShortcuts(
    {
      j: () => go(1),
      k: () => go(-1),
      x: () => {
        const index = focused()
        if (index !== -1) onToggle(index)
      },
      Escape: onClear,
    },
    ['j', 'k'],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const inBox = event.target instanceof HTMLInputElement
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      go(event.key === 'ArrowDown' ? 1 : -1, inBox ? BOX : LINK)
    } else if (event.key === 'Enter' && inBox) {
      event.preventDefault()
      rows()[focused()]?.querySelector<HTMLElement>(LINK)?.click()
    }
  }
  return { body, onKeyDown }
}
