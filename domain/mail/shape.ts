import type { MailProblem, MailState } from './rules'

/** A mail that met a problem. */
export type MailLine = {
  id: string
  to: string
  subject: string
  state: MailState
  attempts: number
  problem: MailProblem
  /** The server's last words. */
  answer: string
  createdAt: Date
  nextAt: Date | null
}

/** What admins see of mail. */
export type MailOverview = {
  /** Null when no server is set up. */
  server: { host: string; port: number; from: string } | null
  waiting: number
  items: MailLine[]
  next: string | null
}
