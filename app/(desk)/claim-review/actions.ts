'use server'

import type { z } from 'zod'
import { validateMarkupSchema } from '@/domain/claim-review/schema'
import { validateMarkup } from '@/domain/claim-review/validate'
import { readAction } from '@/services/action'

export async function checkMarkupAction(input: z.input<typeof validateMarkupSchema>) {
  return readAction(validateMarkupSchema, async (_actor, { markup, page }) =>
    validateMarkup(markup, page ?? null),
  )(input)
}
