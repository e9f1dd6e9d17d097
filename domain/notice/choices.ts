import { FIRST_CHOICES, type Choices } from './rules'
import { storedMailSchema } from './schema'

export type { Choices }

type Stored = { mail: unknown; quietFrom: string | null; quietTo: string | null }

/** A person's choices from their row; the first ones without one. */
export function choicesOf(stored: Stored | null): Choices {
  if (!stored) return FIRST_CHOICES
  const { quietFrom: from, quietTo: to } = stored
  return {
    mail: { ...FIRST_CHOICES.mail, ...storedMailSchema.safeParse(stored.mail).data },
    quiet: from !== null && to !== null ? { from, to } : null,
  }
}
