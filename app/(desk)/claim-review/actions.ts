'use server'

import { validateMarkupSchema } from '@/domain/claim-review/schema'
import { validateMarkup } from '@/domain/claim-review/validate'
import { readAction } from '@/app/server/action'

export const checkMarkupAction = readAction(validateMarkupSchema, async (_actor, { markup, page }) =>
  validateMarkup(markup, page ?? null),
)
