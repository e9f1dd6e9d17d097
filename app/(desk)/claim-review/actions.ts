'use server'

import { validateMarkupSchema } from '@/domain/claim-review/schema'
import { validateMarkup } from '@/domain/claim-review/validate'
import { readAction } from '@/services/action'

export const checkMarkupAction = readAction(validateMarkupSchema, async (_actor, { markup, page }) =>
  validateMarkup(markup, page ?? null),
)
