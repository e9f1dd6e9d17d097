import pg from 'pg'

/** The text of a query, without its parameters. */
const textOf = (asked: unknown) =>
  typeof asked === 'string' ? asked : ((asked as { text?: string } | null)?.text ?? '')

/**
 * Records the queries that this process sends to Postgres while `work` runs, in order, `begin` and `commit`
 * included. Statements of other work of the process at that time are among them.
 */
export async function queriesOf<T>(work: () => Promise<T>): Promise<{ result: T; queries: string[] }> {
  const queries: string[] = []
  const { prototype } = pg.Client
  const sent = Object.getOwnPropertyDescriptor(prototype, 'query')
  if (!sent) throw new Error('The driver has no method that sends a query')
  const send = sent.value as (...args: unknown[]) => unknown
  Object.defineProperty(prototype, 'query', {
    ...sent,
    value(this: pg.Client, ...args: unknown[]) {
      queries.push(textOf(args[0]).replace(/\s+/g, ' ').trim())
      return Reflect.apply(send, this, args)
    },
  })
  try {
    return { result: await work(), queries }
  } finally {
    Object.defineProperty(prototype, 'query', sent)
  }
}
