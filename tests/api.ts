import { randomUUID } from 'node:crypto'
import { api } from '@/app/api/v1/app'
import type { AnchorText } from '@/text/anchor'
import { SENDER_HEADER } from '@/services/sender'

export type Answer<T> = { status: number; headers: Headers; body: T; text: string }

/** The fields of an API problem (RFC 9457). */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  code: string
  errors?: { field: string; pointer?: string; message: string; key: string; near?: AnchorText[] }[]
  current?: Record<string, unknown>
}

type Options = { body?: unknown; raw?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> }

/** Calls the API as `token`'s owner. `raw` is sent unchanged, `body` as JSON. A non-JSON answer has an empty body. */
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
      // Stands in for the server that passes requests on: each request has its own sender unless a test names one.
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

/** The fields that a problem names, each with its kind of fault. */
export const faults = (answer: Answer<Problem>) =>
  (answer.body.errors ?? []).map((error) => `${error.field} ${error.key}`)
