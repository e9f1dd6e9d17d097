import type { Payload } from './shape'

/** The payload as it is sent. Its text is always the same, whatever the order of the stored fields. */
export function bodyOf({ id, event, at, newsroom, subject, before, after }: Payload): string {
  return JSON.stringify({ id, event, at, newsroom, subject, before, after })
}
