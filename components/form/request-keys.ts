import type { Failure } from './failure'

const PREFIX = 'factdesk-request:'
/** For browsers that keep nothing. */
const kept = new Map<string, string>()

function tried<T>(work: (store: Storage) => T): T | null {
  try {
    return work(window.sessionStorage)
  } catch {
    return null
  }
}

/**
 * The request key of what a form is about to send. It stays the same until an answer has come, also when the form is
 * closed or the page is loaded again: a press whose answer was lost may have been written, and the next one must not
 * write it twice.
 * @param form the name of its draft
 */
export function requestKeyOf(form: string): string {
  const name = PREFIX + form
  const key = tried((store) => store.getItem(name)) ?? kept.get(name) ?? crypto.randomUUID()
  kept.set(name, key)
  tried((store) => store.setItem(name, key))
  return key
}

/** Makes the next press of a form one of its own. */
export function forgetRequestKey(form: string): void {
  kept.delete(PREFIX + form)
  tried((store) => store.removeItem(PREFIX + form))
}

/** Whether an answer leaves nothing to repeat: it was written, or something else was, under this key. */
export const isSettled = (answer: { ok: true } | Failure | undefined): boolean =>
  answer !== undefined && (answer.ok || answer.key === 'keyUsedAgain')
