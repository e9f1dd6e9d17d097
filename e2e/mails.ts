import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'

export type ArrivedMail = { to: string[]; subject: string; text: string; html: string; messageId: string }

const FOLDER = path.join(process.env.FACTDESK_E2E_DATA ?? '.data', 'mails')

function arrived(address: string): ArrivedMail[] {
  if (!existsSync(FOLDER)) return []
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as ArrivedMail)
    .filter(({ to }) => to.includes(address))
}

/** The mails to an address: those that are there, or all once so many have arrived. */
export async function mailsTo(address: string, count?: number): Promise<ArrivedMail[]> {
  if (count === undefined) return arrived(address)
  // Assignments are gathered for a minute.
  await expect.poll(() => arrived(address).length, { timeout: 180_000 }).toBe(count)
  return arrived(address)
}
