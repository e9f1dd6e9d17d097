/** What an event can tell of, as noun.verb. */
export const VERBS = [
  'article.created',
  'article.changed',
  'claim.made',
  'claim.reviewed',
  'claim.finding_written',
  'claim.planned',
  'claim.withdrawn',
  'claim.restored',
  'source.added',
  'source.changed',
  'source.removed',
  'source.restored',
  'user.added',
  'user.changed',
  'user.password_changed',
  'token.made',
  'token.revoked',
] as const

export type Verb = (typeof VERBS)[number]
