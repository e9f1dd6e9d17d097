/** What was typed and not saved, as this browser keeps it. */
export type Draft<T> = {
  value: T
  /** The version of the record that it was typed over. */
  version: number
  /** ISO 8601 */
  at: string
  /** One over an older version that its author has not decided on yet. */
  earlier?: Draft<T>
}

const PREFIX = 'factdesk-drafts:'
/** Kept by record alone, so that anyone's words were anyone's. */
const OLD_PREFIX = 'factdesk-draft:'

const keyOf = (person: string, name: string) => `${PREFIX}${person}:${name}`

/** A full or forbidden store costs the draft, never the page. */
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

/** Drops what earlier versions of the desk kept without saying whose it is. */
export const dropOldDrafts = () => dropAll(OLD_PREFIX)

/** Drops all that a person typed and did not save. */
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
 * Which drafts go into the form, and which are shown beside it for their author to decide on.
 * @param typedBefore whether somebody typed before the draft could be read: it then stands beside their words
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
