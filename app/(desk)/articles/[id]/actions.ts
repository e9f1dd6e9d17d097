'use server'

import { changeArticle } from '@/domain/article/commands'
import { changeArticleSchema } from '@/domain/article/schema'
import { changeClaim, makeClaim, restoreClaim, withdrawClaim } from '@/domain/claim/commands'
import { changeClaimSchema, claimIdSchema, makeClaimSchema } from '@/domain/claim/schema'
import { addSource, changeSource, removeSource, restoreSource } from '@/domain/source/commands'
import { addSourceSchema, changeSourceSchema, sourceIdSchema } from '@/domain/source/schema'
import { formAction } from '@/services/action'
import type { z } from 'zod'

export async function makeClaimAction(input: z.input<typeof makeClaimSchema>) {
  return formAction(makeClaimSchema, makeClaim)(input)
}

export async function changeClaimAction(input: z.input<typeof changeClaimSchema>) {
  return formAction(changeClaimSchema, changeClaim)(input)
}

export async function withdrawClaimAction(input: z.input<typeof claimIdSchema>) {
  return formAction(claimIdSchema, withdrawClaim)(input)
}

export async function restoreClaimAction(input: z.input<typeof claimIdSchema>) {
  return formAction(claimIdSchema, restoreClaim)(input)
}

export async function addSourceAction(input: z.input<typeof addSourceSchema>) {
  return formAction(addSourceSchema, addSource)(input)
}

export async function changeSourceAction(input: z.input<typeof changeSourceSchema>) {
  return formAction(changeSourceSchema, changeSource)(input)
}

export async function removeSourceAction(input: z.input<typeof sourceIdSchema>) {
  return formAction(sourceIdSchema, removeSource)(input)
}

export async function restoreSourceAction(input: z.input<typeof sourceIdSchema>) {
  return formAction(sourceIdSchema, restoreSource)(input)
}

export async function changeArticleAction(input: z.input<typeof changeArticleSchema>) {
  return formAction(changeArticleSchema, changeArticle)(input)
}
