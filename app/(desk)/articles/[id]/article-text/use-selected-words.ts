'use client'

import { useCallback, useEffect, useMemo, useState, type KeyboardEvent, type RefObject } from 'react'
import { snapSelection } from '@/text/anchor'
import { elementOfWord, selectedSpan, selectSpan, stretchOfWord, type Span } from './selection'
import { SCROLLS_ASIDE } from './text-table'
import { bringAside, bringToSight } from './use-in-sight'
import {
  cursorSpan,
  moveCursor,
  moveOf,
  wordNear,
  wordsOf,
  type Ground,
  type WordCursor,
  type WordPlace,
} from './word-cursor'

type Options = {
  root: RefObject<HTMLElement | null>
  text: string
  language: string
  dir: 'ltr' | 'rtl'
  /** What the cursor can move by besides words and lines. */
  units: Pick<Ground, 'sentences' | 'paragraphs'>
  enabled: boolean
}

/** Whether keys at this place are the word cursor's: a press into a wide table moves the focus there. */
const isGround = (root: HTMLElement, at: Element) =>
  at === root || (at.hasAttribute(SCROLLS_ASIDE) && root.contains(at))

/** Measures words on the screen, each once. */
function places(root: HTMLElement, words: readonly Span[], dir: 'ltr' | 'rtl') {
  const known = new Map<number, WordPlace | null>()
  return (word: number): WordPlace | null => {
    if (!known.has(word)) {
      const rect = words[word] && stretchOfWord(root, words[word])
      const along = dir === 'rtl' ? -1 : 1
      known.set(
        word,
        rect ? { line: Math.round(rect.top), middle: (along * (rect.left + rect.right)) / 2 } : null,
      )
    }
    return known.get(word) ?? null
  }
}

/**
 * The selected words of the article, whether by mouse, touch, caret browsing or our own word cursor. The cursor lets a
 * keyboard select words in browsers without caret browsing.
 */
export function useSelectedWords({ root, text, language, dir, units, enabled }: Options) {
  const [span, setSpan] = useState<Span | null>(null)
  const [cursor, setCursor] = useState<WordCursor | null>(null)
  const choosing = cursor !== null
  const words = useMemo(() => (choosing ? wordsOf(text, language) : []), [choosing, text, language])

  useEffect(() => {
    if (!enabled) return undefined
    const look = () => {
      const found = root.current && selectedSpan(root.current)
      if (found) setSpan(snapSelection(text, found.start, found.end))
      else if (document.activeElement === document.body || root.current?.contains(document.activeElement))
        setSpan(null)
    }
    look()
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [enabled, root, text])

  const select = useCallback(
    (next: WordCursor, among: readonly Span[]) => {
      const chosen = cursorSpan(among, next)
      // A selection cannot reach from the headline into the text.
      if (!chosen && among.length > 0) return
      setCursor(next)
      if (!chosen || !root.current) return
      selectSpan(root.current, chosen)
      // The browser's selection event may come after the next key press.
      setSpan(snapSelection(text, chosen.start, chosen.end))
    },
    [root, text],
  )

  // After the bar about the words has appeared, since it takes some of the room.
  useEffect(() => {
    const word = cursor && words[cursor.focus]
    if (!word || !root.current) return
    const rect = stretchOfWord(root.current, word)
    if (!rect) return
    bringToSight(rect)
    const around = elementOfWord(root.current, word)
    if (around) bringAside(around, rect)
  }, [cursor, root, span, words])

  const startCursor = useCallback(
    (near: number) => {
      const all = wordsOf(text, language)
      const first = wordNear(all, near)
      root.current?.focus({ preventScroll: true })
      select({ anchor: first, focus: first }, all)
    },
    [language, select, root, text],
  )

  const clear = useCallback(() => {
    window.getSelection()?.removeAllRanges()
    setSpan(null)
    setCursor(null)
  }, [])

  const onKeyDown = (event: KeyboardEvent, make: () => void) => {
    if (!cursor || !root.current || !isGround(root.current, event.target as Element)) return
    const move = moveOf(event, dir)
    if (move) {
      const ground = { ...units, words, placeOf: places(root.current, words, dir) }
      select(moveCursor(cursor, move, event.shiftKey, ground), words)
    } else if (event.key === 'Enter') make()
    else if (event.key === 'Escape') clear()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return { span, choosing, startCursor, clear, onKeyDown, cursorProps: { tabIndex: -1 } }
}
