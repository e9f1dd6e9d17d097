import { isTold, VERBS, type ToldVerb } from '@/domain/history/events'

/** What an address can ask to be told of. */
export const WEBHOOK_EVENTS = VERBS.filter(isTold)
export type WebhookEvent = ToldVerb

/** Sent on request only, to try an address. */
export const PING = 'ping'

/** Addresses in force at once: each of them costs every event a row and a request. */
export const ACTIVE_MAX = 20
/** In UTF-16 units. */
export const URL_MAX = 2048
