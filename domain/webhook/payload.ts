import type { Payload } from './shape'

/** The payload as it is sent: always the same text, in whatever order its fields were kept. */
export function bodyOf({ id, event, at, newsroom, subject, before, after }: Payload): string {
  return JSON.stringify({ id, event, at, newsroom, subject, before, after })
}
