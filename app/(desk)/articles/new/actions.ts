'use server'

import type { z } from 'zod'
import { createArticle } from '@/domain/article/commands'
import { createArticleSchema } from '@/domain/article/schema'
import { formAction } from '@/services/action'

export async function createArticleAction(input: z.input<typeof createArticleSchema>) {
  return formAction(createArticleSchema, createArticle)(input)
}
