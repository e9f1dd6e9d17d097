import { publishedKeys } from '@/services/signing-keys'

/** The public keys that verify this desk's reports, as a JWK set (RFC 7517). It includes former keys. */
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
