/** Unsaved words, as this browser keeps them. */
export type Draft<T> = {
  value: T
  /** The version of the record that the author saw while typing. */
  version: number
  /** The record as it was then; drafts of earlier releases lack it. */
  from?: T
  /** ISO 8601 */
  at: string
  /** A draft based on an older version, which its author has not decided on yet. */
  earlier?: Draft<T>
}

const PREFIX = 'factdesk-drafts:'
/** The prefix of old drafts. They named only the record, so any person's draft looked like anyone's. */
const OLD_PREFIX = 'factdesk-draft:'

const keyOf = (person: string, name: string) => `${PREFIX}${person}:${name}`

/** If the store is full or forbidden, the draft is lost but the page works. */
function tried<T>(work: (store: Storage) => T): T | null {
  try {
    return work(window.localStorage)
  } catch {
    return null
  }
}

const dropAll = (prefix: string) =>
  tried((store) => {
    const keys = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '')
    for (const key of keys.filter((one) => one.startsWith(prefix))) store.removeItem(key)
  })

/** Drops drafts that earlier releases of the desk kept without their author. */
export const dropOldDrafts = () => dropAll(OLD_PREFIX)

/** Drops all of a person's unsaved drafts. */
export const forgetDrafts = (person: string) => dropAll(keyOf(person, ''))

export const readDraft = <T>(person: string, name: string): Draft<T> | null =>
  tried((store) => {
    const kept = store.getItem(keyOf(person, name))
    return kept ? (JSON.parse(kept) as Draft<T>) : null
  })

export function writeDraft<T>(person: string, name: string, draft: Draft<T> | null) {
  tried((store) => {
    if (draft) store.setItem(keyOf(person, name), JSON.stringify(draft))
    else store.removeItem(keyOf(person, name))
  })
}

/**
 * Decides which draft goes into the form, and which is shown beside it for its author to decide on.
 * @param typedBefore whether somebody typed before the draft was read; the draft then stays beside their words
 */
export function sortDraft<T>(
  draft: Draft<T> | null,
  version: number,
  typedBefore = false,
): { restored: Draft<T> | null; offered: Draft<T> | null } {
  if (!draft) return { restored: null, offered: null }
  if (draft.version === version && !typedBefore) return { restored: draft, offered: draft.earlier ?? null }
  return { restored: null, offered: draft }
}
