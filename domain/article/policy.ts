import { atLeast, type Actor } from '@/domain/user/policy'

export const mayReadArticles = (actor: Actor) => atLeast(actor, 'viewer')
export const mayCreateArticle = (actor: Actor) => atLeast(actor, 'editor')
export const mayChangeArticle = (actor: Actor) => atLeast(actor, 'editor')
export const mayExportArticle = (actor: Actor) => atLeast(actor, 'viewer')
