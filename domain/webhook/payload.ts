type Fields = Record<string, unknown>

/** The message to an address. `before` and `after` hold only the changed fields, as in the line of history. */
export type Payload = {
  /** The id of the line of history, the same for every address and every attempt. */
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

/** The payload as it is sent. Its text is always the same, whatever the order of the stored fields. */
export function bodyOf({ id, event, at, newsroom, subject, before, after }: Payload): string {
  return JSON.stringify({ id, event, at, newsroom, subject, before, after })
}
