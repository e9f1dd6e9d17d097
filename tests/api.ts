import { randomUUID } from 'node:crypto'
import { api } from '@/app/api/v1/app'
import { SENDER_HEADER } from '@/services/sender'

export type Answer<T> = { status: number; headers: Headers; body: T; text: string }

/** What a problem (RFC 9457) of the API holds. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  code: string
  errors?: { field: string; pointer?: string; message: string; key: string }[]
  current?: Record<string, unknown>
}

type Options = { body?: unknown; raw?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> }

/** Calls the API as `token`'s holder; `raw` is sent as it is, `body` as JSON. An answer that is no JSON has an empty body. */
export async function call<T = Problem>(
  token: string | null,
  method: string,
  path: string,
  { body, raw, headers }: Options = {},
): Promise<Answer<T>> {
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const response = await api.request(`/api/v1${path}`, {
    method,
    body: sent,
    headers: {
      // In place of the server that hands requests on: each comes from a sender of its own unless a test says who.
      [SENDER_HEADER]: randomUUID(),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(sent !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
  })
  const text = await response.text()
  const isJson = /[/+]json(?:;|$)/.test(response.headers.get('content-type') ?? '') && text !== ''
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : {}) as T,
    text,
  }
}

/** The fields that a problem names, with the kind of each fault. */
export const faults = (answer: Answer<Problem>) =>
  (answer.body.errors ?? []).map((error) => `${error.field} ${error.key}`)
