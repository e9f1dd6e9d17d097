'use server'

import type { z } from 'zod'
import { makeFirstAdmin } from '@/domain/user/commands'
import { firstAdminSchema } from '@/domain/user/schema'
import { openAction } from '@/services/action'

export async function makeFirstAdminAction(input: z.input<typeof firstAdminSchema>) {
  return openAction(firstAdminSchema, makeFirstAdmin, 'oneTimeAddress')(input)
}
