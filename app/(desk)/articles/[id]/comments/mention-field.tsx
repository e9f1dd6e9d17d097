'use client'

import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslations } from 'next-intl'
import { Textarea } from '@/components/ui/field'
import { chosenName, directionApart, nameBeingTyped, peopleNamed } from '@/domain/comment/rules'
import type { Person } from '@/domain/shape'
import './mention-field.css'

/** How many people are offered at once. */
const OFFERED = 8

type Props = {
  value: string
  people: readonly Person[]
  onChange: (text: string) => void
  /** A name was chosen from the list. */
  onChoose: (person: Person) => void
}

/**
 * A field whose text may name people. Behind `@` it offers names in a list, which the arrow keys walk through while the
 * focus stays in the text (WAI-ARIA 1.2, `aria-activedescendant`).
 */
export function MentionField({ value, people, onChange, onChoose }: Props) {
  const t = useTranslations('comments')
  const list = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState<{ start: number; end: number; typed: string } | null>(null)
  const [active, setActive] = useState(0)
  const found = typed ? peopleNamed(typed.typed, people, OFFERED) : []
  const isOpen = found.length > 0
  const look = ({ value: text, selectionStart: caret, selectionEnd }: HTMLTextAreaElement) => {
    const name = caret === selectionEnd ? nameBeingTyped(text, caret) : null
    setTyped(name && { ...name, end: caret })
    setActive(0)
  }
  const choose = (person: Person | undefined) => {
    const { current: text } = field
    const name = text && nameBeingTyped(text.value, text.selectionEnd)
    if (!name || !person) return
    const { start, end, words } = chosenName(text.value, { ...name, end: text.selectionEnd }, person.name)
    // Written into the field itself, as typing is, so the caret is behind it before the next key.
    text.setRangeText(words, start, end, 'end')
    text.dispatchEvent(new Event('input', { bubbles: true }))
    onChoose(person)
    setTyped(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setActive((active + step + found.length) % found.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(found[active])
    else if (event.key === 'Escape') setTyped(null)
    else return
    event.preventDefault()
  }
  return (
    <div className="mention-field">
      <Textarea
        ref={field}
        dir={directionApart(value, people)}
        rows={2}
        value={value}
        aria-autocomplete="list"
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen ? `${list}-${active}` : undefined}
        onChange={(event) => {
          onChange(event.target.value)
          look(event.target)
        }}
        onClick={(event) => look(event.currentTarget)}
        onKeyDown={onKeyDown}
        onBlur={() => setTyped(null)}
      />
      {isOpen && (
        <ul id={list} role="listbox" aria-label={t('people')} className="mention-list">
          {found.map((person, index) => (
            <li
              key={person.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active}
              className="mention-option"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
            >
              <bdi>{person.name}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {typed ? t('found', { count: found.length }) : ''}
      </p>
    </div>
  )
}
