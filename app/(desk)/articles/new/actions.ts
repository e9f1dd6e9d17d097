'use server'

import { createArticle } from '@/domain/article/commands'
import {
  readAddressSchema,
  readArticleAddress,
  readPastedMarkup,
  readPasteSchema,
} from '@/domain/article/reading'
import { createArticleSchema } from '@/domain/article/schema'
import { formAction, readAction } from '@/app/server/action'

export const createArticleAction = formAction(createArticleSchema, createArticle, { may: 'createArticle' })
export const readAddressAction = readAction(readAddressSchema, readArticleAddress)
export const readPasteAction = readAction(readPasteSchema, readPastedMarkup, { may: 'createArticle' })
