'use client'

import { useDeferredValue, useMemo } from 'react'
import { type Brought, claimsOf, type Fields, shownNotes } from './brought'
import { BroughtSummary } from '@/components/import/brought-summary'
import { NoteList } from '@/components/import/note-list'
import { LeftOutList } from './left-out-list'

type Props = {
  form: { fields: Fields; brought: Brought }
  onLeave: (left: number[]) => void
  onTake: (taken: number[]) => void
}

/**
 * Shown below the form: what the import left out or decided, and the notes that become claims. Typing does not wait for
 * it.
 */
export function BroughtPreview({ form, onLeave, onTake }: Props) {
  const { fields, brought } = form
  const text = useDeferredValue(fields.text)
  const notes = useMemo(() => shownNotes(brought, text), [brought, text])
  const claims = useMemo(() => claimsOf(notes, text).length, [notes, text])
  return (
    <>
      <BroughtSummary
        blocks={brought.blocks}
        edited={fields.text !== brought.text}
        notices={brought.notices}
        notes={brought.notes}
        allKept={brought.allKept}
      />
      {brought.page && (
        <LeftOutList
          pieces={brought.page.read.leftOut}
          blocks={brought.page.read.blocks.length}
          taken={brought.page.taken}
          language={fields.language}
          onTake={onTake}
        />
      )}
      {notes.length > 0 && (
        <NoteList notes={notes} claims={claims} language={fields.language} onLeave={onLeave} />
      )}
    </>
  )
}
