import 'server-only'
import { forbidden } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { requireReadableArticle } from './queries'
import type { Presence } from './schema'
import { tellPresence } from './write'

/**
 * Tells everybody at an article at which of its claims somebody is. It is forgotten within a minute, so it is no
 * record and has no history.
 */
export async function sayPresence(actor: Actor, presence: Presence): Promise<void> {
  if (!may(actor, 'readArticles')) throw forbidden()
  await requireReadableArticle(presence.articleId)
  await tellPresence({ ...presence, person: { id: actor.id, name: actor.name } })
}
