import type { SignOffPolicy } from '@/domain/sign-off/rules'

/** What a list of claims depends on beside its address: who reads it, when, and what the newsroom has set. */
export type ClaimReader = {
  id: string
  at: Date
  /** The newsroom's time zone, which decides where a day begins. */
  zone: string
  signOff: SignOffPolicy
}

type Newsroom = { newsroomTimeZone: string; signOff: SignOffPolicy }

export const claimReader = (
  { id }: { id: string },
  at: Date,
  { newsroomTimeZone, signOff }: Newsroom,
): ClaimReader => ({ id, at, zone: newsroomTimeZone, signOff })
