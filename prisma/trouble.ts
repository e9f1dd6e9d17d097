/**
 * Why the database did not do what it was asked, when neither the caller nor our code is to blame:
 * - `away`: it cannot be reached, or is starting or stopping
 * - `busy`: no connection or lock became free in time, or a query took too long
 * - `full`: it is out of disk space or memory
 */
export type Trouble = 'away' | 'busy' | 'full'

/**
 * SQLSTATE codes of PostgreSQL (appendix A), codes of Node's sockets and of Prisma, and kinds of its driver adapter.
 */
const BY_CODE: Record<string, Trouble> = {
  '57P01': 'away',
  '57P02': 'away',
  '57P03': 'away',
  '57P05': 'away',
  ECONNREFUSED: 'away',
  ECONNRESET: 'away',
  ECONNABORTED: 'away',
  EPIPE: 'away',
  ETIMEDOUT: 'away',
  ENOTFOUND: 'away',
  EAI_AGAIN: 'away',
  EHOSTUNREACH: 'away',
  ENETUNREACH: 'away',
  ENETDOWN: 'away',
  ENOENT: 'away',
  P1001: 'away',
  P1002: 'away',
  P1008: 'away',
  P1017: 'away',
  DatabaseNotReachable: 'away',
  ConnectionClosed: 'away',
  SocketTimeout: 'away',
  '53300': 'busy',
  '53400': 'busy',
  '55P03': 'busy',
  '57014': 'busy',
  '25P03': 'busy',
  '25P04': 'busy',
  '40001': 'busy',
  '40P01': 'busy',
  P2024: 'busy',
  P2028: 'busy',
  P2034: 'busy',
  P2037: 'busy',
  TooManyConnections: 'busy',
  TransactionWriteConflict: 'busy',
  '53000': 'full',
  '53100': 'full',
  '53200': 'full',
  '58030': 'full',
}

/** Messages that pg gives without a code. */
const BY_WORDS: [RegExp, Trouble][] = [
  [/^timeout exceeded when trying to connect$/, 'busy'],
  [/^Query read timeout$/, 'busy'],
  [
    /^Connection terminated|^Client has encountered a connection error|^Client was closed and is not queryable|^timeout expired$/,
    'away',
  ],
]

const DEEPEST = 6

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * Whether a Node error comes from the file system. Its codes equal those of sockets, and only sockets concern the
 * database.
 */
const ofAFile = (error: Record<string, unknown>) =>
  ['open', 'stat', 'read', 'write', 'scandir', 'mkdir'].includes(text(error.syscall)) ||
  (typeof error.path === 'string' && error.syscall !== 'connect')

function ownTrouble(error: Record<string, unknown>): Trouble | null {
  if (ofAFile(error)) return null
  for (const code of [error.code, error.originalCode, error.kind].map(text)) {
    if (BY_CODE[code]) return BY_CODE[code]
    if (/^08...$/.test(code)) return 'away'
  }
  return BY_WORDS.find(([words]) => words.test(text(error.message)))?.[1] ?? null
}

/**
 * The kind of database trouble that an error describes, also inside Prisma's errors and causes; null for every other
 * error.
 */
export function troubleOf(error: unknown, depth = 0): Trouble | null {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return null
  const known = error as Record<string, unknown>
  const own = ownTrouble(known)
  if (own) return own
  const meta = known.meta as { driverAdapterError?: unknown } | null | undefined
  const inner = [
    known.cause,
    meta?.driverAdapterError,
    ...(Array.isArray(known.errors) ? (known.errors as unknown[]) : []),
  ]
  for (const one of inner) {
    const trouble = troubleOf(one, depth + 1)
    if (trouble) return trouble
  }
  return null
}
