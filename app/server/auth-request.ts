import { NextRequest } from 'next/server'
import { returnAddress } from './return-address'
import { isWellFormed } from '@/text/wellformed'

/** More than any form of ours has, and longer than any of its fields. */
const FIELDS_MAX = 20
const VALUE_MAX = 4_000
/** The form of next-auth's error names (`CredentialsSignin`). */
const ERROR_NAME = /^[A-Za-z]{1,40}$/

/**
 * The fields of a body as next-auth reads it; null for any other kind of body. Values must be strings or booleans,
 * because next-auth would take an object for text.
 */
function fieldsOf(written: string, type: string): Record<string, string> | null {
  if (!/json/i.test(type)) return Object.fromEntries(new URLSearchParams(written))
  try {
    const parsed: unknown = JSON.parse(written)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null
    const fields = Object.entries(parsed)
    return fields.every(([, value]) => typeof value === 'string' || typeof value === 'boolean')
      ? Object.fromEntries(fields.map(([name, value]) => [name, String(value)]))
      : null
  } catch {
    return null
  }
}

/** Keeps only usable values: an address to return to must be on this site, and an error must be a name. */
function usable(fields: Record<string, string>, publicUrl: string): Record<string, string> {
  const { callbackUrl, error, ...others } = fields
  return {
    ...others,
    ...(callbackUrl !== undefined && { callbackUrl: publicUrl + returnAddress(callbackUrl, publicUrl) }),
    ...(error !== undefined && ERROR_NAME.test(error) && { error }),
  }
}

/**
 * Cleans a request for next-auth's own addresses. Without this a sender could make next-auth answer 500: by an address
 * it cannot return to, an error name that fits no header, or a malformed body.
 * @returns null for a body that cannot be read
 */
export async function usableAuthRequest(
  request: NextRequest,
  publicUrl: string,
): Promise<NextRequest | null> {
  const url = new URL(request.nextUrl)
  url.search = new URLSearchParams(usable(Object.fromEntries(url.searchParams), publicUrl)).toString()
  if (request.method !== 'POST') return new NextRequest(url, { headers: request.headers })
  const fields = fieldsOf(await request.text(), request.headers.get('content-type') ?? '')
  const values = Object.entries(fields ?? {})
  if (!fields || values.length > FIELDS_MAX) return null
  if (values.flat().some((value) => value.length > VALUE_MAX || !isWellFormed(value))) return null
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  const body = JSON.stringify(usable(fields, publicUrl))
  return new NextRequest(url, { method: 'POST', headers, body })
}
