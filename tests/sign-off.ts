import { getClaim } from '@/domain/claim/queries'
import { signOffClaim } from '@/domain/sign-off/commands'
import type { Actor } from '@/domain/user/policy'

/** Signs a claim off with what stands in it now, as somebody does who has just read it. */
export async function signOffAsRead(actor: Actor, { id, version }: { id: string; version: number }) {
  const { digest } = await getClaim(actor, id)
  return signOffClaim(actor, { id, version, digest })
}
