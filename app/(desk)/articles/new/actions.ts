'use server'

import type { z } from 'zod'
import { createArticle } from '@/domain/article/commands'
import {
  readAddressSchema,
  readArticleAddress,
  readPastedMarkup,
  readPasteSchema,
} from '@/domain/article/reading'
import { mayCreateArticle } from '@/domain/article/policy'
import { createArticleSchema } from '@/domain/article/schema'
import { formAction, readAction } from '@/services/action'

export async function createArticleAction(input: z.input<typeof createArticleSchema>) {
  return formAction(createArticleSchema, createArticle, { may: mayCreateArticle })(input)
}

export async function readAddressAction(input: z.input<typeof readAddressSchema>) {
  return readAction(readAddressSchema, readArticleAddress)(input)
}

export async function readPasteAction(input: z.input<typeof readPasteSchema>) {
  return readAction(readPasteSchema, readPastedMarkup, { may: mayCreateArticle })(input)
}
