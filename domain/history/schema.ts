/** What an event can tell of, as noun.verb. */
export const VERBS = [
  'article.created',
  'article.changed',
  'article.revised',
  'claim.made',
  'claim.reviewed',
  'claim.finding_written',
  'claim.planned',
  'claim.text_changed',
  'claim.anchored',
  'claim.orphaned',
  'claim.taken_over',
  'claim.withdrawn',
  'claim.restored',
  'sentence.passed',
  'sentence.opened',
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
