import { isTold, VERBS, type ToldVerb } from '@/domain/history/events'

/** The events that an address can subscribe to. */
export const WEBHOOK_EVENTS = VERBS.filter(isTold)
export type WebhookEvent = ToldVerb

/** Sent only on request, to test an address. */
export const PING = 'ping'

/** The most active addresses. Each of them costs a row and a request per event. */
export const ACTIVE_MAX = 20
/** In UTF-16 units. */
export const URL_MAX = 2048
