'use client'

import { useEffect, type RefObject } from 'react'
import { ARTICLE_HEAD, ARTICLE_PANEL, SELECTION_BAR } from '../head-mark'
import { scrollAside, scrollToSight, type Edges, type Stretch } from './in-sight'
import { SCROLLS_ASIDE } from './text-table'

/** How far the bar about the selected words stands above the lower edge, at most. */
const ROOM_OF_BAR = 72

/** The stretch of the screen in which nothing covers the text. */
function freeStretch(): Stretch {
  const head = document.querySelector(`[${ARTICLE_HEAD}]`)
  const panel = document.querySelector(`[${ARTICLE_PANEL}]`)
  const bar = document.querySelector(`[${SELECTION_BAR}]`)
  const stuckAt = head ? Number.parseFloat(getComputedStyle(head).top) || 0 : 0
  const isSheet = panel !== null && getComputedStyle(panel).position === 'fixed'
  return {
    top: head ? stuckAt + head.getBoundingClientRect().height : 0,
    bottom: Math.min(
      isSheet ? panel.getBoundingClientRect().top || window.innerHeight : window.innerHeight,
      bar ? window.innerHeight - bar.getBoundingClientRect().height - ROOM_OF_BAR : window.innerHeight,
    ),
  }
}

/** Scrolls what stands around an element aside, such as a wide table, until words in it are in sight. */
export function bringAside(element: Element, words: Edges): void {
  const around = element.closest(`[${SCROLLS_ASIDE}]`)
  if (!around) return
  const by = scrollAside(words, around.getBoundingClientRect())
  if (Math.abs(by) >= 1) around.scrollBy({ left: by, behavior: 'instant' })
}

/** Scrolls the page until words at some place on the screen are in sight. */
export function bringToSight(words: Stretch): void {
  const by = scrollToSight(words, freeStretch())
  if (Math.abs(by) >= 1) window.scrollBy({ top: by, behavior: 'instant' })
}

function stretchOf(found: readonly Element[]): Stretch | null {
  const rects = found.flatMap((one) => [...one.getClientRects()])
  if (rects.length === 0) return null
  return {
    top: Math.min(...rects.map((rect) => rect.top)),
    bottom: Math.max(...rects.map((rect) => rect.bottom)),
  }
}

const CELL = 'th, td'

function edgesOf(found: readonly Element[]): Edges {
  const rects = found.map((one) => one.getBoundingClientRect())
  return {
    left: Math.min(...rects.map(({ left }) => left)),
    right: Math.max(...rects.map(({ right }) => right)),
  }
}

const OWN_SCROLL = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/**
 * Keeps the words that a selector finds in sight: at once, or as soon as the part of a long text that holds them is
 * rendered, when letters arrive or the text takes another size. A reader who scrolls, presses or types is left alone
 * until the next words, or until the window changes its size.
 */
export function useInSight(pane: RefObject<HTMLElement | null>, selector: string | null) {
  useEffect(() => {
    const root = pane.current
    if (!root || selector === null) return undefined
    let isKept = true
    const show = () => {
      const found = isKept ? [...root.querySelectorAll(selector)] : []
      const words = stretchOf(found)
      if (!words) return
      bringToSight(words)
      const cell = found[0]?.closest(CELL)
      const edges = cell && edgesOf(found.filter((one) => one.closest(CELL) === cell))
      if (edges) bringAside(cell, edges)
    }
    const letGo = () => {
      isKept = false
    }
    const showAgain = () => {
      isKept = true
      show()
    }
    show()
    const sizes = new ResizeObserver(show)
    sizes.observe(root)
    const panel = document.querySelector(`[${ARTICLE_PANEL}]`)
    if (panel) sizes.observe(panel)
    window.addEventListener('resize', showAgain)
    for (const event of OWN_SCROLL) window.addEventListener(event, letGo, { capture: true, passive: true })
    return () => {
      sizes.disconnect()
      window.removeEventListener('resize', showAgain)
      for (const event of OWN_SCROLL) window.removeEventListener(event, letGo, { capture: true })
    }
  }, [pane, selector])
}
