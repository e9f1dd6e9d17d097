import { DomainError } from '@/domain/errors'
import { makePasswordLinkOnServer } from '@/domain/password/commands'
import { passwordAddress } from '@/domain/password/schema'
import { normalEmail } from '@/domain/user/schema'
import type { Settings } from '@/services/settings'
import { runOnDesk, Unusable } from './desk-database'
import { Stop } from './lib/say.mjs'

const USAGE = 'Use it as: npm run admin -- reset person@desk.example'

/** Reads the account's address from the command line. */
function readCall([verb, written, ...more]: string[]): string {
  if (verb !== 'reset' || !written || more.length > 0) throw new Unusable(USAGE)
  const email = normalEmail(written)
  if (!email) throw new Unusable(`${written} is no e-mail address. ${USAGE}`)
  return email
}

async function reset(email: string, { publicUrl }: Settings): Promise<void> {
  const { token, expiresAt, name } = await makePasswordLinkOnServer(email).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'not_found')
      throw new Stop(`Nobody with access to this desk has the address ${email}.`)
    throw error
  })
  const until = expiresAt.toISOString().replace('T', ' ').slice(0, 16)
  process.stdout.write(
    `${name} sets a new password here, once, until ${until} UTC:\n${passwordAddress(publicUrl, token)}\n`,
  )
}

await runOnDesk(readCall, reset)
