import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'

export const mayReadArticles = (actor: Actor) => may(actor, 'readArticles')
export const mayCreateArticle = (actor: Actor) => may(actor, 'createArticle')
export const mayChangeArticle = (actor: Actor) => may(actor, 'changeArticle')
export const mayExportArticle = (actor: Actor) => may(actor, 'exportArticle')
