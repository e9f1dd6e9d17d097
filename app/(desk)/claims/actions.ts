'use server'

import type { z } from 'zod'
import { assignClaims } from '@/domain/claim/commands'
import { assignClaimsSchema } from '@/domain/claim/schema'
import { formAction } from '@/services/action'

export async function assignClaimsAction(input: z.input<typeof assignClaimsSchema>) {
  return formAction(assignClaimsSchema, assignClaims)(input)
}
