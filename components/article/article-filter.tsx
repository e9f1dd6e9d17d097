'use client'

import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyInput } from '@/components/early/parts'
import type { ArticleName } from '@/domain/shape'
import { directionOf } from '@/text/direction'
import './article-filter.css'

type Props = {
  find: (query: string) => Promise<ArticleName[]>
  onChoose: (id: string) => void
}

const PAUSE_MS = 200

/** The articles that match the query, fetched a moment after the last keystroke; null without a query. */
function useFound(find: Props['find'], asked: string | null) {
  const [found, setFound] = useState<ArticleName[] | null>(null)
  useEffect(() => {
    if (asked === null) return setFound(null)
    let current = true
    const timer = setTimeout(() => {
      find(asked)
        .catch(() => [])
        .then((choices) => current && setFound(choices))
        .catch(() => undefined)
    }, PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [asked, find])
  return found
}

/**
 * Finds an article by a part of its title; the arrow keys and Enter choose one. It follows the combobox pattern of
 * WAI-ARIA, with its own list.
 */
export function ArticleFilter({ find, onChoose }: Props) {
  const t = useTranslations('claims')
  const id = useId()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const found = useFound(find, open ? typed : null)
  const shown = open && found !== null
  const close = () => {
    setOpen(false)
    setActive(0)
  }
  const choose = (choice: ArticleName | undefined) => {
    if (!choice) return
    onChoose(choice.id)
    setTyped('')
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (shown) choose(found[active])
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!shown) return setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : found.length - 1
      setActive((at) => (found.length ? (at + step) % found.length : 0))
    }
  }

  return (
    <div className="relative grid content-start gap-1">
      <label htmlFor={id} className="field-label">
        {t('article')}
      </label>
      <EarlyInput
        id={id}
        role="combobox"
        aria-expanded={shown && found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && found[active] ? `${id}-${active}` : undefined}
        autoComplete="off"
        dir="auto"
        maxLength={200}
        placeholder={t('anyArticle')}
        className="min-h-10 w-full rounded border border-line-strong bg-field px-3"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onClick={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={t('article')}
        hidden={!shown || found.length === 0}
        className="menu-content article-choices"
      >
        {shown &&
          found.map((choice, index) => (
            <li
              key={choice.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              data-highlighted={index === active || undefined}
              className="menu-item"
              // The field keeps the focus, because losing it would close the list before the click counts.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(choice)}
            >
              <span lang={choice.language} dir={directionOf(choice.language)} className="line-clamp-2">
                {choice.title}
              </span>
            </li>
          ))}
      </ul>
      <p
        role="status"
        className={shown && found.length === 0 ? 'menu-content article-choices p-3 text-sm' : 'sr-only'}
      >
        {shown && (found.length ? t('articlesFound', { count: found.length }) : t('noArticle'))}
      </p>
    </div>
  )
}
