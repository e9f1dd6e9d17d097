import { useRef, useState } from 'react'
import type { useEditing } from '@/components/form/use-editing'
import { readSourcePageAction } from '../../../../actions'
import { filledBy, isPageAddress, type SourceFields } from './source'

type Form = Pick<ReturnType<typeof useEditing<SourceFields>>, 'now' | 'set'>
type Read = { address: string; done: Promise<void> }

/**
 * Fills the title, publisher and day of a source from the page at its address. Each address is read once. What a person
 * typed stays, and a page that cannot be read leaves the form as it is.
 * @param known an address whose page needs no reading
 */
export function usePageFacts(form: Form, known = '') {
  const [state, setState] = useState<'reading' | 'filled' | 'unread' | null>(null)
  const [waits, setWaits] = useState(false)
  const last = useRef<Read>({ address: known, done: Promise.resolve() })
  const filled = useRef<Parameters<typeof filledBy>[1] | null>(null)

  const ask = async (address: string) => {
    setState('reading')
    const answer = await readSourcePageAction({ url: address }).catch(() => null)
    // Another address was typed meanwhile.
    if (last.current.address !== address || form.now().url.trim() !== address) return
    if (!answer?.ok) return setState('unread')
    form.set(filledBy(form.now(), answer.value, filled.current))
    filled.current = answer.value
    setState('filled')
  }
  const start = () => {
    const address = form.now().url.trim()
    if (address === last.current.address || !isPageAddress(address)) return
    last.current = { address, done: ask(address) }
  }
  return {
    state,
    /** A save waits for the page. */
    waits,
    /** Begins to read the page unless it was read. */
    start,
    /** Before a save: reads the page if the source has no title yet. */
    waitForTitle: async () => {
      if (form.now().title.trim() !== '') return
      start()
      setWaits(true)
      await last.current.done
      setWaits(false)
    },
    /** Reads the page once the pasted address is in the field. */
    readSoon: () => setTimeout(start),
  }
}
