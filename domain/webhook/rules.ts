/** What an address can ask to be told of: verbs of the history of articles. */
export const WEBHOOK_EVENTS = [
  'article.created',
  'article.changed',
  'article.revised',
  'claim.made',
  'claim.reviewed',
  'claim.text_changed',
  'claim.orphaned',
  'claim.taken_over',
  'claim.withdrawn',
  'claim.restored',
  'report.issued',
  'correction.started',
  'correction.approved',
  'correction.published',
  'correction.rejected',
  'correction.amended',
] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** Sent on request only, to try an address. */
export const PING = 'ping'

const KNOWN: ReadonlySet<string> = new Set(WEBHOOK_EVENTS)
export const isWebhookEvent = (verb: string): verb is WebhookEvent => KNOWN.has(verb)

/** Addresses in force at once: each of them costs every event a row and a request. */
export const ACTIVE_MAX = 20
/** In UTF-16 units. */
export const URL_MAX = 2048
