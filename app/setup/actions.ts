'use server'

import { makeFirstAdmin } from '@/domain/user/commands'
import { firstAdminSchema } from '@/domain/user/schema'
import { openAction } from '@/app/server/action'

export const makeFirstAdminAction = openAction(firstAdminSchema, makeFirstAdmin, 'oneTimeAddress')
