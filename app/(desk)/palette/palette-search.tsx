'use client'

import { useState, type KeyboardEvent } from 'react'
import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from 'downshift'
import { useTranslations } from 'next-intl'
import { Dialog } from 'radix-ui'
import { Search, X } from 'lucide-react'
import { EarlyInput } from '@/components/early/parts'
import { buttonClass } from '@/components/ui/button'
import { TYPED_MAX } from '@/domain/palette/schema'
import { entriesFor, GROUPS, type Entry, type NamedAction } from './entries'
import { PaletteLine } from './palette-line'
import { useFound } from './use-found'

type Change = UseComboboxStateChangeOptions<Entry>
const { InputBlur, InputKeyDownEscape } = useCombobox.stateChangeTypes

/**
 * The list is always open, and one line is always highlighted. Escape closes the dialog, and leaving the field chooses
 * nothing. Only the list itself holds which line is highlighted, so that Enter takes the line that the arrow key before it
 * reached, however soon it comes.
 */
const keptOpen = (state: UseComboboxState<Entry>, { type, changes }: Change) =>
  type === InputBlur || type === InputKeyDownEscape
    ? state
    : { ...changes, isOpen: true, highlightedIndex: Math.max(changes.highlightedIndex ?? 0, 0) }

/** The list ignores keys of an input method. */
function onKeyDown(event: KeyboardEvent & { nativeEvent: { preventDownshiftDefault?: boolean } }) {
  if (event.nativeEvent.isComposing) event.nativeEvent.preventDownshiftDefault = true
}

type Props = {
  actions: readonly NamedAction[]
  recent: readonly Entry[]
  onChoose: (entry: Entry) => void
}

/** The field and its lines, group by group. The first line is highlighted, so Enter alone chooses it. */
export function PaletteSearch({ actions, recent, onChoose }: Props) {
  const t = useTranslations('palette')
  const [typed, setTyped] = useState('')
  const { found, failed } = useFound(typed)
  const items = entriesFor(typed, { actions, recent, found, checked: t('checked') })
  const list = useCombobox<Entry>({
    items,
    isOpen: true,
    inputValue: typed,
    selectedItem: null,
    itemToString: (entry) => entry?.label ?? '',
    ...{ initialHighlightedIndex: 0, defaultHighlightedIndex: 0 },
    stateReducer: keptOpen,
    onSelectedItemChange: ({ selectedItem }) => selectedItem && onChoose(selectedItem),
  })
  const looking = typed.trim() !== '' && found === null && !failed
  const count = typed.trim() === '' ? items.length : items.length - 1

  return (
    <>
      <div className="palette-field">
        <Search aria-hidden className="size-5 shrink-0 text-ink-muted" />
        <EarlyInput
          {...list.getInputProps({
            onKeyDown,
            // Read from the field itself, so that no letter waits for the list.
            onChange: (event) => setTyped(event.currentTarget.value),
            'aria-label': t('field'),
            placeholder: t('placeholder'),
          })}
          dir="auto"
          maxLength={TYPED_MAX}
          enterKeyHint="go"
        />
        <Dialog.Close className={buttonClass({ variant: 'ghost', size: 'sm' })} aria-label={t('close')}>
          <X aria-hidden className="size-4" />
        </Dialog.Close>
      </div>
      <div {...list.getMenuProps({ 'aria-label': t('results') })} className="palette-lines">
        {GROUPS.map((group) => {
          const lines = items.flatMap((entry, index) => (entry.group === group ? [{ entry, index }] : []))
          return lines.length === 0 ? null : (
            <div key={group} role="group" aria-label={t(`group.${group}`)}>
              <p aria-hidden className="palette-group">
                {t(`group.${group}`)}
              </p>
              {lines.map(({ entry, index }) => (
                <PaletteLine
                  key={entry.id}
                  entry={entry}
                  highlighted={index === list.highlightedIndex}
                  {...list.getItemProps({ item: entry, index })}
                />
              ))}
            </div>
          )
        })}
      </div>
      <p role="status" className="palette-status">
        {looking ? t('looking') : failed ? t('failed') : t('count', { count })}
      </p>
    </>
  )
}
