import { publishedKeys } from '@/services/signing-keys'

/** The public keys that reports of this desk are checked with, as a JWK set (RFC 7517); those replaced stay in it. */
export function GET(): Response {
  return Response.json(
    { keys: publishedKeys() },
    {
      headers: {
        'content-type': 'application/jwk-set+json',
        'cache-control': 'public, max-age=300',
        'access-control-allow-origin': '*',
      },
    },
  )
}

export const dynamic = 'force-dynamic'
