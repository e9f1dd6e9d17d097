import { DAY_MS } from '@/domain/question/rules'

/** What is cleared after a time. History, and what is unread or waits for something, never is. */
export const CLEARED = ['deliveries', 'mails', 'notices', 'bulkChanges', 'requestKeys'] as const
export type Cleared = (typeof CLEARED)[number]

/** For how many days each is kept; 0 means for ever. */
export type Keeping = Record<'deliveries' | 'mails' | 'notices' | 'requests', number>

const SETTING_OF: Record<Cleared, keyof Keeping> = {
  deliveries: 'deliveries',
  mails: 'mails',
  notices: 'notices',
  bulkChanges: 'requests',
  requestKeys: 'requests',
}

/** What ended before this moment is cleared; null when nothing is. */
export function clearedBefore(what: Cleared, keeping: Keeping, at: Date): Date | null {
  const days = keeping[SETTING_OF[what]]
  return days === 0 ? null : new Date(at.getTime() - days * DAY_MS)
}
