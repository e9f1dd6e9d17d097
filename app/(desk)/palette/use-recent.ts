import { useState } from 'react'
import { readDraft, writeDraft } from '@/components/form/drafts'
import { withRecent, type Entry } from './entries'

const NAME = 'palette'

/** The entries that a person chose last. They are kept where drafts are, so signing out drops them. */
export function useRecent(person: string) {
  const [recent, setRecent] = useState<Entry[]>([])
  return {
    recent,
    read: () => setRecent(readDraft<Entry[]>(person, NAME)?.value ?? []),
    keep: (chosen: Entry) =>
      writeDraft(person, NAME, {
        value: withRecent(recent, chosen),
        version: 1,
        at: new Date().toISOString(),
      }),
  }
}
