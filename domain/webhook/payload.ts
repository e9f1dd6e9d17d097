type Fields = Record<string, unknown>

/** What an address is told. `before` and `after` hold only the fields that changed, as the line of history does. */
export type Payload = {
  /** Of the line of history; the same for every address and every attempt. */
  id: string
  event: string
  /** RFC 3339, UTC. */
  at: string
  newsroom: string
  subject: Subject
  before?: Fields
  after?: Fields
}

type Numbered = { id: string; number: number | string }

export type Subject = {
  id: string
  article?: { id: string; url: string }
  claim?: Numbered & { url: string }
  report?: Numbered
  correction?: Numbered
}

/** The payload as it is sent: always the same text, in whatever order its fields were kept. */
export function bodyOf({ id, event, at, newsroom, subject, before, after }: Payload): string {
  return JSON.stringify({ id, event, at, newsroom, subject, before, after })
}
