import { createHash, randomBytes } from 'node:crypto'
import { db } from '@/prisma/client'

/**
 * The address that creates the first admin, with a new one-time secret; earlier addresses stop working. Null once any
 * account exists.
 */
export async function firstAdminAddress(origin: string): Promise<string | null> {
  if ((await db().user.count()) > 0) return null
  const token = randomBytes(24).toString('base64url')
  await db().setupToken.deleteMany({ where: { usedAt: null } })
  await db().setupToken.create({ data: { hash: createHash('sha256').update(token).digest('hex') } })
  return `${origin}/setup?token=${token}`
}
