'use client'

import { useEffect, useState, type KeyboardEvent } from 'react'
import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from 'downshift'
import { useTranslations } from 'next-intl'
import { EarlyInput } from '@/components/early/parts'
import type { ArticleName } from '@/domain/shape'
import { directionOf } from '@/text/direction'
import { findArticlesAction } from './actions'
import './article-filter.css'

const PAUSE_MS = 200

/** Passes on the articles that match the query, a moment after the last keystroke; null without a query. */
function useSearch(query: string | null, tell: (found: ArticleName[] | null) => void) {
  useEffect(() => {
    if (query === null) return tell(null)
    let current = true
    const timer = setTimeout(() => {
      findArticlesAction(query)
        .catch(() => [])
        .then((choices) => current && tell(choices))
        .catch(() => undefined)
    }, PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [query, tell])
}

type State = UseComboboxState<ArticleName>

const { InputBlur, InputClick, InputKeyDownEnter, ItemClick } = useCombobox.stateChangeTypes

/**
 * Adjusts the combobox: leaving the field chooses nothing and keeps the typed text, a click in it closes nothing, and a
 * choice empties it.
 */
function keptTo(
  { inputValue }: State,
  { type, changes }: UseComboboxStateChangeOptions<ArticleName>,
): Partial<State> {
  if (type === InputBlur) return { ...changes, selectedItem: null, inputValue }
  if (type === InputClick) return { ...changes, isOpen: true }
  if (type === ItemClick || type === InputKeyDownEnter) return { ...changes, inputValue: '' }
  return changes
}

/** The list ignores keys of an input method, and Enter never submits a form around the field. */
function onKeyDown(event: KeyboardEvent & { nativeEvent: { preventDownshiftDefault?: boolean } }) {
  if (event.nativeEvent.isComposing) event.nativeEvent.preventDownshiftDefault = true
  else if (event.key === 'Enter') event.preventDefault()
}

type Props = { onChoose: (id: string) => void }

/** Finds an article by a part of its title. The first match is highlighted, so Enter alone chooses it. */
export function ArticleFilter({ onChoose }: Props) {
  const t = useTranslations('claims')
  const [found, setFound] = useState<ArticleName[] | null>(null)
  const [active, setActive] = useState(0)
  const items = found ?? []
  const list = useCombobox<ArticleName>({
    items,
    itemToString: (choice) => choice?.title ?? '',
    selectedItem: null,
    onSelectedItemChange: ({ selectedItem }) => selectedItem && onChoose(selectedItem.id),
    highlightedIndex: Math.min(active, items.length - 1),
    onHighlightedIndexChange: ({ highlightedIndex }) => setActive(Math.max(highlightedIndex, 0)),
    stateReducer: keptTo,
  })
  useSearch(list.isOpen ? list.inputValue : null, setFound)
  const shown = list.isOpen && found !== null

  return (
    <div className="relative grid content-start gap-1">
      <label {...list.getLabelProps()} className="field-label">
        {t('article')}
      </label>
      <EarlyInput
        {...list.getInputProps({ onKeyDown })}
        aria-expanded={shown && items.length > 0}
        dir="auto"
        maxLength={200}
        placeholder={t('anyArticle')}
        className="min-h-10 w-full rounded border border-line-strong bg-field px-3"
      />
      <ul
        {...list.getMenuProps({ 'aria-label': t('article') })}
        hidden={!shown || items.length === 0}
        className="menu-content article-choices"
      >
        {shown &&
          items.map((item, index) => (
            <li
              key={item.id}
              {...list.getItemProps({ item, index })}
              data-highlighted={index === list.highlightedIndex || undefined}
              className="menu-item"
            >
              <span lang={item.language} dir={directionOf(item.language)} className="line-clamp-2">
                {item.title}
              </span>
            </li>
          ))}
      </ul>
      <p
        role="status"
        className={shown && items.length === 0 ? 'menu-content article-choices p-3 text-sm' : 'sr-only'}
      >
        {shown && (items.length ? t('articlesFound', { count: items.length }) : t('noArticle'))}
      </p>
    </div>
  )
}
