import pg from 'pg'

/** The text of a query, without its parameters. */
const textOf = (asked: unknown) =>
  typeof asked === 'string' ? asked : ((asked as { text?: string } | null)?.text ?? '')

export type Statement = { text: string; values: readonly unknown[] }

const isList = (values: unknown): values is unknown[] => Array.isArray(values)

/** A statement with its values, however the driver was asked. */
function statementIn([asked, given]: readonly unknown[]): Statement {
  const values = isList(given) ? given : (asked as { values?: unknown } | null)?.values
  return { text: textOf(asked), values: isList(values) ? values : [] }
}

/**
 * Records the statements that this process sends to Postgres while `work` runs, in order, `begin` and `commit`
 * included. Statements of other work of the process at that time are among them.
 */
export async function statementsOf<T>(
  work: () => Promise<T>,
): Promise<{ result: T; statements: Statement[] }> {
  const statements: Statement[] = []
  const { prototype } = pg.Client
  const sent = Object.getOwnPropertyDescriptor(prototype, 'query')
  if (!sent) throw new Error('The driver has no method that sends a query')
  const send = sent.value as (...args: unknown[]) => unknown
  Object.defineProperty(prototype, 'query', {
    ...sent,
    value(this: pg.Client, ...args: unknown[]) {
      statements.push(statementIn(args))
      return Reflect.apply(send, this, args)
    },
  })
  try {
    return { result: await work(), statements }
  } finally {
    Object.defineProperty(prototype, 'query', sent)
  }
}

/** As `statementsOf`, the texts alone, each on one line. */
export async function queriesOf<T>(work: () => Promise<T>): Promise<{ result: T; queries: string[] }> {
  const { result, statements } = await statementsOf(work)
  return { result, queries: statements.map(({ text }) => text.replace(/\s+/g, ' ').trim()) }
}
